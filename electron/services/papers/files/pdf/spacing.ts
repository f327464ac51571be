const JAPANESE = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef々〇]';

/** Gaps narrower than this, in the size of the letters, a typesetter makes: to fill a line, between kana and digits. */
const FILLING = 0.4;
const THIN = 0.28;
/** The narrowest space that is typed: a fifth of a letter. */
const THIN_SPACE = 0.2;
/** A full-width space is as wide as a letter, and two thirds of one in proportional faces. */
const WHOLE = 0.6;

/** Whether a letter is one of the Japanese text, kana, ideographs and full-width signs, told by its code. */
export function isJapanese(letter: string): boolean {
  const code = letter.charCodeAt(0);
  return code >= 0x2e80 && code <= 0x9fff || code >= 0xf900 && code <= 0xffef;
}

/** Whether a text has kana or ideographs in it. */
export function hasJapanese(text: string): boolean {
  return LETTER.test(text);
}

const LETTER = /[\u3041-\u30fa\u3400-\u9fff\uf900-\ufaff々〇]/;

/** What numbers a line, as far as a space behind it makes it a number. */
const NUMBER = /^(?:[0-9０-９]{1,2}|[0-9０-９]{1,2}(?:[-.．－][0-9０-９]{1,2}){1,3}|[アイウエオカキクケコサシスセソ工]|[A-Za-zＡ-Ｚａ-ｚ]|[IVX]{1,4}|第[0-9０-９一二三四五六七八九十]{1,3}[章節条編部])$/;
const AFTER_NUMBER = 0.15;

/**
 * What stands in a gap between two runs of one line.
 * @param line the line so far.
 * @param gap in the size of the letters.
 * @param set true where every letter is set by itself, as in vertical writing: there a gap is no typesetter's filling.
 */
export function spaceFor(line: string, next: string, gap: number, set = false): string {
  const before = line.slice(-1);
  const after = next.slice(0, 1);
  if (gap < WHOLE && gap >= AFTER_NUMBER && line.length < 8 && NUMBER.test(line)) return ' ';
  const japanese = Number(isJapanese(before)) + Number(isJapanese(after));
  if (gap < ([0.15, THIN, set ? THIN_SPACE : FILLING][japanese] ?? 0)) return '';
  return gap < WHOLE || japanese === 0 ? ' ' : '\u3000'.repeat(Math.min(3, Math.max(1, Math.round(gap))));
}

const SPACED = new RegExp(`(?<![^\\s【《〈［「■●◆○])(?:${JAPANESE}([ \\u3000]+)){2,}${JAPANESE}(?![^\\s】》〉］」])`, 'g');
const SPACED_PAIR = new RegExp(`^([【《〈［「■●◆○]?[ \\u3000]*)(${JAPANESE})[ \\u3000]+(${JAPANESE})([ \\u3000]*[】》〉］」]?)$`);
const WITHIN_DATE = /(?<=[0-9０-９]) (?=[年月日回人件章条項号名時分円％%])|(?<=[第年月日約]) (?=[0-9０-９])|(?<=(?:平成|令和|昭和)) (?=[0-9０-９元])/g;

/** Closes up what is spaced out letter by letter, and the thin spaces that PDF.js could not measure around a number. */
export function closedUp(text: string): string {
  if (!text.includes(' ') && !text.includes('\u3000')) return text;
  const tracked = text.replace(SPACED, (spaced) => spaced.replace(/[ \u3000]+/g, ''));
  return tracked.replace(SPACED_PAIR, '$1$2$3$4').replace(WITHIN_DATE, '');
}
