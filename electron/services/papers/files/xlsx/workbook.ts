import { attribute, unescaped, type Parts } from './parts.ts';

/** What of a workbook its sheets share. */
export type Workbook = {
  sheets: { name: string; part: string; hidden: boolean }[];
  /** Days are counted from 1904 instead of 1900. */
  from1904: boolean;
  strings: readonly string[];
  /** Number format and frame of each cell style, by its index. */
  styles: readonly CellStyle[];
};

/** `framed`: lines on two sides at least, as the cells of a table have them. */
export type CellStyle = { format: string; framed: boolean };

/**
 * Reads what the sheets of a workbook share (ECMA-376 part 1, 18.2, 18.4, 18.8).
 * @returns null where the file is no workbook.
 */
export function readWorkbook(parts: Parts): Workbook | null {
  const main = [...parts.relations('').values()].find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const related = parts.relations(main);
  const sheets: Workbook['sheets'] = [];
  let from1904 = false;
  const found = parts.read(main, { open({ name, attributes }) {
    if (name === 'workbookPr') from1904 = isOn(attributes['date1904']);
    if (name !== 'sheet') return;
    const relation = related.get(attribute(attributes, 'id') ?? '');
    if (relation?.kind !== 'worksheet') return;
    sheets.push({ name: unescaped(attributes['name'] ?? ''), part: relation.target, hidden: (attributes['state'] ?? 'visible') !== 'visible' });
  } });
  if (!found || sheets.length === 0) return null;
  const partOf = (kind: string) => [...related.values()].find((relation) => relation.kind === kind)?.target ?? '';
  return { sheets, from1904, strings: readStrings(parts, partOf('sharedStrings')), styles: readStyles(parts, partOf('styles')) };
}

export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function readStrings(parts: Parts, name: string): string[] {
  const strings: string[] = [];
  const reading = richText();
  parts.read(name, {
    open({ name: element }) {
      if (element === 'si') reading.begin();
      reading.open(element);
    },
    text: reading.text,
    close(element) {
      reading.close(element);
      if (element === 'si') strings.push(reading.end());
    },
  });
  return strings;
}

/** Collects the text of a rich string: its runs, without the readings (rPh) that Excel keeps with kanji. */
export function richText() {
  let collected = '';
  let inText = false;
  let inReading = false;
  return {
    begin: () => { collected = ''; },
    open: (element: string) => {
      if (element === 'rPh') inReading = true;
      inText = element === 't' && !inReading;
    },
    text: (text: string) => { if (inText) collected += text; },
    close: (element: string) => {
      if (element === 'rPh') inReading = false;
      if (element === 't') inText = false;
    },
    end: () => unescaped(collected),
  };
}

function readStyles(parts: Parts, name: string): CellStyle[] {
  const formats = new Map<string, string>();
  const frames: number[] = [];
  const styles: CellStyle[] = [];
  const path: string[] = [];
  parts.read(name, {
    open({ name: element, attributes }) {
      const inside = path.at(-1);
      path.push(element);
      if (element === 'numFmt' && inside === 'numFmts') formats.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '');
      if (element === 'border') frames.push(0);
      if (inside === 'border' && /^(?:left|right|top|bottom|start|end)$/.test(element) && (attributes['style'] ?? 'none') !== 'none') {
        frames.push((frames.pop() ?? 0) + 1);
      }
      if (element === 'xf' && inside === 'cellXfs') {
        const id = attributes['numFmtId'] ?? '0';
        styles.push({ format: formats.get(id) ?? BUILT_IN[Number(id)] ?? 'General', framed: (frames[Number(attributes['borderId'] ?? 0)] ?? 0) >= 2 });
      }
    },
    close: () => { path.pop(); },
  });
  return styles;
}

const JAPANESE_DATE = '[$-411]ggge"年"m"月"d"日"';

/** The formats that files name by number only, as the Japanese Excel shows them (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 5: '"¥"#,##0;"¥"-#,##0', 6: '"¥"#,##0;"¥"-#,##0', 7: '"¥"#,##0.00;"¥"-#,##0.00', 8: '"¥"#,##0.00;"¥"-#,##0.00',
  9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??',
  14: 'yyyy/m/d', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'yyyy/m/d h:mm',
  27: '[$-411]ge.m.d', 28: JAPANESE_DATE, 29: JAPANESE_DATE, 30: 'm/d/yy', 31: 'yyyy"年"m"月"d"日"', 32: 'h"時"mm"分"', 33: 'h"時"mm"分"ss"秒"',
  34: 'yyyy"年"m"月"', 35: 'm"月"d"日"', 36: '[$-411]ge.m.d',
  37: '#,##0;-#,##0', 38: '#,##0;-#,##0', 39: '#,##0.00;-#,##0.00', 40: '#,##0.00;-#,##0.00', 41: '#,##0;-#,##0;"-"', 42: '"¥"#,##0;"¥"-#,##0;"¥-"', 43: '#,##0.00;-#,##0.00;"-"',
  44: '"¥"#,##0.00;"¥"-#,##0.00;"¥-"', 45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mmss.0', 48: '##0.0E+0', 49: '@',
  50: '[$-411]ge.m.d', 51: JAPANESE_DATE, 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: JAPANESE_DATE, 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"', 57: '[$-411]ge.m.d', 58: JAPANESE_DATE,
};
