import { strToU8, zipSync } from 'fflate';

/** A cell of a made workbook: a value, or one with its format, frame and type. */
export type MadeCell = string | number | boolean | null | {
  value?: string | number | boolean; format?: string; framed?: boolean;
  /** XML of the whole cell content, for what the short forms cannot say. */
  raw?: string; type?: string;
};
export type MadeSheet = {
  name?: string; rows: (readonly MadeCell[])[]; merges?: readonly string[]; columns?: string; hiddenRows?: readonly number[]; state?: string; after?: string;
};

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const columnName = (column: number): string => (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** Makes a small workbook as Excel writes one. `extra` adds or replaces parts. */
export function makeXlsx(sheets: readonly MadeSheet[], { date1904 = false, extra = {} }: { date1904?: boolean; extra?: Record<string, string> } = {}): Uint8Array {
  const styles: string[] = [''];
  const strings: string[] = [];
  const styleOf = (format: string, framed: boolean) => {
    const key = `${format}\n${framed}`;
    if (!styles.includes(key)) styles.push(key);
    return styles.indexOf(key);
  };
  const cellXml = (cell: MadeCell, row: number, column: number): string => {
    if (cell === null) return '';
    const { value, format = '', framed = false, raw, type } = typeof cell === 'object' ? cell : { value: cell };
    const style = format !== '' || framed ? ` s="${styleOf(format, framed)}"` : '';
    const open = `<c r="${columnName(column)}${row + 1}"${style}`;
    if (raw !== undefined) return `${open}${type ? ` t="${type}"` : ''}>${raw}</c>`;
    if (value === undefined) return `${open}/>`;
    if (typeof value === 'number') return `${open}><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `${open} t="b"><v>${Number(value)}</v></c>`;
    strings.push(value);
    return `${open} t="s"><v>${strings.length - 1}</v></c>`;
  };
  const parts: Record<string, string> = {};
  sheets.forEach(({ rows, merges = [], columns = '', hiddenRows = [], after = '' }, i) => {
    const body = rows.map((cells, r) => `<row r="${r + 1}"${hiddenRows.includes(r) ? ' hidden="1"' : ''}>${cells.map((cell, c) => cellXml(cell, r, c)).join('')}</row>`).join('');
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATED}">${columns}<sheetData>${body}</sheetData>`
      + `${merges.length > 0 ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}${after}</worksheet>`;
  });
  const relation = (id: number, kind: string, target: string) => `<Relationship Id="rId${id}" Type="${RELATED}/${kind}" Target="${target}"/>`;
  Object.assign(parts, {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATED}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${
      sheets.map(({ name, state }, i) => `<sheet name="${escapeXml(name ?? `Sheet${i + 1}`)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, i) => relation(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${
      relation(901, 'styles', 'styles.xml')}${relation(902, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}">${strings.map((text) => `<si>${text.startsWith('<r>') ? text : `<t xml:space="preserve">${escapeXml(text)}</t>`}</si>`).join('')}</sst>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><numFmts>${styles.map((key, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escapeXml(key.split('\n')[0] || 'General')}"/>`).join('')}</numFmts>`
      + '<borders><border><left/><right/><top/><bottom/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders>'
      + `<cellXfs>${styles.map((key, i) => `<xf numFmtId="${200 + i}" borderId="${key.endsWith('true') ? 1 : 0}"/>`).join('')}</cellXfs></styleSheet>`,
    ...extra,
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

/** Rows of framed cells, as a table has them. */
export function framed(rows: readonly (readonly (string | number | null)[])[]): MadeCell[][] {
  return rows.map((row) => row.map((value) => (value === null ? { framed: true } : { value, framed: true })));
}
