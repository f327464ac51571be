import type { RecognisedMeeting, SourceRange } from '../../contract/recognised.ts';
import type { Block } from './block-types.ts';
import { MeetingCalendar, type DatedText } from './meeting-calendar.ts';
import { itemsOf } from './cell-items.ts';
import type { Span } from './lines.ts';
import { kindOf } from './outline.ts';
import { sourcesOf } from './recognise-records.ts';
import type { Row } from './tables.ts';

/** A label longer than this is a sentence that happens to have a date in it. */
const LONGEST_LABEL = 40;

/**
 * Finds the meetings of sections that hold a schedule: an item with a date opens one, and what stands below it until the
 * next is its topics.
 * @param cover the text of the paper's cover, which may hold the year.
 * @returns block index → the meeting it opens, or 'taken' for a block that went into the meeting above it.
 */
export function meetingsIn(blocks: readonly Block[], cover: string): Map<number, RecognisedMeeting | 'taken'> {
  const found = new Map<number, RecognisedMeeting | 'taken'>();
  let calendar: MeetingCalendar | null = null;
  let open: RecognisedMeeting | null = null;
  blocks.forEach((block, i) => {
    if (block.kind === 'heading') calendar = null;
    if (block.kind !== 'text' || kindOf(block.under) !== 'schedule') {
      open = null;
      return;
    }
    calendar ??= new MeetingCalendar(hintOf(block.under, cover));
    const dated = calendar.take(block.text);
    const read = dated && readLine(block.text, dated);
    if (read) {
      open = { ...read, ...sourcesOf(block) };
      found.set(i, open);
    } else if (open && !(block.marker === null && block.owner === null && block.text.endsWith('。'))) {
      addTopics(open, block.text, sourcesOf(block));
      found.set(i, 'taken');
    }
  });
  return found;
}

export function hintOf(under: readonly { text: string }[], cover: string): string {
  return [...under.map((open) => open.text).toReversed(), cover].join('\n');
}

function addTopics(meeting: RecognisedMeeting, text: string, sources: { source: SourceRange; partSources?: SourceRange[] }): void {
  meeting.topics = meeting.topics === '' ? text : `${meeting.topics}\n${text}`;
  const ranges = [...(meeting.partSources ?? [meeting.source]), ...(sources.partSources ?? [sources.source])];
  meeting.partSources = ranges;
  meeting.source = { start: meeting.source.start, end: sources.source.end };
}

/** 「第1回検討会（H26.5.15）」「第1回 令和6年5月14日（火） 諮問」「令和6年5月14日 第1回検討会 諮問」 */
function readLine(text: string, { date, start, end }: DatedText): Omit<RecognisedMeeting, 'source'> | null {
  let label = text.slice(0, start).replace(/[（(［[【〔\s　：:、,]+$/, '').replace(/[\s　]*(?:日時|期日|開催日)$/, '').trim();
  let topics = text.slice(end).replace(/^[）)］\]】〕\s　：:、,]+/, '').trim();
  if (label === '') [label = '', topics = ''] = /^(\S+)\s*(.*)$/.exec(topics)?.slice(1) ?? [];
  if (label === '' || label.length > LONGEST_LABEL || /。/.test(label)) return null;
  return { label, date_raw: date.raw, start: date.start, end: date.end, precision: date.precision, part: date.part ?? null, topics };
}

/** The topics of one cell, one a line, list marks off. */
function topicsIn(cell: Span | undefined): string {
  return cell ? itemsOf(cell).map(({ body }) => body.text).join('\n') : '';
}

/** Which column of a table of meetings holds what; -1 for none. */
export type MeetingColumns = { date: number; topics: number; place: number; label: number };

/** Reads one row of a table of meetings; null for a repeated header or a row without a date. */
export function meetingOfRow(row: Row, columns: MeetingColumns, calendar: MeetingCalendar): RecognisedMeeting | null {
  const at = (column: number) => (row.cells[column]?.text ?? '').replace(/\s*\n\s*/g, ' ');
  const dated = calendar.take(at(columns.date));
  if (!dated) return null;
  const { date } = dated;
  const place = at(columns.place);
  return {
    label: at(columns.label), date_raw: at(columns.date), start: date.start, end: date.end, precision: date.precision, part: date.part ?? null,
    topics: topicsIn(row.cells[columns.topics]), ...(place === '' ? {} : { place }), source: { start: row.start, end: row.end },
  };
}
