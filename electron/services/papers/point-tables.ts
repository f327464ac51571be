import { RECORD_KINDS, type RecordKind } from '../../contract/recognised.ts';
import { pushHeading, pushRecords } from './cell-records.ts';
import { columnOf, textIn } from './cell-text.ts';
import { readCities } from './cities.ts';
import { COLUMNS } from './column-names.ts';
import type { Span } from './lines.ts';
import { kindOf, type Open } from './outline.ts';
import type { TableReading } from './table-reading.ts';
import { nameOf, type Row, type Table } from './tables.ts';
import { sectionName, type SectionKind } from './vocabulary.ts';

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
  if (!header || kinds.filter((kind) => TREATED.has(kind)).length < 2) return false;
  if (kinds[0] === null) {
    readRowsOfSubjects(table, kinds.map(asRecordKind), under, reading);
    return true;
  }
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

/** Each row's first cell heads it, and an empty one goes on with the subject above; the columns tell what the others are. */
function readRowsOfSubjects({ rows: [header, ...rows] }: Table, kinds: readonly (RecordKind | null)[], under: readonly Open[], reading: TableReading): void {
  let path = under;
  for (const { cells: [subject, ...others] } of rows) {
    if (subject && nameOf(subject) === nameOf(header?.cells[0])) continue;
    if (subject && subject.text !== '') path = [...under, pushHeading(reading, subject, under)];
    others.forEach((cell, i) => {
      const as = kinds[i + 1] ?? null;
      if (as !== null && cell.text !== '') pushRecords(reading, cell, path, { as });
    });
  }
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
  for (const row of rows) {
    const cell = row.cells[column];
    if (!cell || cell.text === '' || nameOf(cell) === nameOf(header.cells[column])) continue;
    const first = reading.records.length;
    pushRecords(reading, cell, under, { as: kind });
    const record = reading.records[first];
    if (record === undefined) continue;
    record.marker ??= textIn(row, number);
    if (textIn(row, city) !== null) record.cities = readCities(`（${textIn(row, city)}）`, true)?.cities ?? record.cities;
  }
  return true;
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
      path = [...under, pushHeading(reading, label, under)];
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
  const kind = cell ? sectionName(cell.text) : null;
  // 目標 in a table is a figure.
  return kind === 'contents' || kind === 'contact' || kind === 'members' || kind === 'schedule' || (cell && /^目標値?$/.test(nameOf(cell))) ? null : kind;
}
