/** Text made ready for the date grammar, with the way back to the original offsets. */
export type DateText = {
  /** Half-width, without the blanks that letter-spacing and page breaks put into dates. */
  text: string;
  /** For each character of `text`, the offset in the original where it begins and where it ends. */
  starts: number[];
  ends: number[];
};

/** ㈪㈫… are written out as brackets by NFKC; ㊊㊋…㊐ and ㊗ are not, though they mean the same. */
const CIRCLED_DAYS = '月火水木金土日';

function halfWidth(c: string): string {
  const code = c.charCodeAt(0);
  // Kanji, kana and ASCII, which is nearly everything, stay as they are.
  if ((code > 0x20 && code < 0x7f) || (code >= 0x3041 && code <= 0x31ff) || (code >= 0x3400 && code <= 0x9fff)) return c;
  if (code >= 0x328a && code <= 0x3290) return `(${CIRCLED_DAYS.charAt(code - 0x328a)})`;
  if (c === '㊗') return '(祝)';
  // ①26年度 must not become 126年度: list marks keep their shape.
  if ((code >= 0x2460 && code <= 0x24ff) || (code >= 0x3200 && code <= 0x3229) || (code >= 0x3251 && code <= 0x325f)) return c;
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return '-';
  return '〜∼∿～'.includes(c) ? '~' : c.normalize('NFKC');
}

/**
 * Prepares text for the grammar. Blanks are dropped, except between numbers that are not letter-spaced (「H26 62.6」 keeps
 * its gap, 「2 6 年」 loses it); with `keepCells`, tabs and line ends also stay where they part cells, not the pieces of a date.
 */
export function prepareDateText(original: string, keepCells: boolean): DateText {
  const out: DateText = { text: '', starts: [], ends: [] };
  const put = (text: string, start: number, end: number): void => {
    out.text += text;
    for (let i = 0; i < text.length; i += 1) {
      out.starts.push(start);
      out.ends.push(end);
    }
  };
  for (let at = 0; at < original.length; ) {
    let end = at;
    while (end < original.length && BLANKS.includes(original.charAt(end))) end += 1;
    if (end > at) {
      const gap = original.slice(at, end);
      if (partsWords(original, at, end, gap, keepCells)) put(keepCells && gap.includes('\n') ? '\n' : ' ', at, end);
      at = end;
      continue;
    }
    put(halfWidth(original.charAt(at)), at, at + 1);
    at += 1;
  }
  return out;
}

/** Includes the blanks that copying from PDF and the web leaves: no-break, thin, zero-width. */
const BLANKS = ' \t\n\r\f\v\u00a0\u2002\u2003\u2009\u200a\u200b\u202f\u3000\ufeff';
const DIGIT = /[0-9０-９]/;

/** Whether a gap parts two words or cells; all other gaps are dropped. */
function partsWords(text: string, start: number, end: number, gap: string, keepCells: boolean): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (DIGIT.test(before) && DIGIT.test(after)) {
    // Letter-spaced figures stand alone, at even distances; a wider gap parts two numbers all the same.
    let gapBefore = start - 1;
    while (gapBefore > 0 && BLANKS.includes(text.charAt(gapBefore - 1))) gapBefore -= 1;
    const spaced = start - 1 - gapBefore;
    const alone = spaced > 0 || start < 2 || /[成和正治昭平令年月HRSTMＨＲＳＴＭ]/.test(text.charAt(start - 2));
    const even = gap.length <= Math.max(spaced, 1);
    return !alone || !even || DIGIT.test(text.charAt(end + 1)) || (keepCells && /[\t\n]/.test(gap));
  }
  if (!keepCells || !/[\t\n\r]/.test(gap)) return false;
  if (gap.includes('\t') || /\n\s*\n/.test(gap)) return true;
  // A line may break inside a date: 「平成28年⏎3月」, 「平成27⏎年」.
  return !(/[年月成和正治昭平令]/.test(before) || (DIGIT.test(before) && /[年月日度]/.test(after)));
}
