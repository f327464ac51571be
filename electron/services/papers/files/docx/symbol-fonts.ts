/** Characters of the symbol fonts that Office brings, as far as papers use them: code in the font → what it draws. */
const WINGDINGS: Record<number, string> = {
  0x6c: '●', 0x6d: '○', 0x6e: '■', 0x6f: '□', 0x70: '□', 0x71: '❑', 0x72: '❒', 0x73: '◆', 0x74: '◆', 0x75: '◆', 0x76: '❖', 0x77: '◆',
  0x9e: '・', 0x9f: '・', 0xa0: '▪', 0xa1: '○', 0xa2: '○', 0xa3: '○', 0xa4: '◎', 0xa5: '◎', 0xa7: '▪', 0xa8: '□', 0xaa: '◆', 0xab: '★',
  0xd8: '➢', 0xdf: '←', 0xe0: '→', 0xe1: '↑', 0xe2: '↓', 0xe8: '➔', 0xef: '⇐', 0xf0: '⇒', 0xf1: '⇑', 0xf2: '⇓', 0xf3: '⇔',
  0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑', 0x28: '☎', 0x2a: '✉', 0x46: '☞', 0x22: '✂', 0x21: '✏',
  ...numbered(0x81, 0x2460), ...numbered(0x8c, 0x2776),
};
const WINGDINGS_2: Record<number, string> = { 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0x97: '●', 0x9a: '○', 0xa1: '■', 0xa3: '□', 0xae: '◆', ...numbered(0x6a, 0x2460) };
const WINGDINGS_3: Record<number, string> = { 0x70: '▲', 0x71: '▼', 0x74: '◀', 0x75: '▶', 0x7d: '▶', 0xc6: '◀', 0x22: '→', 0x21: '←', 0x26: '→' };
const SYMBOL: Record<number, string> = {
  0xb7: '・', 0xae: '→', 0xac: '←', 0xad: '↑', 0xaf: '↓', 0xde: '⇒', 0xdc: '⇐', 0xdb: '⇔', 0xb4: '×', 0xb8: '÷', 0xb1: '±', 0xa3: '≦', 0xb3: '≧',
  0xb9: '≠', 0xbb: '≒', 0xa5: '∞', 0xa8: '◆', 0xb0: '°', 0xb2: '″', 0xa2: '′', 0xd6: '√', 0xe5: '∑', 0xd7: '・', 0xbc: '…',
  ...letters('a', 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'), ...letters('A', 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'),
};
const FONTS: Record<string, Record<number, string>> = { wingdings: WINGDINGS, 'wingdings 2': WINGDINGS_2, 'wingdings 3': WINGDINGS_3, symbol: SYMBOL };

function numbered(from: number, first: number): Record<number, string> {
  return Object.fromEntries(Array.from({ length: 10 }, (_, i) => [from + i, String.fromCodePoint(first + i)]));
}

function letters(from: string, drawn: string): Record<number, string> {
  return Object.fromEntries(Array.from(drawn, (char, i) => [from.charCodeAt(0) + i, char]));
}

/**
 * What a text in a font shows: a symbol font draws its own signs, which Word writes in the private use area (F06C) or as
 * plain letters (l).
 * @param font name of the font; null for the text's own.
 * @returns the text to read, and how many of its characters no table tells: they stay as they are.
 */
export function symbolText(text: string, font: string | null): { text: string; unknown: number } {
  const table = FONTS[font?.toLowerCase() ?? ''];
  let unknown = 0;
  if (!table && !/[\ue000-\uf8ff]/.test(text)) return { text, unknown };
  const shown = text.replace(/./gsu, (char) => {
    const code = char.charCodeAt(0);
    const isPrivate = code >= 0xe000 && code <= 0xf8ff;
    if (!isPrivate && (!table || code <= 0x20 || code > 0xff)) return char;
    // Without a font of symbols, F0xx most likely is Wingdings': what else writes there are letters of one's own making (外字).
    const drawn = (table ?? (code >= 0xf020 && code <= 0xf0ff ? WINGDINGS : undefined))?.[isPrivate ? code & 0xff : code];
    if (drawn === undefined && isPrivate) unknown += 1;
    return drawn ?? char;
  });
  return { text: shown, unknown };
}
