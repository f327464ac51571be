import type { RecognisedMember } from '../../contract/recognised.ts';
import { columnOf, textIn } from './cell-text.ts';
import { COLUMNS } from './column-names.ts';
import { isListedRole, isStaff, readListedMember, readListedName } from './kinds/member-list.ts';
import { unspaced } from './outline.ts';
import type { TableReading } from './table-reading.ts';
import { nameOf, type Row, type Table } from './tables.ts';

/**
 * Reads 区分 | 氏名 | 所属 | 役職, a row a member.
 * @param legend what ◎ and ○ before names stand for.
 * @returns whether the table is one; its members are added to `reading`.
 */
export function readMembers(table: Table, legend: ReadonlyMap<string, string>, reading: TableReading): boolean {
  const at = table.rows.slice(0, 2).findIndex((row) => columnOf(row, COLUMNS.name) >= 0);
  const header = table.rows[at];
  if (!header) return false;
  const sides = sideBySide(table, header);
  if (sides.length > 1) {
    for (const side of sides) readMembers(side, legend, reading);
    return true;
  }
  const name = columnOf(header, COLUMNS.name);
  // Beside 所属, 職名 is what somebody is in the committee where all of them are so called.
  const belonging = columnOf(header, BELONGING);
  const [field, affiliation] = [columnOf(header, COLUMNS.field), belonging >= 0 ? belonging : columnOf(header, COLUMNS.affiliation)];
  const named = columnOf(header, COLUMNS.role);
  const role = named >= 0 ? named : header.cells.findIndex((_, i) => ![name, field, affiliation].includes(i) && isRoles(table.rows.slice(at + 1), i));
  const above = { field: null as string | null, affiliation: null as string | null };
  for (const row of table.rows.slice(at + 1)) {
    const printed = textIn(row, name);
    // An empty field cell, and 〃 in any, continues the one above it.
    above.field = textIn(row, field, above.field) ?? above.field;
    if (printed === null || nameOf(row.cells[name]) === nameOf(header.cells[name])) continue;
    if (isStaff(above.field ?? '')) continue;
    above.affiliation = textIn(row, affiliation, above.affiliation)?.replace(NOTE_BEHIND, '') ?? null;
    const read = readListedName(printed, legend);
    if (read === null) continue;
    const printedRole = textIn(row, role);
    const said = printedRole === null ? null : unspaced(printedRole);
    const own = said !== null && isRole(nameOf(header.cells[role]), said) ? said : null;
    reading.members.push({
      name: read.name, field: field < 0 ? null : above.field, affiliation: above.affiliation, role: own ?? read.role, source: { start: row.start, end: row.end },
    });
  }
  return true;
}

const NOTE_BEHIND = /[ 　]?[※＊†‡][0-9０-９]{0,2}$/;
const BELONGING = /^(?:所属|団体)/;

/** 氏名 | 所属 | 氏名 | 所属: a table set in two, the left before the right. */
function sideBySide(table: Table, header: Row): Table[] {
  const [first = 0, second = 0, ...more] = header.cells.flatMap((cell, i) => (COLUMNS.name.test(nameOf(cell)) ? [i] : []));
  const width = second - first;
  if (width < 1 || header.cells.length !== width * (more.length + 2)) return [];
  return Array.from({ length: more.length + 2 }, (_, side) => ({
    ...table, rows: table.rows.map(({ cells: all, start, end }) => {
      const cells = all.slice(side * width, (side + 1) * width);
      return { cells, start: cells[0]?.start ?? start, end: cells.at(-1)?.end ?? end };
    }),
  }));
}

/** A column that nothing names, and that says of everybody what they are in the committee. */
function isRoles(rows: readonly Row[], column: number): boolean {
  const texts = rows.map((row) => nameOf(row.cells[column])).filter((text) => text !== '');
  return texts.some(isListedRole) && texts.every((text) => text === '委員' || isListedRole(text));
}

/** In a column of remarks only a role is one; 委員 is what everybody is. */
function isRole(column: string, text: string): boolean {
  if (/^(?:[-－―—ー]|委員)$/.test(text)) return false;
  return column === '備考' ? /(?:長|代理者?|委員|幹事|オブザーバー|アドバイザー|顧問)$/.test(text) : true;
}

const ROLE_FIRST = /^(?:副?(?:会長|委員長|座長|部会長)|副[ 　](?:会|座)[ 　]長|[会座][ 　]*長|委[ 　]*員|構[ 　]*成[ 　]*員|(?:職務代理|臨時|専門)委員|オブザーバー|顧問)[ 　\t：:]/;

/** 「副会長　　井口 のぞみ　　公認会計士」「・会長：千葉 さやか（大学教授）」: a line of a list of members within another paper. */
export function readMemberLine(text: string): Omit<RecognisedMember, 'source'> | null {
  return ROLE_FIRST.test(text) ? readListedMember(text.replace(/^構[ 　]*成[ 　]*員/, '委員'), new Map(), null) : null;
}
