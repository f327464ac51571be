import { RECORD_KINDS, type RecordKind } from '../../contract/recognised.ts';
import { countOf, plainHeading, pushHeading, pushRecords } from './cell-records.ts';
import { columnOf, textIn } from './cell-text.ts';
import { readCities } from './cities.ts';
import { COLUMNS } from './column-names.ts';
import type { Span } from './lines.ts';
import { kindOf, type Open } from './outline.ts';
import type { TableReading } from './table-reading.ts';
import { isOfficeLabel } from './office-line.ts';
import { nameOf, type Row, type Table } from './tables.ts';
import { isUnread, sectionName, type SectionKind } from './vocabulary.ts';

/**
 * Reads a table whose columns or rows are named by kinds of records (視点 | 課題 | 取組, 内容), or whose section is; what is read is
 * added to `reading`.
 */
export function readPointTable(table: Table, under: readonly Open[], reading: TableReading): void {
  if (readSubjectRows(table, under, reading) || readPointColumns(table, under, reading) || readOneColumn(table, under, reading)) return;
  readLabelledRows(table, under, reading);
}

/** Kinds that papers treat side by side; 概要 and 担当課 only tell more of what another column names. */
const TREATED = new Set<SectionKind | null>(['viewpoint', 'issue', 'example', 'policy_direction', 'measure', 'outcome', 'opinion', 'response']);

/** A column that only names what a row belongs to: 方針1, 施策②, 2-1. */
function refers(rows: readonly Row[], column: number): boolean {
  const texts = rows.map((row) => nameOf(row.cells[column])).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => /^[^0-9\s、。]{0,6}[0-9ⅠⅡⅢⅣⅤIVX]{1,3}(?:[-.][0-9]{1,2}){0,2}$/.test(text));
}

/** 視点 | 課題 | 他都市の取組 as columns. */
function readPointColumns(table: Table, under: readonly Open[], reading: TableReading): boolean {
  const [header, ...rows] = table.rows;
  const kinds = header?.cells.map((cell, i) => (refers(rows, i) ? null : pointKind(cell))) ?? [];
  const named = header?.cells.findIndex((cell, i) => COLUMNS.measure.test(nameOf(cell)) && kinds.some((kind, at) => at > i && asRecordKind(kind) === 'measure')) ?? -1;
  if (!header || (named < 0 && kinds.filter((kind) => TREATED.has(kind)).length < 2)) return false;
  if (readMatrix(header, rows, kinds.map(asRecordKind), under, reading)) return true;
  kinds.forEach((kind, column) => {
    const label = header.cells[column];
    if (kind === null || !label) return;
    const open = pushHeading(reading, label, under);
    for (const { cells } of rows) {
      const cell = cells[column];
      if (cell && cell.text !== '' && nameOf(cell) !== nameOf(label)) pushRecords(reading, cell, [...under, open]);
    }
  });
  return true;
}

/** 番号, 施策番号 */
const NUMBER = /^(?:[^\s]{0,3}番号|No\.?|NO\.?|№|項番|通番|#)$/;
/** The columns by which a plan goes from the general to the particular. */
const CHAIN = new Set<RecordKind | null>(['policy_direction', 'measure']);

/**
 * Reads 施策 | 取組方針 | 主な取組 | 担当課 row by row: a column whose kind comes again to its right, and a first one of no kind, name what
 * stands beside them, an empty cell going on with the one above. A measure belongs to the direction it stands beside, who does it
 * to the measure.
 * @returns whether the rows of the table hold together; columns that only stand side by side are none.
 */
function readMatrix(header: Row, rows: readonly Row[], kinds: readonly (RecordKind | null)[], under: readonly Open[], reading: TableReading): boolean {
  const number = columnOf(header, NUMBER);
  const first = number === 0 ? 1 : 0;
  // 施策名 stands over the 取組 beside it.
  const again = kinds.findLastIndex((kind, i) => {
    const held = COLUMNS.measure.test(nameOf(header.cells[i])) ? 'measure' : kind;
    return CHAIN.has(held) && kinds.includes(held, i + 1);
  });
  const last = again < 0 && (kinds[first] === null || kinds[first] === 'deliberation_item') ? first : again;
  if (last < 0 && number < 0 && ![...CHAIN].every((kind) => kinds.includes(kind))) return false;
  const counts = kinds.map((_, i) => i !== number && isCounted(rows, i));
  let path = under;
  let direction: number | null = null;
  for (const row of rows) {
    if (row.cells.every((cell, i) => nameOf(cell) === nameOf(header.cells[i]))) continue;
    let measures: number[] = [];
    let sign = textIn(row, number);
    row.cells.forEach((cell, i) => {
      const as = kinds[i] ?? null;
      if (cell.text === '' || i === number) return;
      if (i <= last) {
        const outer = path.slice(0, under.length + i - first);
        path = [...outer, as === 'deliberation_item' ? pushItem(reading, cell, outer, sign) : pushHeading(reading, cell, outer, { sign })];
        sign = direction = null;
      } else if (as !== null) {
        const from = reading.records.length;
        pushRecords(reading, cell, path, { as, counted: counts[i] ?? false });
        const made = reading.records.slice(from);
        const [record] = made;
        if (record !== undefined) record.marker ??= sign;
        sign = null;
        if (as === 'policy_direction') direction = from;
        if (as === 'measure') measures = made.map((_, at) => from + at);
        for (const each of made) each.parent = as === 'measure' ? direction : as === 'actor' && measures.length === 1 ? measures[0] ?? null : null;
      }
    });
  }
  return true;
}

/** What a row deliberates on is a record, under which the others of the row stand. */
function pushItem(reading: TableReading, cell: Span, under: readonly Open[], sign: string | null): Open {
  const from = reading.records.length;
  pushRecords(reading, cell, under, { as: 'deliberation_item', counted: true });
  const item = reading.records[from];
  if (item !== undefined) item.marker ??= sign;
  return plainHeading(item?.text ?? '');
}

/** Whether each cell of a column has a number of its own: 1-1 …, (2) …. */
function isCounted(rows: readonly Row[], column: number): boolean {
  const texts = rows.map((row) => row.cells[column]?.text ?? '').filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => typeof countOf(text)?.ordinal === 'number');
}

/** 項目 | 区分 | 内容: the subject, the kind of what is said of it (視点, 課題, 他市事例), and what is said. */
function readSubjectRows({ rows }: Table, under: readonly Open[], reading: TableReading): boolean {
  const kinds = rows.map((row) => (row.cells.length < 3 ? null : pointKind(row.cells[1])));
  const isHeader = pointKind(rows[0]?.cells[1]) === null;
  if (!isHeader || new Set(kinds.filter((kind) => TREATED.has(kind))).size < 2 || rows.some((row, i) => i > 0 && (row.cells[1]?.text ?? '') !== '' && kinds[i] === null)) return false;
  let [path, open]: [readonly Open[], Open | null] = [under, null];
  for (const { cells: [subject, label, ...others] } of rows.slice(1)) {
    if (subject && subject.text !== '') path = [...under, pushHeading(reading, subject, under)];
    const goesOn = label?.text === '' && open !== null;
    if (label && label.text !== '') open = pushHeading(reading, label, path);
    for (const cell of others) if (open !== null && cell.text !== '') pushRecords(reading, cell, [...path, open], { goesOn });
  }
  return true;
}

/** Sections whose tables list what they hold, a row each. */
const LISTED = new Set<SectionKind | null>(['deliberation_item', 'viewpoint', 'issue', 'example']);
/** The name of a column is no longer. */
const LONGEST_NAME = 14;

/** 年月 | 取組: one column names the kind of its cells, or the section does; the others say when, where or by whom. */
function readOneColumn(table: Table, under: readonly Open[], reading: TableReading): boolean {
  const [header, ...rows] = table.rows;
  if (!header || header.cells.length < 2 || header.cells.some((cell) => cell.text.length > LONGEST_NAME)) return false;
  if (!refers(rows, 0) && rows.some((row) => pointKind(row.cells[0]) !== null)) return false;
  const kinds = header.cells.map((cell, i) => (refers(rows, i) ? null : asRecordKind(pointKind(cell)))).map((kind) => (TREATED.has(kind) ? kind : null));
  const named = kinds.findIndex((kind) => kind !== null);
  const section = asRecordKind(kindOf(under));
  const column = named >= 0 ? named : section === 'measure' ? columnOf(header, COLUMNS.measure) : LISTED.has(section) ? columnOf(header, COLUMNS.item) : -1;
  // The 取組 of other cities are examples.
  const kind = section === 'example' ? section : kinds[column] ?? section;
  if (column < 0 || kind === null) return false;
  const [number, city] = [columnOf(header, COLUMNS.number), kind === 'example' ? columnOf(header, COLUMNS.city) : -1];
  const offices = header.cells.flatMap((cell, i) => (isOfficeLabel(cell.text) ? [i] : []));
  for (const row of rows) {
    const cell = row.cells[column];
    if (!cell || cell.text === '' || nameOf(cell) === nameOf(header.cells[column])) continue;
    const first = reading.records.length;
    pushRecords(reading, cell, under, { as: kind });
    const record = reading.records[first];
    if (record === undefined) continue;
    record.marker ??= textIn(row, number);
    if (kind === 'measure') pushOffices(reading, row, offices, under, first);
    if (textIn(row, city) !== null) record.cities = readCities(`（${textIn(row, city)}）`, true)?.cities ?? record.cities;
  }
  return true;
}

/** Who does what a row names. */
function pushOffices(reading: TableReading, row: Row, columns: readonly number[], under: readonly Open[], measure: number): void {
  const last = reading.records.length;
  for (const i of columns) if (row.cells[i] && textIn(row, i) !== null) pushRecords(reading, row.cells[i], under, { as: 'actor' });
  for (const record of reading.records.slice(last)) record.parent = last - measure === 1 ? measure : null;
}

function asRecordKind(kind: SectionKind | null): RecordKind | null {
  return RECORD_KINDS.find((known) => known === kind) ?? null;
}

/** 取組 / 成果 / 課題 as the first cell of rows, often below a row with the subject alone. */
export function readLabelledRows(table: Table, under: readonly Open[], reading: TableReading): void {
  const labelled = table.rows.filter((row) => pointKind(row.cells[0]) !== null && row.cells.slice(1).some((cell) => cell.text !== ''));
  if (labelled.length === 0) return;
  let path = [...under];
  let open: Open | null = null;
  table.rows.forEach((row, i) => {
    const [label, ...cells] = row.cells;
    const filled = cells.filter((cell) => cell.text !== '');
    if (!label) return;
    if (label.text !== '' && filled.length === 0 && i < table.rows.length - 1 && pointKind(table.rows[i + 1]?.cells[0]) !== null) {
      path = [...under, pushHeading(reading, label, under, { alone: true })];
      open = null;
      return;
    }
    const goesOn = label.text === '';
    if (!goesOn) open = pointKind(label) === null || filled.length === 0 ? null : pushHeading(reading, label, path);
    if (open === null) return;
    for (const cell of filled) pushRecords(reading, cell, [...path, open], { goesOn });
  });
}

function pointKind(cell: Span | undefined): SectionKind | null {
  const kind = cell ? (isOfficeLabel(cell.text) ? 'actor' : sectionName(cell.text)) : null;
  // 目標 in a table is a figure.
  return isUnread(kind) || kind === 'members' || kind === 'schedule' || (cell && /^目標値?$/.test(nameOf(cell))) ? null : kind;
}
