import type { Precision } from '../../../../db/domain/fuzzy-date.ts';
import { findDates } from '../../../../db/domain/read-date.ts';
import type { RecognisedMeeting } from '../../../contract/recognised.ts';
import { DITTO } from '../cell-text.ts';
import { MeetingCalendar, remarksOn } from '../meeting-calendar.ts';
import type { Span } from '../lines.ts';
import { nameOf, type Row, type Table } from '../tables.ts';

/** What stands in the place of a date that is not known: the row counts, though it has no place in time. */
export const UNDATED = /^(?:時期|日程|日時|開催時期|開催)?(?:は)?(?:随時|未定|適宜|通年|毎月|毎年|調整中|別途(?:調整|通知|連絡|協議)?|必要に応じて|年度内|(?:年|月)[0-9０-９]+回)(?:開催|実施)?(?:予定)?$/;

const COLUMNS = {
  date: /^(?:開催|実施|予定|検討)?(?:年月日?|日時|期日|日程|時期|期間|日|月日|予定日|時間|スケジュール|予定|日付|年月)(?:\(.*\))?$/,
  month: /^月$/,
  year: /^(?:年|年度|和暦|西暦)$/,
  number: /^(?:No\.?|№|番号|項番|#|)$/i,
  label: /^(?:回|回数|開催回|会議|会議名|会議等|名称|会議・行事|行事|件名)$/,
  event: /^(?:(?:主な)?(?:事項|項目|内容|取組|取組項目|作業|作業項目|作業内容|実施事項|検討事項|会議名|行事名?|イベント|工程|予定|できごと|検討内容|実施内容|手続き?|区分)(?:等)?)$/,
  topics: /内容|議題|議事|審議事項|検討事項|テーマ|案件/,
  place: /^(?:開催)?(?:場所|会場)$/,
} as const;

const COUNTED = /^(第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回[^\s　（(]*)[ 　]*[（(](.+)[）)]$/;

/**
 * Reads the rows of a schedule: each dated row is a meeting or another event of it, one without a date (未定, 随時) too.
 * @param hint text that may hold the year: the headings above the table and the cover.
 * @returns the rows as meetings; null where no column holds dates.
 */
export function readScheduleTable(table: Table, hint: string): RecognisedMeeting[] | null {
  const [header, ...rows] = upright(table).rows;
  if (!header) return null;
  const find = (form: RegExp) => header.cells.findIndex((cell) => isNamed(cell, form));
  const date = [COLUMNS.date, COLUMNS.month].map(find).find((i) => i >= 0) ?? -1;
  if (date < 0) return readCalendarGrid(table, hint);
  const [year, place] = [find(COLUMNS.year), find(COLUMNS.place)];
  const used = [date, year, place, find(COLUMNS.number)];
  const named = header.cells.findIndex((cell, i) => !used.includes(i) && isNamed(cell, COLUMNS.label));
  const event = header.cells.findIndex((cell, i) => !used.includes(i) && i !== named && isNamed(cell, COLUMNS.event) && nameOf(cell) !== '区分');
  const tracks = tracksOf(header, rows, used);
  const free = header.cells.findIndex((cell, i) => !used.includes(i) && nameOf(cell) !== '備考');
  const counted = header.cells.findIndex((_, i) => !used.includes(i) && rows.filter((row) => COUNTED_NAME.test(textIn(row, i))).length > rows.length / 2);
  // 手法 | 時期 | 内容: what stands in front of what is done there names it.
  const subject = event > free && COLUMNS.topics.test(nameOf(header.cells[event])) && nameOf(header.cells[free]) !== '区分' ? free : event;
  const label = [named, counted, subject, free].find((i) => i >= 0) ?? -1;
  const topics = header.cells.findIndex((cell, i) => i !== label && !used.includes(i) && COLUMNS.topics.test(nameOf(cell)));
  const calendar = new MeetingCalendar(hint);
  const meetings: RecognisedMeeting[] = [];
  let above = '';
  for (const row of rows) {
    calendar.take(textIn(row, year));
    const inTopics = textIn(row, date) === '' && textIn(row, label) !== '' && STARTS_WITH_DAY.test(textIn(row, topics));
    const own = textIn(row, inTopics ? topics : date);
    const printed = DITTO.test(own) ? '' : own;
    if (nameOf(row.cells[date]) === nameOf(header.cells[date])) continue;
    const dated = datesIn(printed, calendar);
    // An empty cell goes on with the date above it.
    const when = dated ?? (printed === '' && meetings.length > 0 && above !== '' ? { ...datesIn(above, calendar) } : null);
    if (when === null || when.precision === undefined) continue;
    if (printed !== '' && !inTopics) above = printed;
    const split = topics < 0 ? COUNTED.exec(textIn(row, label)) : null;
    if (tracks.length > 0) {
      for (const i of tracks.filter((track) => textIn(row, track) !== '' && !BAR.test(textIn(row, track)))) meetings.push(eventInTrack(row, i, printed === '' ? above : printed, when));
      continue;
    }
    const where = textIn(row, place);
    const said = split?.[1] ?? textIn(row, label);
    const name = DITTO.test(said) ? meetings.at(-1)?.label ?? said : said;
    if (name === '' && textIn(row, topics) === '') continue;
    meetings.push({
      label: name === '' ? textIn(row, topics) : name, date_raw: printed === '' ? above : printed, start: when.start ?? null, end: when.end ?? null, precision: when.precision, part: when.part ?? null,
      topics: name === '' || inTopics ? '' : split?.[2] ?? textIn(row, topics), ...(where === '' ? {} : { place: where }), ...when.remarks, source: { start: row.start, end: row.end },
    });
  }
  return meetings.length === 0 ? null : meetings;
}

/** The name of a body, a side, or the people, at the head of a column of its own. */
const TRACK = /(?:審議会|委員会|検討会|協議会|懇話会|部会|会議|議会|庁内|本部|市民|住民|区民|町民|地域|行政|事務局|手続き?)(?:参加|検討|意見|等|の動き|関係)?$/;

/** 月 | 委員会 | 庁内 | 市民参加: columns side by side, each with events of its own; none where a column names what the rows are. */
function tracksOf(header: Row, rows: readonly Row[], used: readonly number[]): number[] {
  const free = header.cells.flatMap((cell, i) => (used.includes(i) || /^備考$/.test(nameOf(cell)) ? [] : [i]));
  const isTracks = free.length >= 2 && free.every((i) => TRACK.test(nameOf(header.cells[i]))) && free.every((i) => rows.some((row) => textIn(row, i) === ''));
  return isTracks ? free : [];
}

/** 「第1回（趣旨説明）」 in the column of a body: the meeting and what it is about. */
function eventInTrack(row: Row, i: number, date_raw: string, { start = null, end = null, precision = 'none', part = null, remarks = {} }: When): RecognisedMeeting {
  const [said = '', ...below] = (row.cells[i]?.text ?? '').split('\n').map((line) => line.trim());
  const split = COUNTED.exec(said);
  const { start: from, end: to } = row.cells[i] ?? row;
  return { label: split?.[1] ?? said, date_raw, start, end, precision, part, topics: [...(split?.[2] === undefined ? [] : [split[2]]), ...below].map((topic) => topic.replace(/^[・○●]/, '')).join('\n'), ...remarks, source: { start: from, end: to } };
}

/** A table whose first column names what the rows are (開催日, 会場, 議題), with a meeting a column, is turned. */
function upright(table: Table): Table {
  const [header] = table.rows;
  const names = table.rows.slice(1).map((row) => row.cells[0]).filter((cell) => cell !== undefined);
  const isTurned = header !== undefined && header.cells.length > 2 && header.cells.slice(1).every((cell) => COUNTED_NAME.test(cell.text)) && names.some((cell) => COLUMNS.date.test(nameOf(cell)));
  if (!isTurned) return table;
  const at = table.rows.findIndex((row) => row.cells[0] !== undefined && COLUMNS.date.test(nameOf(row.cells[0])));
  const rows = header.cells.map((_, i): Row => {
    const cells = table.rows.flatMap((row) => row.cells[i] ?? []);
    const { start, end } = table.rows[at]?.cells[i] ?? header;
    return { cells, start, end };
  });
  return { ...table, rows: rows.map((row, i) => (i === 0 ? { ...row, cells: row.cells.map((cell, j) => (j === 0 ? { ...cell, text: '回' } : cell)) } : row)) };
}

const COUNTED_NAME = /^第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回/;

/** 「12月9日 市民プラザ、12月16日 …」 below an empty date cell says when itself. */
const STARTS_WITH_DAY = /^[0-9０-９]{1,2}月[0-9０-９]{1,2}日/;

/** 「会議・手続」: a column named by two words side by side is known by either. */
const isNamed = (cell: Span, form: RegExp): boolean => form.test(nameOf(cell)) || nameOf(cell).split(/[・／/、]|及び|又は/).some((word) => word !== '' && form.test(word));

const textIn = (row: Row, column: number): string => (column < 0 ? '' : (row.cells[column]?.text ?? '').replace(/\s*\n\s*/g, ' ').trim());

type When = Partial<Pick<RecognisedMeeting, 'start' | 'end' | 'precision' | 'part'>> & { remarks?: ReturnType<typeof remarksOn> };

/** All the dates of one cell: from the first to the last. */
function datesIn(text: string, calendar: MeetingCalendar): When | null {
  if (UNDATED.test(text)) return { start: null, end: null, precision: 'none', part: null };
  const dated = calendar.take(text);
  if (dated === null) return null;
  const { date } = dated;
  const last = findDates(text.slice(dated.end), { year: Number((date.start ?? '2000').slice(0, 4)) }).filter((found) => found.date.start !== null).at(-1)?.date;
  const more = last !== undefined && last.start !== null && date.start !== null && last.start > date.start;
  return more
    ? { start: date.start, end: last.end, precision: 'list', part: null, remarks: remarksOn(dated) }
    : { start: date.start, end: date.end, precision: date.precision, part: date.part ?? null, remarks: remarksOn(dated) };
}

/** Times in which nobody can come to a meeting. */
const COARSE = new Set<Precision>(['fiscal-year', 'half-fiscal-year', 'fiscal-year-end', 'quarter', 'season', 'year']);
const COUNTED_MEETING = /第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回(?!定例会|議会)/;

/**
 * 「令和7年度　実施計画の策定」「移行の試行：令和8年度上半期」: a line that gives a year or a part of one to what is to be done is a
 * step of the work. It is a record, and no meeting on a day.
 */
export function isStep(text: string): boolean {
  if (text.endsWith('。') || COUNTED_MEETING.test(text)) return false;
  const dates = findDates(text, { year: 2000 });
  const [first] = dates;
  if (first === undefined || !dates.every(({ date }) => COARSE.has(date.precision) || /年度?(?:当初|初め|始め)$/.test(date.raw) || (date.precision === 'range' && !date.raw.includes('月')))) return false;
  const rest = text.slice(first.end);
  return first.start === 0 ? /^[ 　：:～〜~からまで]*\S{2}/.test(rest) : /^[）)］\]～〜~]*$/.test(text.slice(dates.at(-1)?.end ?? 0));
}

/** 「令和7～8年度」「令和12年5月」: a line that is nothing but a time, over what is done in it. */
export function isTime(text: string): boolean {
  const [first, ...more] = findDates(text, { year: 2000 });
  return first !== undefined && more.length === 0 && first.start === 0 && first.end === text.length;
}

const BRACKETED = /^(.{1,40}?)[ 　]*[（(]((?:[^（）()]|[（(][^（）()]*[)）])+)[)）]$/;
const UNDATED_BEHIND = /^(\S.{0,38}?)(?:[：:][ 　]*|[ 　]{1,})(\S+)$/;

/** 「市民アンケート（H29.6）」「庁内調整会議（随時）」: an event with its time in a bracket behind it; null for any other line. */
export function readEventLine(text: string, calendar: MeetingCalendar): Omit<RecognisedMeeting, 'source'> | null {
  const [, label = '', printed = ''] = BRACKETED.exec(text) ?? [];
  const when = label === '' || findDates(label, { year: 2000 }).length > 0 ? null : datesIn(printed, calendar);
  if (when?.precision !== undefined) return eventOf(label, printed, when);
  const [, name = '', word = ''] = UNDATED_BEHIND.exec(text) ?? [];
  if (UNDATED.test(word)) return eventOf(name, word, { precision: 'none' });
  return UNDATED.test(name) ? eventOf(word, name, { precision: 'none' }) : null;
}

function eventOf(label: string, date_raw: string, { start = null, end = null, precision = 'none', part = null, remarks = {} }: When): Omit<RecognisedMeeting, 'source'> {
  return { label, date_raw, start, end, precision, part, topics: '', ...remarks };
}

/** Marks of a bar in a chart of months; the last is the end of an arrow. */
const BAR = /^[○●◎◇◆■□★☆▲△▼―ー－─━=＝→⇒➡⇨<>＜＞…・-]+$/;

/** Rows of items or of years × 4月 | 5月 | …: each cell with words is an event of its own, each bar one of the row's name. */
function readCalendarGrid(table: Table, hint: string): RecognisedMeeting[] | null {
  const [header, ...rows] = table.rows;
  if (!header) return null;
  const first = new MeetingCalendar(hint);
  const columns = header.cells.flatMap((cell, i) => (i > 0 && first.take(cell.text) !== null ? [i] : []));
  if (columns.length < 2) return null;
  const across = new MeetingCalendar(hint);
  const heads = new Map(columns.map((i) => [i, across.take(textIn(header, i))]));
  const events: RecognisedMeeting[] = [];
  let year = '';
  for (const row of rows) {
    const name = row.cells.slice(0, columns[0] ?? 1).map((cell) => cell.text).filter((text) => text !== '').at(-1) ?? '';
    // A row of a year gives it to the months of its columns.
    if (findDates(name).length > 0) year = name;
    const own = year === '' ? null : new MeetingCalendar(year);
    let last = -1;
    for (const i of columns) {
      const said = textIn(row, i);
      const dated = own?.take(textIn(header, i)) ?? heads.get(i);
      if (said === '' || !dated) continue;
      const isBar = BAR.test(said);
      const above = events.at(-1);
      if (isBar && last === i - 1 && above) {
        above.end = dated.date.end;
        above.date_raw = `${above.date_raw.split('～')[0] ?? ''}～${textIn(header, i)}`;
        above.precision = 'range';
      } else if (!isBar || name !== '') {
        events.push({
          label: isBar ? name : said, date_raw: [year, textIn(header, i)].filter((text) => text !== '').join(' '), start: dated.date.start, end: dated.date.end, precision: dated.date.precision,
          part: dated.date.part ?? null, topics: isBar || name === year ? '' : name, ...remarksOn(dated), source: { start: row.cells[i]?.start ?? row.start, end: row.cells[i]?.end ?? row.end },
        });
      }
      last = i;
    }
  }
  return events.length === 0 ? null : events;
}
