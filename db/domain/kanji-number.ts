const DIGITS = '〇一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/**
 * Reads a kanji numeral below 10,000, by place (二十六) or digit by digit (二〇一四).
 * @returns the number, or null where the text is not a well-formed numeral.
 */
export function readKanjiNumber(text: string): number | null {
  if (/^[〇一二三四五六七八九]{1,4}$/.test(text)) return Number(text.replace(/./g, (c) => String(DIGITS.indexOf(c))));
  if (!/^([二三四五六七八九]?千)?([二三四五六七八九]?百)?([二三四五六七八九]?十)?[一二三四五六七八九]?$/.test(text) || text === '') return null;
  let sum = 0;
  let digit = 0;
  for (const c of text) {
    const unit = UNITS[c];
    if (unit === undefined) digit = DIGITS.indexOf(c);
    else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}

/**
 * Writes 1–9999 as a kanji numeral by place: 26 → 二十六, 100 → 百.
 * @throws RangeError outside 1–9999.
 */
export function writeKanjiNumber(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 9999) throw new RangeError(`no kanji numeral for ${n}`);
  let text = '';
  let rest = n;
  for (const [name, unit] of [['千', 1000], ['百', 100], ['十', 10]] as const) {
    const digit = Math.floor(rest / unit);
    rest %= unit;
    if (digit > 0) text += (digit > 1 ? DIGITS.charAt(digit) : '') + name;
  }
  return rest > 0 ? text + DIGITS.charAt(rest) : text;
}
