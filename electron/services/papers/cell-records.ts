import { readMarker, type Marker } from '../../../db/domain/marker.ts';
import type { RecognisedRecord, RecordKind } from '../../contract/recognised.ts';
import { itemsOf } from './cell-items.ts';
import { flat } from './cell-text.ts';
import { cut, type Span } from './lines.ts';
import { unspaced, type Open } from './outline.ts';
import { recordOfCell } from './recognise-records.ts';
import { readSubject } from './subject-marker.ts';
import type { TableReading } from './table-reading.ts';
import { sectionName } from './vocabulary.ts';

/** A heading without any mark, as what it heads stands under it. */
export function plainHeading(text: string): Open {
  const section = sectionName(text);
  return { text, family: 'plain', sign: null, ordinal: null, hash: 0, section, named: section !== null };
}

/** The number a cell begins with (方針2, 1-1, Ⅰ), null for none. */
export function countOf(text: string): Marker | null {
  const marker = readSubject(text) ?? readMarker(text);
  return typeof marker?.ordinal === 'number' && marker.rest !== '' ? marker : null;
}

/** A cell that names others. @param sign its number, where that has a column of its own. @param alone true where nothing stands beside it: a row of its own heads those below. @returns what they stand under, a heading only where the table has such. */
export function pushHeading(reading: TableReading, label: Span, under: readonly Open[], { sign = null, alone = false }: { sign?: string | null; alone?: boolean } = {}): Open {
  const printed = flat(label.text);
  const counted = countOf(printed);
  const open = plainHeading(unspaced(counted?.rest ?? printed));
  if (!reading.headed && !alone) return { ...open, cell: true };
  reading.headings.push({ level: under.length + 1, marker: counted?.raw ?? sign, text: open.text, source: { start: label.start, end: label.end } });
  return open;
}

/**
 * The items of one cell: lines, or 「○… ○…」 in a row. Paragraphs of prose are one text in a line that tabs part, and so is a
 * sentence that a page breaks (`goesOn`); of a column whose cells are `counted`, the number is the mark. An item whose sign is
 * not that of the first (－ below ・) belongs to the last that has it.
 */
export function pushRecords(reading: TableReading, cell: Span, under: readonly Open[], { goesOn = false, counted = false, as }: { goesOn?: boolean; counted?: boolean; as?: RecordKind } = {}): void {
  let above = goesOn ? reading.records.at(-1) : undefined;
  const count = counted ? countOf(cell.text) : null;
  const from = reading.records.length;
  const items = count === null ? itemsOf(cell) : itemsOf(cut(cell, count.restAt)).map((item, i) => (i === 0 ? { ...item, marker: count.raw, start: cell.start } : item));
  for (const item of items) {
    const record = recordOfCell(item, under, as);
    if (above !== undefined && isProse(above) && isProse(record) && (reading.headed || !above.text.endsWith('。'))) append(above, record);
    else {
      record.parent = outerItem(reading.records, from, record);
      reading.records.push(record);
    }
    above = reading.records.at(-1);
  }
}

/** The last record of a cell with the sign of its first, where the one to come has another; null for none. */
function outerItem(records: readonly RecognisedRecord[], from: number, { marker }: RecognisedRecord): number | null {
  const first = records[from]?.marker;
  if (!first || !marker || familyOf(first) === familyOf(marker)) return null;
  return records.findLastIndex((record, i) => i >= from && record.marker !== null && familyOf(record.marker) === familyOf(first));
}

const familyOf = (sign: string): string => readMarker(`${sign} 項目`)?.family ?? sign;

function isProse({ marker, text, cities }: RecognisedRecord): boolean {
  return marker === null && cities.length === 0 && text.includes('。');
}

function append(record: RecognisedRecord, next: RecognisedRecord): void {
  record.parts = [...(record.parts ?? [record.text]), next.text];
  record.partSources = [...(record.partSources ?? [record.source]), next.source];
  record.text += next.text;
  record.source = { start: record.source.start, end: next.source.end };
}
