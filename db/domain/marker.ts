import { ALPHABET, GOJUON, IROHA, writeRoman } from './counters.ts';
import { readKanjiNumber } from './kanji-number.ts';

/**
 * The families of markers that open a line in municipal papers. The numbered ones come first, outermost first
 * (公用文: 第1章 › 1 › (1) › ア › (ア) › ①); brackets and signs follow, whose level depends on where they stand.
 */
export const MARKER_FAMILIES = [
  'part', 'chapter', 'section', 'subsection', 'article', 'roman', 'kanji', 'decimal', 'decimal-path', 'kanji-paren', 'decimal-paren',
  'decimal-close', 'katakana', 'katakana-paren', 'circled', 'circled-black', 'iroha', 'circled-katakana', 'alpha', 'alpha-paren',
  'lower-roman',
  'lenticular', 'double-angle', 'angle', 'bracket',
  'square', 'diamond', 'double-circle', 'circle', 'triangle', 'star', 'arrow', 'note', 'dot', 'dash',
] as const;
export type MarkerFamily = (typeof MARKER_FAMILIES)[number];

/** What opens a line. */
export type Marker = {
  family: MarkerFamily;
  /** 1 for the first; null for brackets and signs. */
  ordinal: number | null;
  /** The marker as printed, without the spaces after it; a heading bracket is given as its pair alone (【】). */
  raw: string;
  /** The text after the marker; of a line that is one bracket (【課題】), the text inside it. */
  rest: string;
  /** Where `rest` begins in the text that was read (UTF-16 offset). */
  restAt: number;
  /** The text of a bracket with more text behind it: 背景 in 「【背景】 人口が減り…」. */
  label?: string;
  /** True where 工 was read as エ, which scanners confuse. */
  misread?: true;
};

/**
 * Where a family stands among the numbered ones (0 is outermost), or null for brackets and signs, which stand under
 * whatever they first appear in.
 */
export function familyRank(family: MarkerFamily): number | null {
  const rank = MARKER_FAMILIES.indexOf(family);
  return rank < MARKER_FAMILIES.indexOf('lenticular') ? rank : null;
}

type Reading = { family: MarkerFamily; ordinal: number | null; misread?: true };
/** A rule gives the readings of a match, likeliest first; none where the match is no marker after all. */
type Rule = { pattern: RegExp; read: (match: readonly string[], after: string) => Reading[] };

const NUM = '[0-9０-９〇一二三四五六七八九十百]+';
/** What may stand between a bare number or letter and its text; a dot only where no digit follows. */
const SEP = '(?:[ \\t　]+|[.．](?![0-9０-９])|[、，,](?![0-9０-９])|$)';

const ascii = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

function toNumber(text: string): number | null {
  const plain = ascii(text);
  return /^\d+$/.test(plain) ? Number(plain) : readKanjiNumber(plain);
}

const one = (family: MarkerFamily, ordinal: number | null): Reading[] =>
  ordinal === null || ordinal < 1 ? [] : [{ family, ordinal }];

const CHAPTERS: Record<string, MarkerFamily> = {
  編: 'part', 部: 'part', 章: 'chapter', 節: 'section', 款: 'subsection', 条: 'article',
};

const ROMANS = new Map(Array.from({ length: 39 }, (_, i) => [writeRoman(i + 1), i + 1]));

function letterReadings(letter: string): Reading[] {
  const latin = ascii(letter);
  const at = ALPHABET.indexOf(latin.toUpperCase()) + 1;
  const roman = ROMANS.get(latin.toUpperCase());
  const readings: Reading[] = at > 0 && latin.length === 1 ? [{ family: 'alpha', ordinal: at }] : [];
  if (roman !== undefined) readings.push({ family: latin === latin.toUpperCase() ? 'roman' : 'lower-roman', ordinal: roman });
  return readings;
}

function katakanaReadings(printed: string): Reading[] {
  const letter = printed.normalize('NFKC');
  if (letter === '工') return [{ family: 'katakana', ordinal: 4, misread: true }];
  const readings: Reading[] = [];
  const gojuon = GOJUON.indexOf(letter) + 1;
  const iroha = IROHA.indexOf(letter) + 1;
  if (gojuon > 0) readings.push({ family: 'katakana', ordinal: gojuon });
  if (iroha > 0) readings.push({ family: 'iroha', ordinal: iroha });
  return readings;
}

/** 「2 年 4 月」「16 区」「1」: a number with a space behind it that counts something, or a page number. */
const COUNTS_SOMETHING =
  /^(?:[年月日][ 　]*(?:度(?!別|ごと)|[0-9０-９中末頃]|間(?![予計日スサ])|$)|(?:年度?|[月日時分]|名|人|件|回|区|歳|点|円|[千万億百]|倍|箇所|か所|ヶ所|ポイント|[%％])[ 　]*(?:$|[、。，)）0-9０-９/／～〜~]))/;
/** 「3.5 人」 counts; 「1-2 日本語の学習」 and 「1.2 人材の育成」 begin with a word. */
const UNIT_AFTER_DECIMAL = /^(?:倍|[%％]|(?:時間|[年月](?:度|間)|[人件円名歳点年月日時分](?![一-龠々]))|[千万億百]|ポイント|km|㎡|m|ha)/;

const RULES: readonly Rule[] = [
  {
    // 「第1部会」 is a body and 「第1章では」 a reference: neither opens a chapter.
    pattern: new RegExp(`^第[ 　]*(${NUM}|[Ⅰ-Ⅻ])[ 　]*([編部章節款条])(?:の[0-9０-９二三四五六七八九]+)?(?![会門局長でにをはがとへも、。，]|の[^0-9])(?!から|まで|及び|関連|[0-9０-９(（])`),
    read: (m, after) => {
      const family = CHAPTERS[m[2] ?? ''];
      if (!family || /^[ 　]*[0-9０-９(（)）第、・〉＞>]/.test(after) && family !== 'article') return [];
      const number = (m[1] ?? '').replace(/[ 　]/g, '');
      return one(family, toNumber(number) ?? ROMANS.get(ascii(number)) ?? null);
    },
  },
  // 「第1　はじめに」: a number set apart from its text; 「第1 回」 counts something.
  { pattern: new RegExp(`^第(${NUM})(?=[ \\t　]+(?:次回|[^ \\t　回期次版号]))`), read: (m) => one('section', toNumber(m[1] ?? '')) },
  // 「Ⅰ－１　窓口」「Ａ－１　窓口」
  { pattern: /^[Ⅰ-ⅫA-ZＡ-Ｚ][ 　]*[-－‐−–.．・][ 　]*([0-9０-９]{1,2})(?=[ 　\t])/, read: (m) => one('decimal-path', toNumber(m[1] ?? '')) },
  { pattern: /^([Ⅰ-Ⅻ])[ 　]*[.．]?/, read: (m) => one('roman', ROMANS.get(ascii(m[1] ?? '')) ?? null) },
  { pattern: /^([ⅰ-ⅻ])[ 　]*[.．)]?/, read: (m) => one('lower-roman', ROMANS.get(ascii(m[1] ?? '').toUpperCase()) ?? null) },
  {
    pattern: /^([①-⑳㉑-㉟㊱-㊿]|[❶-❿]|[➀-➉])[ 　]*[.．]?/,
    read: (m) => {
      const code = (m[1] ?? '').codePointAt(0) ?? 0;
      if (code >= 0x2776 && code <= 0x277f) return one('circled-black', code - 0x2775);
      return one('circled', code >= 0x2780 && code <= 0x2789 ? code - 0x277f : Number(ascii(m[1] ?? '')));
    },
  },
  // 1⃣: a digit in a keycap.
  { pattern: /^([1-9])\ufe0f?\u20e3/, read: (m) => one('circled', Number(m[1])) },
  { pattern: /^([㋐-㋾])/, read: (m) => one('circled-katakana', GOJUON.indexOf(ascii(m[1] ?? '')) + 1) },
  { pattern: /^[(（][ 　]*([ⅰ-ⅻ])[ 　]*[)）]/, read: (m) => one('lower-roman', ROMANS.get(ascii(m[1] ?? '').toUpperCase()) ?? null) },
  { pattern: /^[[［〔]([0-9０-９]{1,2})[\]］〕](?=[ \t　]*[^ \t　])/, read: (m) => one('section', toNumber(m[1] ?? '')) },
  { pattern: /^([⑴-⒇])/, read: (m) => one('decimal-paren', Number(ascii(m[1] ?? '').replace(/\D/g, ''))) },
  { pattern: /^([⒈-⒛])/, read: (m) => one('decimal', Number(ascii(m[1] ?? '').replace(/\D/g, ''))) },
  { pattern: /^([㈠-㈩])/, read: (m) => one('kanji-paren', readKanjiNumber(ascii(m[1] ?? '').replace(/[()]/g, ''))) },
  { pattern: /^[(（][ 　]*([0-9０-９]{1,3})[ 　]*[)）]/, read: (m) => one('decimal-paren', toNumber(m[1] ?? '')) },
  { pattern: /^[(（][ 　]*([一二三四五六七八九十]{1,3})[ 　]*[)）]/, read: (m) => one('kanji-paren', toNumber(m[1] ?? '')) },
  {
    pattern: /^[(（][ 　]*([ァ-ヲン工ｱ-ﾜｦﾝ])[ 　]*[)）]/,
    read: (m) => katakanaReadings(m[1] ?? '').map((r) => (r.family === 'katakana' ? { ...r, family: 'katakana-paren' } : r)),
  },
  { pattern: /^[(（][ 　]*([A-Za-zＡ-Ｚａ-ｚ])[ 　]*[)）]/, read: (m) => letterReadings(m[1] ?? '').map((r) => (r.family === 'alpha' ? { ...r, family: 'alpha-paren' } : r)) },
  { pattern: /^([0-9０-９]{1,2})[ 　]*[)）]/, read: (m) => one('decimal-close', toNumber(m[1] ?? '')) },
  { pattern: /^([A-Za-zＡ-Ｚａ-ｚ])[ 　]*(?:[)）]|[.．](?=[ 　]|[^ -~０-９]))/, read: (m) => letterReadings(m[1] ?? '') },
  {
    pattern: /^([0-9０-９]{1,2}(?:[-－‐.．][0-9０-９]{1,2}){1,3})(?=[ 　\t]|$)/,
    read: (m, after) => {
      const steps = ascii(m[1] ?? '').split(/[-‐.]/).map(Number);
      if (after.trim() === '' || UNIT_AFTER_DECIMAL.test(after.trim()) || steps.some((n) => n < 1 || n > 20)) return [];
      return one('decimal-path', steps.at(-1) ?? null);
    },
  },
  {
    pattern: new RegExp(`^([0-9０-９]{1,3})(${SEP})`),
    read: (m, after) => {
      const spaced = /^[ \t　]*$/.test(m[2] ?? '');
      // 「01 はじめに」 is a designer's 1.
      if (/^[0０](?![1-9１-９](?![0-9０-９]))/.test(m[1] ?? '') || (spaced && (after.trim() === '' || COUNTS_SOMETHING.test(after)))) return [];
      const n = toNumber(m[1] ?? '');
      return n !== null && n > 99 && spaced ? [] : one('decimal', n);
    },
  },
  {
    pattern: new RegExp(`^([一二三四五六七八九十]{1,3})(${SEP})`),
    read: (m, after) => (after.trim() === '' || COUNTS_SOMETHING.test(after) || isSpacedOut(after) ? [] : one('kanji', toNumber(m[1] ?? ''))),
  },
  {
    pattern: new RegExp(`^([IVXＩＶＸ]{1,6})(${SEP})`),
    read: (m, after) => (after.trim() === '' ? [] : letterReadings(m[1] ?? '').filter((r) => r.family === 'roman')),
  },
  {
    pattern: /^([a-zａ-ｚ])[ 　]+(?=[^ -~])/,
    read: (m) => letterReadings(m[1] ?? '').filter((r) => r.family === 'alpha'),
  },
  {
    pattern: new RegExp(`^([ア-ヲン工])(?:${SEP}|[：:)）])`),
    read: (m, after) => (after.trim() === '' || isSpacedOut(after) ? [] : katakanaReadings(m[1] ?? '')),
  },
];

/** 「ア ク シ ョ ン」 is one letter-spaced word, not a marker and its text. */
function isSpacedOut(after: string): boolean {
  return /^\S[ \t　]+\S(?:[ \t　]|$)/.test(after);
}

const BRACKETS: readonly (readonly [MarkerFamily, string, string])[] = [
  ['lenticular', '【', '】'], ['double-angle', '《', '》'], ['double-angle', '≪', '≫'], ['angle', '〈', '〉'], ['angle', '＜', '＞'],
  ['angle', '<', '>'], ['bracket', '［', '］'], ['bracket', '[', ']'], ['bracket', '〔', '〕'],
];

const SIGNS: readonly (readonly [MarkerFamily, RegExp])[] = [
  ['square', /^[■□▪▫◼◻❏❑☐]/], ['diamond', /^[◆◇❖]/], ['double-circle', /^[◎⦿]/], ['circle', /^[○●〇◯⚫]/],
  ['triangle', /^[▼▽▶►▷▸➢]|^[▲△](?![ 　]*[0-9０-９])/], ['star', /^[★☆]/], ['arrow', /^[⇒→➡⇨]/],
  ['dot', /^[・･•‣∙·‧✓✔☑✅]/],
  ['note', /^(?:※(?:[ 　]*[0-9０-９]{1,3}(?![-－‐.．]?[0-9０-９]))?|[(（][*＊※][ 　]*[0-9０-９]{1,2}[)）]|[*＊](?![*＊])[0-9０-９]{0,2}|[(（]?注[ 　]*[0-9０-９]{0,2}[)）]|注(?:[ 　]*[0-9０-９]{1,2})?(?=[ 　]*[：:]|[ 　]+[^ 　]))/],
  ['dash', /^[-+](?=[ \t　])|^[‐－–—―](?=[ \t　]|[^0-9０-９‐－–—―])/],
];

/**
 * Reads the marker that opens a line of a paper, if it opens with one. Only the form is looked at; 「アクション」,
 * 「1.5倍」, 「第1回」 and 「10名」 open with none. A Markdown escape (`\*`, `1\.`) is read as the sign it stands for.
 * @param previous the marker before this one in the same list: it decides between ア-order and イロハ, Roman I and letter I.
 *   Without it the lower ordinal wins, except that a first イ is taken to follow ア.
 * @returns the marker, or null. `rest` may open with a marker of its own (`- ①`): call again to read it.
 */
export function readMarker(text: string, previous?: Marker): Marker | null {
  const lead = /^[\s　]*/.exec(text)?.[0].length ?? 0;
  const line = unescaped(text.slice(lead));
  const found = readNumbered(line.text, previous) ?? readBracket(line.text) ?? readSign(line.text);
  if (!found) return null;
  const { restAt, ...marker } = found;
  return { ...marker, restAt: lead + restAt + (restAt >= line.escapeAt ? line.escaped : 0) };
}

/** Markdown escapes stand only at the marker itself, so at most one backslash is taken out. */
function unescaped(line: string): { text: string; escapeAt: number; escaped: 0 | 1 } {
  const at = /^(?:[0-9０-９]{1,3})?\\[-*+.)#]/.test(line) ? line.indexOf('\\') : -1;
  if (at < 0) return { text: line, escapeAt: line.length + 1, escaped: 0 };
  return { text: line.slice(0, at) + line.slice(at + 1), escapeAt: at, escaped: 1 };
}

function readNumbered(line: string, previous: Marker | undefined): Marker | null {
  for (const { pattern, read } of RULES) {
    const match = pattern.exec(line);
    if (!match) continue;
    const readings = read(match, line.slice(match[0].length));
    const chosen = choose(readings, previous);
    if (!chosen) continue;
    const raw = match[0].trimEnd();
    const restAt = skipSpace(line, match[0].length);
    return { ...chosen, raw, rest: line.slice(restAt), restAt };
  }
  return null;
}

function choose(readings: readonly Reading[], previous: Marker | undefined): Reading | undefined {
  const next = previous && readings.find((r) => r.family === previous.family && r.ordinal === (previous.ordinal ?? 0) + 1);
  if (next) return next;
  const [first] = readings;
  if (!previous && first?.ordinal === 2 && first.family.startsWith('katakana')) return first;
  return readings.toSorted((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0))[0];
}

function readBracket(line: string): Marker | null {
  for (const [family, open, close] of BRACKETS) {
    if (!line.startsWith(open)) continue;
    const end = closingAt(line, open, close);
    if (end < 0) return null;
    const label = line.slice(open.length, end).trim();
    const after = skipSpace(line, end + close.length);
    // `<b>` and `[x]` are markup, not brackets of a heading.
    if (label === '' || (open < '~' && /^[ -~]/.test(label))) return null;
    const raw = open + close;
    if (after < line.length) return { family, ordinal: null, raw, rest: line.slice(after), restAt: after, label };
    return { family, ordinal: null, raw, rest: label, restAt: skipSpace(line, open.length) };
  }
  return null;
}

/** The place of the bracket that closes the first one, or -1 where it stays open. */
function closingAt(line: string, open: string, close: string): number {
  let depth = 0;
  for (let i = 0; i < line.length; i += 1) {
    if (line[i] === open) depth += 1;
    else if (line[i] === close && --depth === 0) return i;
  }
  return -1;
}

function readSign(line: string): Marker | null {
  for (const [family, pattern] of SIGNS) {
    const raw = pattern.exec(line)?.[0].trimEnd();
    if (raw === undefined) continue;
    // 「○○市」 is a name left blank, 「◎ ○ ×」 a row of marks.
    if (line.startsWith(raw, raw.length) || /^[○◎×△●－-]?[ \t　]+[○◎×△●](?:[ \t　]|$)/.test(line)) return null;
    const restAt = skipSpace(line, raw.length);
    const ordinal = family === 'note' ? Number(ascii(raw).replace(/\D/g, '')) || null : null;
    return { family, ordinal, raw, rest: line.slice(restAt), restAt };
  }
  return null;
}

function skipSpace(line: string, from: number): number {
  return from + (/^[ \t　]*/.exec(line.slice(from))?.[0].length ?? 0);
}
