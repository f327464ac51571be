const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 cannot hold even escaped: control characters and lone surrogates. A person's text may have either. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu;

/** Text for the inside of an element or a quoted attribute. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const WORD_NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const COMPATIBILITY = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';

/** Markup that Word (2013 and later) reads and other readers pass over, by the rules of ISO/IEC 29500-3. */
export const onlyInWord = (markup: string): string =>
  `<mc:AlternateContent ${COMPATIBILITY}><mc:Choice Requires="w15">${markup}</mc:Choice><mc:Fallback/></mc:AlternateContent>`;

/** Points as twentieths of a point (twips), the unit of WordprocessingML. */
export const twips = (points: number): number => Math.round(points * 20);
export const mmToTwips = (mm: number): number => Math.round((mm / 25.4) * 1440);
/** Font sizes are in half points. */
export const halfPoints = (points: number): number => Math.round(points * 2);
