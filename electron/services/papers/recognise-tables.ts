import type { RecognisedHeading, RecognisedMember, RecognisedMeeting, RecognisedPaper, RecognisedRecord } from '../../contract/recognised.ts';
import { itemsOf } from './cell-items.ts';
import type { Span } from './lines.ts';
import { MeetingCalendar } from './meeting-calendar.ts';
import { hintOf, meetingOfRow, type MeetingColumns } from './meetings.ts';
import { kindOf, unspaced, type Open } from './outline.ts';
import { readKpis } from './kpi-table.ts';
import { readPlan, readProgress } from './programme-table.ts';
import { recordOfCell } from './recognise-records.ts';
import { nameOf, type Row, type Table } from './tables.ts';
import { sectionName, type SectionKind } from './vocabulary.ts';

/** What a table gives to the paper, all of it lying within the table. */
export type TableReading = {
  title?: string;
  headings: RecognisedHeading[];
  records: RecognisedRecord[];
  meetings: RecognisedMeeting[];
  members: RecognisedMember[];
  kpis: RecognisedPaper['kpis'];
  programme: RecognisedPaper['programme'];
};

/** Headings of columns, by what stands below them; matched with all spaces out. */
const COLUMNS = {
  name: /^(?:氏名|委員名|委員氏名|名前|お名前)$/,
  field: /^(?:分野|専門分野|区分|選出区分|選出分野|専門)$/,
  affiliation: /所属|団体|勤務先|職名|肩書/,
  role: /^(?:役職|役割|備考|職|役員)$/,
  date: /^(?:開催)?(?:年月日|日時|期日|日程|時期|日|月日|予定日|開催日|開催日時|開催時期|開催予定|予定)(?:\(.*\))?$/,
  topics: /内容|議題|議事|審議事項|テーマ|案件/,
  year: /^(?:年|年度)$/,
  month: /^月$/,
  place: /^(?:開催)?(?:場所|会場)$/,
  label: /^(?:回|回数|会議|会議名|区分|名称|開催回|)$/,
} as const;

const PROGRAMME_NAME = /^(?:実施)?(?:プログラム|事業|計画|施策|取組|事務事業)名(?:称)?$/;

/**
 * Reads a table by the names of its columns or of its rows.
 * @param under the headings it stands under.
 * @param cover text of the paper's cover, which may hold the year of the meetings.
 * @param programme what is known of it so far; rows are added in place, since plan and progress stand in tables of their own.
 */
export function readTableAs(table: Table, under: readonly Open[], cover: string, programme: RecognisedPaper['programme']): TableReading {
  const reading: TableReading = { headings: [], records: [], meetings: [], members: [], kpis: [], programme };
  const named = table.rows.find((row) => PROGRAMME_NAME.test(nameOf(row.cells[0])));
  if (named) {
    const title = named.cells.findLast((cell) => cell.text !== '')?.text;
    return title === undefined ? reading : { ...reading, title };
  }
  reading.kpis = readKpis(table);
  if (readPlan(table, programme) || readProgress(table, programme)) return reading;
  if (readMembers(table, reading) || readMeetings(table, under, cover, reading) || readPointColumns(table, under, reading)) return reading;
  readLabelledRows(table, under, reading);
  return reading;
}

function columnOf(row: Row, name: RegExp): number {
  return row.cells.findIndex((cell) => name.test(nameOf(cell)));
}

function textIn(row: Row, column: number): string | null {
  const text = column < 0 ? '' : flat(row.cells[column]?.text ?? '');
  return text === '' ? null : text;
}

function flat(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function readMembers(table: Table, reading: TableReading): boolean {
  const [header, ...rows] = table.rows;
  if (!header) return false;
  const name = columnOf(header, COLUMNS.name);
  if (name < 0) return false;
  const [field, affiliation, role] = [columnOf(header, COLUMNS.field), columnOf(header, COLUMNS.affiliation), columnOf(header, COLUMNS.role)];
  let above: string | null = null;
  for (const row of rows) {
    const printed = textIn(row, name);
    if (printed === null || nameOf(row.cells[name]) === nameOf(header.cells[name])) continue;
    // An empty field cell continues the one above it.
    above = textIn(row, field) ?? above;
    reading.members.push({
      ...readName(printed), field: field < 0 ? null : above, affiliation: textIn(row, affiliation),
      ...(textIn(row, role) ? { role: textIn(row, role) } : {}), source: { start: row.start, end: row.end },
    });
  }
  return true;
}

/** 「伊東 正（部会長）」「◎伊東 正」 */
export function readName(printed: string): { name: string; role: string | null } {
  const match = /^([◎○●]?)[ 　]*(.+?)(?:[ 　]*[（(]([^（）()]*(?:長|代理|委員|幹事|オブザーバー|座長))[）)])?$/.exec(printed);
  const role = match?.[3] ?? (match?.[1] === '◎' ? '会長' : null);
  return { name: (match?.[2] ?? printed).replace(/[ 　]*(?:委員|氏)$/, ''), role };
}

/** 「副会長　　井口 のぞみ　　公認会計士」: a row of a list of members set with spaces. */
export function readMemberLine(text: string): Omit<RecognisedMember, 'source'> | null {
  const [first = '', printed, ...rest] = text.split(/[ 　\t]{2,}/);
  const role = first.replace(/[\s　]/g, '');
  if (printed === undefined || !/^(?:副?(?:会長|委員長|座長|部会長)|(?:職務代理|臨時|専門)?委員|オブザーバー|顧問)$/.test(role)) return null;
  return { ...readName(printed), field: null, affiliation: rest.length > 0 ? rest.join(' ') : null, role: role === '委員' ? null : role };
}

function readMeetings(table: Table, under: readonly Open[], cover: string, reading: TableReading): boolean {
  const [header, ...rows] = table.rows;
  if (!header) return false;
  const columns: MeetingColumns = {
    date: columnOf(header, COLUMNS.date), topics: columnOf(header, COLUMNS.topics), place: columnOf(header, COLUMNS.place), label: columnOf(header, COLUMNS.label),
  };
  const year = columnOf(header, COLUMNS.year);
  if (columns.date < 0) columns.date = columnOf(header, COLUMNS.month);
  const scheduled = kindOf(under) === 'schedule';
  const counted = rows.some((row) => row.cells.some((cell) => /^第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回/.test(cell.text)));
  if (columns.date < 0 || !(scheduled || (counted && columns.topics >= 0))) return false;
  if (columns.label < 0) columns.label = [0, 1, 2, 3].find((i) => i !== year && i !== columns.date && i !== columns.topics && i !== columns.place) ?? -1;
  const calendar = new MeetingCalendar(hintOf(under, cover));
  for (const row of rows) {
    calendar.take(textIn(row, year) ?? '');
    const meeting = meetingOfRow(row, columns, calendar);
    if (meeting) reading.meetings.push(meeting);
  }
  return true;
}

/** 視点 | 課題 | 他都市の取組 as columns. */
function readPointColumns(table: Table, under: readonly Open[], reading: TableReading): boolean {
  const [header, ...rows] = table.rows;
  const kinds = header?.cells.map((cell) => pointKind(cell)) ?? [];
  if (!header || kinds.filter((kind) => kind !== null).length < 2) return false;
  const subject = kinds[0] === null ? 0 : -1;
  kinds.forEach((kind, column) => {
    const label = header.cells[column];
    if (kind === null || !label) return;
    const open = pushHeading(reading, label, under);
    for (const row of rows) {
      const cell = row.cells[column];
      const topic = subject < 0 ? null : textIn(row, subject);
      if (cell && cell.text !== '' && nameOf(cell) !== nameOf(label)) pushRecords(reading, cell, [...under, ...(topic ? [plainHeading(topic)] : []), open]);
    }
  });
  return true;
}

/** 取組 / 成果 / 課題 as the first cell of rows, often below a row with the subject alone. */
function readLabelledRows(table: Table, under: readonly Open[], reading: TableReading): void {
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
    if (label.text !== '') open = pointKind(label) === null || filled.length === 0 ? null : pushHeading(reading, label, path);
    if (open === null) return;
    for (const cell of filled) pushRecords(reading, cell, [...path, open]);
  });
}

function pointKind(cell: Span | undefined): SectionKind | null {
  const kind = cell ? sectionName(cell.text) : null;
  return kind === 'contents' || kind === 'contact' || kind === 'members' || kind === 'schedule' ? null : kind;
}

function plainHeading(text: string): Open {
  return { text, family: 'plain', sign: null, ordinal: null, hash: 0, section: sectionName(text) };
}

function pushHeading(reading: TableReading, label: Span, under: readonly Open[]): Open {
  const open = plainHeading(unspaced(flat(label.text)));
  reading.headings.push({ level: under.length + 1, marker: null, text: open.text, source: { start: label.start, end: label.end } });
  return open;
}

/** The items of one cell: lines, or 「○… ○…」 in a row. A line without a mark of its own below one with a mark goes with it. */
function pushRecords(reading: TableReading, cell: Span, under: readonly Open[]): void {
  for (const item of itemsOf(cell)) reading.records.push(recordOfCell(item, under));
}
