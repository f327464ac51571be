import { readMarker } from '../../../db/domain/marker.ts';
import type { RecognisedRecord, RecordKind } from '../../contract/recognised.ts';
import { itemsOf } from './cell-items.ts';
import { flat } from './cell-text.ts';
import type { Span } from './lines.ts';
import { unspaced, type Open } from './outline.ts';
import { recordOfCell } from './recognise-records.ts';
import { readSubject } from './subject-marker.ts';
import type { TableReading } from './table-reading.ts';
import { sectionName } from './vocabulary.ts';

function plainHeading(text: string): Open {
  const section = sectionName(text);
  return { text, family: 'plain', sign: null, ordinal: null, hash: 0, section, named: section !== null };
}

/** A cell that heads others. @returns the heading, as what it heads stands under it. */
export function pushHeading(reading: TableReading, label: Span, under: readonly Open[]): Open {
  const printed = flat(label.text);
  const marker = readSubject(printed) ?? readMarker(printed);
  const counted = typeof marker?.ordinal === 'number' && marker.rest !== '' ? marker : null;
  const open = plainHeading(unspaced(counted?.rest ?? printed));
  reading.headings.push({ level: under.length + 1, marker: counted?.raw ?? null, text: open.text, source: { start: label.start, end: label.end } });
  return open;
}

/** The items of one cell: lines, or 「○… ○…」 in a row. Paragraphs of prose are one text, also over a page break (`goesOn`). */
export function pushRecords(reading: TableReading, cell: Span, under: readonly Open[], { goesOn = false, as }: { goesOn?: boolean; as?: RecordKind } = {}): void {
  let above = goesOn ? reading.records.at(-1) : undefined;
  for (const item of itemsOf(cell)) {
    const record = recordOfCell(item, under, as);
    if (above !== undefined && isProse(above) && isProse(record)) append(above, record);
    else reading.records.push(record);
    above = reading.records.at(-1);
  }
}

function isProse({ marker, text, cities }: RecognisedRecord): boolean {
  return marker === null && cities.length === 0 && text.includes('。');
}

function append(record: RecognisedRecord, next: RecognisedRecord): void {
  record.parts = [...(record.parts ?? [record.text]), next.text];
  record.partSources = [...(record.partSources ?? [record.source]), next.source];
  record.text += next.text;
  record.source = { start: record.source.start, end: next.source.end };
}
