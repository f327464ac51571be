import type { PaperKind } from '../../../db/domain/words.ts';
import type { RecognisedMeeting, SourceRange } from '../../contract/recognised.ts';
import type { Block, TextBlock } from './block-types.ts';
import { isColophon } from './colophon.ts';
import { findDates } from '../../../db/domain/read-date.ts';
import { MeetingCalendar, remarksOn, type DatedText } from './meeting-calendar.ts';
import { itemsOf } from './cell-items.ts';
import { DITTO } from './cell-text.ts';
import type { Span } from './lines.ts';
import { kindOf, type Open } from './outline.ts';
import { sourcesOf } from './recognise-records.ts';
import { isStep, readEventLine } from './kinds/schedule.ts';
import type { Row } from './tables.ts';

/** A label longer than this is a sentence that happens to have a date in it. */
const LONGEST_LABEL = 40;

/**
 * Finds the meetings of sections that hold a schedule: an item with a date opens one, and what stands below it until the
 * next is its topics.
 * @param cover the text of the paper's cover, which may hold the year.
 * @param kind of the paper: all of a schedule is one.
 * @returns block index → the meeting it opens, or 'taken' for a block that went into the meeting above it.
 */
export function meetingsIn(blocks: readonly Block[], cover: string, kind: PaperKind = 'other'): Map<number, RecognisedMeeting | 'taken'> {
  const found = new Map<number, RecognisedMeeting | 'taken'>();
  let calendar: MeetingCalendar | null = null;
  let open: RecognisedMeeting | null = null;
  let above = '';
  /** The name of a meeting whose date is on the next line. */
  let named: TextBlock | null = null;
  const notes = notesBySection(blocks);
  blocks.forEach((block, i) => {
    if (block.kind === 'heading') calendar = null;
    const section = kindOf(block.under) ?? (kind === 'schedule' ? 'schedule' : null);
    // A counted and dated line below the list of items, or anywhere in a schedule, is a meeting, though nothing names it so.
    const isStray = block.kind === 'text' && (section === 'deliberation_item' || kind === 'schedule') && COUNTED.test(block.text) && isDated(block.text);
    if (block.kind !== 'text' || (section !== 'schedule' && !isStray) || isColophon(block, blocks.length - i)) {
      open = named = null;
      return;
    }
    const { text } = block;
    calendar ??= new MeetingCalendar([hintOf(block.under, cover), ...notes.get(block.under.at(-1)) ?? [], dayInFull(blocks, block) ?? ''].join('\n'));
    if (isColumnNames(text) || isDateAhead(blocks[i + 1]) && !DATE_LABEL.test(text)) {
      named = isColumnNames(text) ? null : block;
      found.set(i, 'taken');
      return;
    }
    if (named === null && isStep(text)) {
      open = null;
      return;
    }
    const event = kind === 'schedule' && named === null ? readEventLine(text, calendar) : null;
    if (event) {
      found.set(i, open = { ...event, ...sourcesOf(block) });
      return;
    }
    const dated = calendar.take(text);
    if (dated && YEAR_ALONE.test(text)) {
      found.set(i, 'taken');
      return;
    }
    const read = dated && !isWithinSentence(text, dated) && readLine(text, dated, named?.text ?? rowNumber(block, dated) ?? /^次々?回/.exec(block.under.at(-1)?.text ?? '')?.[0]);
    if (read) {
      if (DITTO.test(read.label)) read.label = above;
      above = read.label;
      open = named ? spanning(read, named, block) : { ...read, ...sourcesOf(block) };
      found.set(i, open);
    } else if (open && !((block.marker === null ? block.owner === null : isRemark(block.marker.raw)) && text.endsWith('。'))) {
      // A number cites the item that is treated; a dot is only the mark of a list.
      const cited = typeof block.marker?.ordinal === 'number' ? `${block.marker.raw}${block.marker.family === 'section' ? ' ' : ''}` : '';
      addTopics(open, `${cited}${text}`, sourcesOf(block));
      found.set(i, 'taken');
    }
    named = null;
  });
  return found;
}

/**
 * 「第1回（2月6日）」 where the paper tells elsewhere what was done on 令和6年2月6日: that day in full, as the year of a list that
 * gives none.
 */
function dayInFull(blocks: readonly Block[], { under }: Block): string | null {
  const texts = blocks.flatMap((block) => (block.kind === 'text' ? [block] : []));
  const listed = texts.filter((block) => block.under.at(-1) === under.at(-1)).flatMap(({ text }) => findDates(text, { year: 2000 })).find(({ date }) => date.precision === 'day')?.date.start;
  if (listed === undefined || listed === null) return null;
  return texts.flatMap(({ text }) => findDates(text)).find(({ date }) => date.precision === 'day' && date.start?.slice(4) === listed.slice(4))?.date.raw ?? null;
}

/** 「…により、第4回を12月に繰り下げることがある。」 speaks of a date, and is no row of the list. */
const isWithinSentence = (text: string, { start, from = 0 }: DatedText) => text.endsWith('。') && /[、はをがに]/.test(text.slice(from, start)) && !/[（(：: 　]$/.test(text.slice(0, start));

/** 「*日程は変更する場合があります。」 is no topic of the meeting above it. */
const isRemark = (mark: string) => /^[*＊]/.test(mark);

const COUNTED = /^(?:\S*[ 　]+)?第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回/;
const EVENT = /第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回|(?:会|会議|コメント|視察|見学|調査|アンケート|ワークショップ|答申)$/;

function isDated(text: string): boolean {
  return findDates(text, { year: 2000 }).length > 0;
}

/** 「1　平成29年6月1日　座長選任」: the number of a row is the meeting's name where what follows the date is no meeting's. */
function rowNumber({ marker, text }: TextBlock, { start, end }: DatedText): string | undefined {
  const first = /^[\s　]*(\S+)/.exec(text.slice(end))?.[1] ?? '';
  return start === 0 && marker?.family === 'decimal' && !EVENT.test(first) ? marker.raw : undefined;
}

/** 「令和7年」 on a line of its own: the year of what stands below. */
const YEAR_ALONE =
  /^[（(【〔［[]?(?:(?:昭和|平成|令和|[SHR])[ 　]*[0-9０-９元一二三四五六七八九十]{1,3}|[0-9０-９]{4})[ 　]*年度?[）)】〕］\]]?$/;
const DATE_LABEL = /^(?:開催)?(?:日時|期日|月日|日程|開催日|とき)(?:[：:]|[ 　]+)[ 　]*/;
const TOPICS_LABEL = /^(?:主な)?(?:議題|内容|議事|審議内容|検討内容)(?:[：:]|[ 　]+)[ 　]*/;
const PLACE = /(?:^|[ 　\n])(?:開催)?(?:場所|会場|ところ)(?:[：:]|[ 　]+)[ 　]*([^\n：:]*?)(?=$|\n|[ 　]+(?:主な)?(?:議題|内容|議事)[：: 　])/;

const COLUMN_NAMES = /^(?:(?:開催)?(?:回数?|年月日|日程|日時|期日|月日|開催日|時期|会議名?|場所|会場)|(?:主な)?(?:議題|内容|議事|審議内容)|備考)+$/;
const LONGEST_ROW = 100;

/** 「回　　日程　　議題」: the head of a table set with spaces. */
function isColumnNames(text: string): boolean {
  return text.length <= LONGEST_ROW && /[ 　]/.test(text) && COLUMN_NAMES.test(text.replace(/[\s　]/g, ''));
}

function isDateAhead(next: Block | undefined): boolean {
  return next?.kind === 'text' && DATE_LABEL.test(next.text);
}

function spanning(read: Omit<RecognisedMeeting, 'source'>, first: TextBlock, second: TextBlock): RecognisedMeeting {
  const ranges = [first, second].map(sourcesOf).flatMap(({ source, partSources }) => partSources ?? [source]);
  return { ...read, source: { start: first.start, end: ranges.at(-1)?.end ?? first.start }, partSources: ranges };
}

/** 「※ いずれも令和6年度」 below a list of meetings may hold their year. */
function notesBySection(blocks: readonly Block[]): Map<Open | undefined, string[]> {
  const notes = new Map<Open | undefined, string[]>();
  for (const block of blocks) {
    if (block.kind !== 'note' && (block.kind !== 'text' || !YEAR_OF_LIST.test(block.text))) continue;
    const section = block.under.at(-1);
    const known = notes.get(section);
    if (known) known.push(block.text);
    else notes.set(section, [block.text]);
  }
  return notes;
}

/** 「令和6年度に予定している会議は、次のとおりです。」「令和6年度は、次の日程で開催する。」 above a list: the year of its dates. */
export const YEAR_OF_LIST = /^(?:(?:昭和|平成|令和)[ 　]*[0-9０-９元]{1,2}|[0-9０-９]{4})年度?[^0-9０-９。]*(?:次|以下|下記|[下次]の?表)の(?:とおり|日程|予定)[^。]{0,20}。$/;

export function hintOf(under: readonly { text: string }[], cover: string): string {
  return [...under.map((open) => open.text).toReversed(), cover].join('\n');
}

function addTopics(meeting: RecognisedMeeting, text: string, sources: { source: SourceRange; partSources?: SourceRange[] }): void {
  const { topics, place } = withoutPlace(text);
  if (place !== null) meeting.place ??= place;
  if (topics !== '') meeting.topics = meeting.topics === '' ? topics : `${meeting.topics}\n${topics}`;
  const ranges = [...(meeting.partSources ?? [meeting.source]), ...(sources.partSources ?? [sources.source])];
  meeting.partSources = ranges;
  meeting.source = { start: meeting.source.start, end: sources.source.end };
}

/** 「第1回検討会（H26.5.15）」「第1回 令和6年5月14日（火） 諮問」「令和6年5月14日 第1回検討会 諮問」 */
function readLine(text: string, dated: DatedText, named?: string): Omit<RecognisedMeeting, 'source'> | null {
  const { date, start, end, from = 0 } = dated;
  // Nothing longer is a label, and the white space of a long line is not looked through.
  if (start - from > LONGEST_LABEL * 4) return null;
  let label = text.slice(from, start).replace(/[（(［[【〔\s　：:、,]+$/, '').replace(/[\s　]*(?:日時|期日|開催日)$/, '').trim();
  let topics = text.slice(end).replace(/^[）)］\]】〕\s　：:、,…‥]+/, '').trim();
  if (named !== undefined && (label === '' || DATE_LABEL.test(`${label} `))) label = named;
  if (label === '') [label = '', topics = ''] = /^(\S+)\s*(.*)$/.exec(topics)?.slice(1) ?? [];
  if (label === '' || label.length > LONGEST_LABEL || /。|理由/.test(label)) return null;
  return { label, date_raw: date.raw, start: date.start, end: date.end, precision: date.precision, part: date.part ?? null, ...remarksOn(dated), ...placed(topics) };
}

function placed(text: string): { topics: string; place?: string } {
  const { topics, place } = withoutPlace(text);
  return place === null ? { topics } : { topics, place };
}

/** 「場所：3階会議室　議題：現状の説明」 → its two parts. */
function withoutPlace(text: string): { topics: string; place: string | null } {
  const place = PLACE.exec(text);
  const rest = place ? text.slice(0, place.index) + text.slice(place.index + place[0].length) : text;
  return { topics: rest.trim().replace(TOPICS_LABEL, ''), place: place?.[1]?.trim() ?? null };
}

/** The topics of one cell, one a line, list marks off. */
function topicsIn(cell: Span | undefined): string {
  return cell ? itemsOf(cell).map(({ body }) => body.text).join('\n') : '';
}

/** Which column of a table of meetings holds what; -1 for none. */
export type MeetingColumns = { date: number; topics: number; place: number; label: number };

/** Reads one row of a table of meetings; null for a repeated header or a row without a date. @param above the meeting before it, for 〃. */
export function meetingOfRow(row: Row, columns: MeetingColumns, calendar: MeetingCalendar, above: RecognisedMeeting | undefined): RecognisedMeeting | null {
  const at = (column: number) => (row.cells[column]?.text ?? '').replace(/\s*\n\s*/g, ' ');
  const printed = (column: number, same = '') => (DITTO.test(at(column)) ? same : at(column));
  const date_raw = printed(columns.date, above?.date_raw);
  const dated = calendar.take(date_raw);
  if (!dated) return null;
  const { date } = dated;
  const place = at(columns.place);
  const topics = topicsIn(row.cells[columns.topics]);
  // A table of times and what is done then: that is the name of the row.
  const named = printed(columns.label, above?.label);
  return {
    label: named === '' ? topics : named, date_raw, start: date.start, end: date.end, precision: date.precision, part: date.part ?? null, ...remarksOn(dated),
    topics: named === '' ? '' : topics, ...(place === '' ? {} : { place }), source: { start: row.start, end: row.end },
  };
}
