import { GOJUON, IROHA, formatCounter, writeRoman } from '../../../../../db/domain/counters.ts';

const HALF_GOJUON = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ';
const HALF_IROHA = 'ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽ';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const KANJI_DIGITS = '〇一二三四五六七八九';
const LEGAL_DIGITS: Record<string, string> = { 一: '壱', 二: '弐', 三: '参', 五: '伍', 十: '拾', 千: '阡' };

/** Counts on past the end of an alphabet as Word does, by repeating the letter: Z, AA, BB. */
function letter(alphabet: string, n: number): string {
  return alphabet.charAt((n - 1) % alphabet.length).repeat(Math.ceil(n / alphabet.length));
}

/** One character for each number up to a last one; beyond it Word writes plain digits. */
const upTo = (last: number, first: number) => (n: number) => (n <= last ? String.fromCodePoint(first + n - 1) : String(n));

const digitwise = (n: number): string => String(n).replace(/\d/g, (digit) => KANJI_DIGITS.charAt(Number(digit)));
const byPlace = (n: number): string => formatCounter('kanji', n);
const latin = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** ST_NumberFormat (ISO/IEC 29500-1, 17.18.59) as far as Japanese papers use it; others are counted in digits. */
const FORMATS: Record<string, (n: number) => string> = {
  none: () => '',
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: (n) => formatCounter('fullwidth', n),
  decimalFullWidth2: (n) => formatCounter('fullwidth', n),
  decimalEnclosedCircle: upTo(20, 0x2460),
  decimalEnclosedCircleChinese: upTo(20, 0x2460),
  decimalEnclosedParen: upTo(20, 0x2474),
  decimalEnclosedFullstop: upTo(20, 0x2488),
  ideographEnclosedCircle: upTo(10, 0x3280),
  numberInDash: (n) => `- ${n} -`,
  aiueo: (n) => letter(HALF_GOJUON, n),
  aiueoFullWidth: (n) => letter(GOJUON, n),
  iroha: (n) => letter(HALF_IROHA, n),
  irohaFullWidth: (n) => letter(IROHA, n),
  japaneseCounting: byPlace,
  chineseCounting: byPlace,
  chineseCountingThousand: byPlace,
  taiwaneseCountingThousand: byPlace,
  // 大字, which write the one of 壱拾 too.
  japaneseLegal: (n) => byPlace(n).replace(/(?<![二三四五六七八九])[十百千]/g, '一$&').replace(/[一二三五十千]/g, (digit) => LEGAL_DIGITS[digit] ?? digit),
  japaneseDigitalTenThousand: digitwise,
  ideographDigital: digitwise,
  taiwaneseDigital: digitwise,
  koreanDigital2: digitwise,
  ideographTraditional: (n) => (n <= STEMS.length ? STEMS.charAt(n - 1) : String(n)),
  ideographZodiac: (n) => (n <= BRANCHES.length ? BRANCHES.charAt(n - 1) : String(n)),
  upperRoman: writeRoman,
  lowerRoman: (n) => writeRoman(n).toLowerCase(),
  upperLetter: (n) => letter(latin, n),
  lowerLetter: (n) => letter(latin, n).toLowerCase(),
};

/**
 * Writes a number as Word shows it in a list.
 * @param format value of w:numFmt; one that is not known counts in digits.
 * @param n any whole number; letters and kanji begin at 1, so that 0 stays a digit.
 */
export function writeNumber(format: string, n: number): string {
  return (n >= 1 && n <= 9999 ? FORMATS[format]?.(n) : format === 'none' ? '' : undefined) ?? String(n);
}
