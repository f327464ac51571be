import { isMeetingHeader, isMemberHeader } from './column-names.ts';
import { withOneHeader } from './double-header.ts';
import type { Entry } from './entries.ts';
import { isOpinionHeader } from './kinds/opinions.ts';
import { isIndicatorHeader } from './kpi-table.ts';
import { isPlanHeader } from './programme-table.ts';
import { nameOf, type Row, type Table } from './tables.ts';

type TableEntry = Extract<Entry, { kind: 'table' }>;

/**
 * Puts tables together that something parts: a page, where the header is repeated or left out, or a line that names a group of the
 * rows below it (【低炭素】), which then go by the header above. A unit above a table is
 * told to it, and a header of years and their parts set in one row.
 */
export function joinTableParts(entries: readonly Entry[]): Entry[] {
  const joined: Entry[] = [];
  for (const entry of entries) {
    const above = joined.at(-1);
    if (entry.kind === 'line') joined.push(entry);
    else if (above?.kind === 'table' && isSameHeader(above.table, entry.table)) joined[joined.length - 1] = together(above, entry, 1);
    else if (above?.kind === 'table' && entry.line.afterPage && lacksHeader(entry.table, above.table)) joined[joined.length - 1] = together(above, entry, 0);
    else joined.push(withUnit(underHeader({ ...entry, table: withOneHeader(entry.table) }, joined), above));
  }
  return joined;
}

function together(above: TableEntry, { table }: TableEntry, repeated: number): TableEntry {
  return { ...above, table: { ...above.table, rows: [...above.table.rows, ...table.rows.slice(repeated)], ranges: [...above.table.ranges, ...table.ranges] } };
}

const headerOf = ({ rows: [header] }: Table): string => header?.cells.map((cell) => cell.text.replace(/\s/g, '')).join('|') ?? '';

const isSameHeader = (above: Table, below: Table): boolean => headerOf(above) !== '' && headerOf(above) === headerOf(below);

/** Whether the rows of a table are of the columns of the one above, and its first names none. */
function lacksHeader({ rows: [first] }: Table, { rows: [header] }: Table): boolean {
  if (first === undefined || header === undefined || first.cells.length !== header.cells.length) return false;
  return namesColumns(header) && !namesColumns(first) && (isMemberHeader(header.cells.map(nameOf)) || first.cells.some(({ text }) => text === '' || /[0-9０-９]|。$/.test(text)));
}

function namesColumns(row: Row): boolean {
  const names = row.cells.map(nameOf);
  return isIndicatorHeader(names) || isPlanHeader(names) || isOpinionHeader(row) || isMemberHeader(names) || isMeetingHeader(names);
}

/** No group has a longer name. */
const LONGEST_NAME = 40;
const FEWEST = 3;

function underHeader(entry: TableEntry, before: readonly Entry[]): TableEntry {
  const [named, group] = before.slice(-2);
  // A heading with # begins something else, and two columns are a label and its value as often as not.
  if (named?.kind !== 'table' || group?.kind !== 'line' || group.line.hash > 0 || (named.table.rows[0]?.cells.length ?? 0) < FEWEST || group.body.text.length > LONGEST_NAME || group.body.text.includes('。')) return entry;
  const [header] = named.table.rows;
  return header !== undefined && lacksHeader(entry.table, named.table) ? { ...entry, table: { ...entry.table, rows: [header, ...entry.table.rows] } } : entry;
}

/** 「（単位：％）」 above a table is the unit of its figures. */
function withUnit(entry: TableEntry, above: Entry | undefined): TableEntry {
  const unit = above?.kind === 'line' ? /^[（(]?単位[ 　]*[：:][ 　]*([^（()）、，,・／/\s]{1,8})[）)]?$/.exec(above.body.text)?.[1] : undefined;
  return unit === undefined ? entry : { ...entry, table: { ...entry.table, unit } };
}
