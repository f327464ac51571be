import { writeKanjiNumber } from './kanji-number.ts';

/** The ways a clause number can be counted in Japanese public papers. */
export const COUNTERS = [
  'decimal', 'fullwidth', 'kanji', 'katakana', 'iroha', 'circled', 'roman', 'lower-roman', 'alpha', 'lower-alpha',
] as const;
export type Counter = (typeof COUNTERS)[number];

/** The 46 syllables in the order of the sound table, as clause numbers use them. */
export const GOJUON = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
/** The 47 syllables in the order of the iroha poem, as statutes use them. */
export const IROHA = 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス';
export const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Counts on past the end of an alphabet by doubling letters: …ヲ, ン, アア, アイ. */
function letters(alphabet: string, n: number): string {
  const index = n - 1;
  const tail = alphabet.charAt(index % alphabet.length);
  return index < alphabet.length ? tail : letters(alphabet, Math.floor(index / alphabet.length)) + tail;
}

const ROMAN: readonly (readonly [string, number])[] = [
  ['M', 1000], ['CM', 900], ['D', 500], ['CD', 400], ['C', 100], ['XC', 90], ['L', 50], ['XL', 40], ['X', 10],
  ['IX', 9], ['V', 5], ['IV', 4], ['I', 1],
];

/** Writes 1 and up as a capital Roman numeral in its canonical form. */
export function writeRoman(n: number): string {
  let rest = n;
  let text = '';
  for (const [sign, value] of ROMAN) {
    text += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}

/** Unicode has circled numbers to 50 in three runs; beyond that papers write (51). */
function circled(n: number): string {
  if (n <= 20) return String.fromCodePoint(0x2460 + n - 1);
  if (n <= 35) return String.fromCodePoint(0x3251 + n - 21);
  if (n <= 50) return String.fromCodePoint(0x32b1 + n - 36);
  return `(${n})`;
}

const WRITERS: Record<Counter, (n: number) => string> = {
  decimal: String,
  fullwidth: (n) => String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
  kanji: writeKanjiNumber,
  katakana: (n) => letters(GOJUON, n),
  iroha: (n) => letters(IROHA, n),
  circled,
  roman: writeRoman,
  'lower-roman': (n) => writeRoman(n).toLowerCase(),
  alpha: (n) => letters(ALPHABET, n),
  'lower-alpha': (n) => letters(ALPHABET, n).toLowerCase(),
};

/**
 * Writes a count in one of the counters: (katakana, 4) → エ, (circled, 21) → ㉑.
 * @param n 1 to 9999
 * @throws RangeError for anything else.
 */
export function formatCounter(counter: Counter, n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 9999) throw new RangeError(`cannot count to ${n}`);
  return WRITERS[counter](n);
}
