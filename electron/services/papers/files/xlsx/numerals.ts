import { writeKanjiNumber } from '../../../../../db/domain/kanji-number.ts';

/** Writes the figures of a shown number as [DBNum1] (二十八), [DBNum2] (弐拾八) or [DBNum3] (２８) asks. */
export function inNumerals(shown: string, numerals: '1' | '2' | '3' | null): string {
  if (numerals === null) return shown;
  if (numerals === '3') return shown.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const kanji = shown.replace(/[0-9]+/g, (figures) => {
    const n = Number(figures);
    return n >= 1 && n <= 9999 && !figures.startsWith('0') ? writeKanjiNumber(n) : figures.replace(/[0-9]/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));
  });
  if (numerals === '1') return kanji;
  return kanji.replace(/[一二三十百千]/g, (c) => ({ 一: '壱', 二: '弐', 三: '参', 十: '拾', 百: '百', 千: '阡' })[c] ?? c);
}
