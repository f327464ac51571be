import type { PaperKind } from '../../../db/domain/words.ts';
import type { RecognisedPaper } from '../../contract/recognised.ts';
import { columnOf, textIn } from './cell-text.ts';
import { COLUMNS, OFFICE, PROGRAMME_NAME } from './column-names.ts';
import { isStaff } from './kinds/member-list.ts';
import { readOpinionTable } from './kinds/opinions.ts';
import { readScheduleTable } from './kinds/schedule.ts';
import { readKpis } from './kpi-table.ts';
import { MeetingCalendar } from './meeting-calendar.ts';
import { hintOf, meetingOfRow, type MeetingColumns } from './meetings.ts';
import { readMembers } from './member-table.ts';
import { kindOf, type Open } from './outline.ts';
import { readLabelledRows, readPointTable } from './point-tables.ts';
import { readPlan, readPlanBesideDone, readPlanOfOne, readProgress } from './programme-table.ts';
import type { TableReading } from './table-reading.ts';
import { nameOf, type Table } from './tables.ts';
import { sectionName } from './vocabulary.ts';

/** What is known of the paper that a table stands in. */
export type TableScene = { kind?: PaperKind; title?: string | null; legend?: ReadonlyMap<string, string> };

/**
 * Reads a table by the names of its columns or of its rows.
 * @param under the headings it stands under.
 * @param cover text of the paper's cover, which may hold the year of the meetings.
 * @param programme what is known of it so far; rows are added in place, since plan and progress stand in tables of their own.
 * @param scene the kind of the paper, as far as it is known, and what ◎ and ○ before names stand for in it.
 */
export function readTableAs(table: Table, under: readonly Open[], cover: string, programme: RecognisedPaper['programme'], { kind = 'other', title: paperTitle = null, legend = new Map() }: TableScene = {}): TableReading {
  const reading: TableReading = { headed: table.tabbed === true, headings: [], records: [], meetings: [], members: [], kpis: [], programme };
  const named = table.rows.find((row) => PROGRAMME_NAME.test(nameOf(row.cells[0]))) ?? table.rows.find(({ cells }) => /^(?:実施|推進)?項目$/.test(nameOf(cells[0])) && CODE.test(nameOf(cells[1])) && cells.length === 3);
  // A row names a programme where its office stands beside it; 取組名 on top of a table is the head of a column.
  if (named && (table.rows.length === 1 || table.rows.some((row) => OFFICE.test(nameOf(row.cells[0]))))) {
    const title = named.cells.slice(1).findLast((cell, i, cells) => cell.text !== '' && !COLUMNS.number.test(nameOf(cell)) && !(CODE.test(nameOf(cell)) && i > 0 && COLUMNS.number.test(nameOf(cells[i - 1]))))?.text;
    return title === undefined ? reading : { ...reading, title };
  }
  // 「所管課 | 市民課」 alone on top of a sheet whose title names it.
  if (kind === 'programme-sheet' && under.length === 0 && table.rows.every(({ cells }) => OFFICE.test(nameOf(cells[0])))) return reading;
  // 「事業番号 | 3-2 | 事業名 | …」: labels and values side by side; the last name is that of the innermost.
  if (table.rows.some((row) => OFFICE.test(nameOf(row.cells[0])))) {
    const beside = table.rows.flatMap(({ cells }) => cells.flatMap((cell, i) => (i > 0 && i % 2 === 0 && PROGRAMME_NAME.test(nameOf(cell)) ? [cells[i + 1]?.text ?? ''] : []))).findLast((text) => text !== '');
    if (beside !== undefined) return { ...reading, title: beside };
  }
  // What a chart of years sets beside each other are events in a schedule, and a plan anywhere else.
  const events = kind === 'schedule' ? readScheduleTable(table, hintOf(under, cover)) : null;
  if (events !== null) return { ...reading, meetings: events };
  const indicators = readKpis(table, { under, listed: kind === 'indicators' });
  reading.kpis = indicators.kpis;
  if (readPlan(table, programme) || readPlanBesideDone(table, programme) || readProgress(table, programme, under.at(-1)?.text ?? '')) return reading;
  if (reading.kpis.length === 0 && readPlanOfOne(table, programme, subjectOf(under, kind === 'programme-sheet' ? paperTitle : null))) return reading;
  if (reading.kpis.length > 0) {
    reading.headings.push(...indicators.headings);
    // A programme's sheet may tell its effects in a row above its indicators.
    if (kind !== 'indicators') readLabelledRows(table, under, Object.assign(reading, { headed: true }));
    return reading;
  }
  const opinions = readOpinionTable(table, under);
  if (opinions !== null) return { ...reading, records: opinions };
  // In papers on public comment, tables of numbers stand beside the opinions.
  if (kind === 'public-comment') {
    if (kindOf(under) === 'schedule') readMeetings(table, under, cover, reading);
    return reading;
  }
  // Who works for the committee is no member.
  if (isStaff(under.at(-1)?.text ?? '')) return reading;
  if (readMembers(table, legend, reading) || readMeetings(table, under, cover, reading)) return reading;
  readPointTable(table, under, reading);
  return reading;
}

/** 「2-3」 beside 項目: its number in the plan, which its name follows. */
const CODE = /^[0-9]{1,3}(?:[-.][0-9]{1,3})*$/;

/** What a section is about, or the sheet where its heading only says that plans and results stand below it. */
function subjectOf(under: readonly Open[], title: string | null): string | null {
  const heading = under.at(-1)?.text ?? '';
  return heading === '' || sectionName(heading) !== null || /(?:計画|実績|工程|予定|進捗|状況|評価|年度)(?:表|等|と.{2,6})?$/.test(heading) ? title : heading;
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
  // 時期 | 内容 | 備考: what is done then names the row, and the remark says more of it.
  if (columns.topics >= 0 && nameOf(header.cells[columns.label]) === '備考') [columns.label, columns.topics] = [columns.topics, columns.label];
  const calendar = new MeetingCalendar(hintOf(under, cover));
  for (const row of rows) {
    calendar.take(textIn(row, year) ?? '');
    const meeting = meetingOfRow(row, columns, calendar, reading.meetings.at(-1));
    if (meeting) reading.meetings.push(meeting);
  }
  return true;
}
