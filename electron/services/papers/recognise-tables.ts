import type { PaperKind } from '../../../db/domain/words.ts';
import { RECORD_KINDS } from '../../contract/recognised.ts';
import type { RecognisedHeading, RecognisedMember, RecognisedMeeting, RecognisedPaper, RecognisedRecord, RecordKind } from '../../contract/recognised.ts';
import { readCities } from './cities.ts';
import { itemsOf } from './cell-items.ts';
import type { Span } from './lines.ts';
import { MeetingCalendar } from './meeting-calendar.ts';
import { hintOf, meetingOfRow, type MeetingColumns } from './meetings.ts';
import { kindOf, unspaced, type Open } from './outline.ts';
import { readOpinionTable } from './kinds/opinions.ts';
import { readListedName } from './kinds/member-list.ts';
import { readScheduleTable } from './kinds/schedule.ts';
import { readKpis } from './kpi-table.ts';
import { readPlan, readProgress } from './programme-table.ts';
import { recordOfCell } from './recognise-records.ts';
import { nameOf, type Row, type Table } from './tables.ts';
import { sectionName, type SectionKind } from './vocabulary.ts';

/** What is known of the paper that a table stands in. */
export type TableScene = { kind?: PaperKind; legend?: ReadonlyMap<string, string> };

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
  name: /^(?:氏名|委員名|委員氏名|名前|お名前|委員)(?:\(.*\))?$/,
  field: /^(?:分野|専門分野|(?:選出|選任|委員|構成)?区分|選出分野|専門|選出母体)$/,
  affiliation: /所属|団体|勤務先|職名|肩書/,
  role: /^(?:(?:会議|協議会|委員会|審議会|会)?(?:での|の)?(?:役職|役割)|備考|職|役員|役職等?)$/,
  date: /^(?:開催)?(?:年月日|日時|期日|日程|時期|日|月日|予定日|開催日|開催日時|開催時期|開催予定|予定)(?:\(.*\))?$/,
  topics: /内容|議題|議事|審議事項|テーマ|案件/,
  year: /^(?:年|年度)$/,
  month: /^月$/,
  place: /^(?:開催)?(?:場所|会場)$/,
  label: /^(?:回|回数|会議|会議名|区分|名称|開催回|)$/,
  number: /^(?:番号|No\.?|NO\.?|№|項番|通番|#)$/,
  city: /^(?:自治体|市区?町村|都市|市|団体)名?$/,
  measure: /^(?:取組|取組み|取り組み|事業|施策|事務事業)名(?:称)?$/,
  item: /^(?:(?:審議|検討|協議|諮問)?(?:事項|項目|テーマ)|件名|[^、。]{0,12}内容|概要)$/,
} as const;

/** What a programme's own sheet calls its name. */
export const PROGRAMME_NAME = /^(?:実施)?(?:プログラム|事業|計画|施策|取組|事務事業)(?:名(?:称)?|項目名?)$/;
const OFFICE = /^(?:所管|担当|主管|関係)(?:課|部署|部局|局)?名?$/;

/**
 * Reads a table by the names of its columns or of its rows.
 * @param under the headings it stands under.
 * @param cover text of the paper's cover, which may hold the year of the meetings.
 * @param programme what is known of it so far; rows are added in place, since plan and progress stand in tables of their own.
 * @param scene the kind of the paper, as far as it is known, and what ◎ and ○ before names stand for in it.
 */
export function readTableAs(table: Table, under: readonly Open[], cover: string, programme: RecognisedPaper['programme'], { kind = 'other', legend = new Map() }: TableScene = {}): TableReading {
  const reading: TableReading = { headings: [], records: [], meetings: [], members: [], kpis: [], programme };
  const named = table.rows.find((row) => PROGRAMME_NAME.test(nameOf(row.cells[0])));
  // A row names a programme where its office stands beside it; 取組名 on top of a table is the head of a column.
  if (named && (table.rows.length === 1 || table.rows.some((row) => OFFICE.test(nameOf(row.cells[0]))))) {
    const title = named.cells.findLast((cell) => cell.text !== '')?.text;
    return title === undefined ? reading : { ...reading, title };
  }
  // 「事業番号 | 3-2 | 事業名 | …」: labels and values side by side; the last name is that of the innermost.
  if (table.rows.some((row) => OFFICE.test(nameOf(row.cells[0])))) {
    const beside = table.rows.flatMap(({ cells }) => cells.flatMap((cell, i) => (i > 0 && i % 2 === 0 && PROGRAMME_NAME.test(nameOf(cell)) ? [cells[i + 1]?.text ?? ''] : []))).findLast((text) => text !== '');
    if (beside !== undefined) return { ...reading, title: beside };
  }
  reading.kpis = readKpis(table, { under, listed: kind === 'indicators' });
  if (readPlan(table, programme) || readProgress(table, programme, under.at(-1)?.text ?? '')) return reading;
  if (reading.kpis.length > 0) {
    // A programme's sheet may tell its effects in a row above its indicators.
    if (kind !== 'indicators') readLabelledRows(table, under, reading);
    return reading;
  }
  const opinions = readOpinionTable(table, under);
  if (opinions !== null) return { ...reading, records: opinions };
  // In papers on public comment, tables of numbers stand beside the opinions.
  if (kind === 'public-comment') return reading;
  const events = kind === 'schedule' ? readScheduleTable(table, hintOf(under, cover)) : null;
  if (events !== null) return { ...reading, meetings: events };
  if (readMembers(table, legend, reading) || readMeetings(table, under, cover, reading)) return reading;
  if (readPointColumns(table, under, reading) || readOneColumn(table, under, reading)) return reading;
  readLabelledRows(table, under, reading);
  return reading;
}

function columnOf(row: Row, name: RegExp): number {
  return row.cells.findIndex((cell) => name.test(nameOf(cell)));
}

/** @param above what 〃 stands for. */
function textIn(row: Row, column: number, above: string | null = null): string | null {
  const text = column < 0 ? '' : flat(row.cells[column]?.text ?? '');
  if (/^(?:〃|”|"|々|同上|同)$/.test(text)) return above;
  return text === '' ? null : text;
}

function flat(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function readMembers(table: Table, legend: ReadonlyMap<string, string>, reading: TableReading): boolean {
  const at = table.rows.slice(0, 2).findIndex((row) => columnOf(row, COLUMNS.name) >= 0);
  const header = table.rows[at];
  if (!header) return false;
  const name = columnOf(header, COLUMNS.name);
  const [field, affiliation, role] = [columnOf(header, COLUMNS.field), columnOf(header, COLUMNS.affiliation), columnOf(header, COLUMNS.role)];
  const above = { field: null as string | null, affiliation: null as string | null };
  for (const row of table.rows.slice(at + 1)) {
    const printed = textIn(row, name);
    // An empty field cell, and 〃 in any, continues the one above it.
    above.field = textIn(row, field, above.field) ?? above.field;
    if (printed === null || nameOf(row.cells[name]) === nameOf(header.cells[name])) continue;
    above.affiliation = textIn(row, affiliation, above.affiliation);
    const read = readListedName(printed, legend);
    if (read === null) continue;
    const said = textIn(row, role);
    const own = said !== null && isRole(nameOf(header.cells[role]), said) ? said : null;
    reading.members.push({
      name: read.name, field: field < 0 ? null : above.field, affiliation: above.affiliation, role: own ?? read.role, source: { start: row.start, end: row.end },
    });
  }
  return true;
}

/** In a column of remarks only a role is one; 委員 is what everybody is. */
function isRole(column: string, text: string): boolean {
  if (/^(?:[-－―—ー]|委員)$/.test(text)) return false;
  return column === '備考' ? /(?:長|代理者?|委員|幹事|オブザーバー|アドバイザー|顧問)$/.test(text) : true;
}

/** 「副会長　　井口 のぞみ　　公認会計士」: a row of a list of members set with spaces. */
export function readMemberLine(text: string): Omit<RecognisedMember, 'source'> | null {
  const [first = '', printed, ...rest] = text.split(/[ 　\t]{2,}/);
  const role = first.replace(/[\s　]/g, '');
  if (printed === undefined || !/^(?:副?(?:会長|委員長|座長|部会長)|(?:職務代理|臨時|専門)?委員|オブザーバー|顧問)$/.test(role)) return null;
  const read = readListedName(printed, new Map());
  return read && { name: read.name, field: null, affiliation: rest.length > 0 ? rest.join(' ') : null, role: role === '委員' ? null : role };
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

/** Kinds that papers treat side by side; 概要 and 担当課 only tell more of what another column names. */
const TREATED = new Set<SectionKind | null>(['viewpoint', 'issue', 'example', 'policy_direction', 'measure', 'outcome', 'opinion', 'response']);

/** 視点 | 課題 | 他都市の取組 as columns. */
function readPointColumns(table: Table, under: readonly Open[], reading: TableReading): boolean {
  const [header, ...rows] = table.rows;
  const kinds = header?.cells.map((cell) => pointKind(cell)) ?? [];
  if (!header || kinds.filter((kind) => TREATED.has(kind)).length < 2) return false;
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

/** Sections whose tables list what they hold, a row each. */
const LISTED = new Set<SectionKind | null>(['deliberation_item', 'viewpoint', 'issue', 'example']);
/** The name of a column is no longer. */
const LONGEST_NAME = 14;

/** 年月 | 取組: one column names the kind of its cells, or the section does; the others say when, where or by whom. */
function readOneColumn(table: Table, under: readonly Open[], reading: TableReading): boolean {
  const [header, ...rows] = table.rows;
  if (!header || header.cells.length < 2 || header.cells.some((cell) => cell.text.length > LONGEST_NAME)) return false;
  if (rows.some((row) => pointKind(row.cells[0]) !== null)) return false;
  const kinds = header.cells.map((cell) => asRecordKind(pointKind(cell))).map((kind) => (TREATED.has(kind) ? kind : null));
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

function plainHeading(text: string): Open {
  const section = sectionName(text);
  return { text, family: 'plain', sign: null, ordinal: null, hash: 0, section, named: section !== null };
}

function pushHeading(reading: TableReading, label: Span, under: readonly Open[]): Open {
  const open = plainHeading(unspaced(flat(label.text)));
  reading.headings.push({ level: under.length + 1, marker: null, text: open.text, source: { start: label.start, end: label.end } });
  return open;
}

/** The items of one cell: lines, or 「○… ○…」 in a row. Paragraphs of prose are one text, also over a page break (`goesOn`). */
function pushRecords(reading: TableReading, cell: Span, under: readonly Open[], { goesOn = false, as }: { goesOn?: boolean; as?: RecordKind } = {}): void {
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
