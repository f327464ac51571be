import { findDates } from '../../../../db/domain/read-date.ts';
import type { RecognisedMeeting } from '../../../contract/recognised.ts';
import type { Line } from '../lines.ts';
import { MeetingCalendar, remarksOn, type DatedText } from '../meeting-calendar.ts';

const NEXT = /(次回|次々回)(?:の?(?:会議|開催|日程|審議会|検討会|委員会|部会)[^。、：:0-9０-９]{0,8})?(?:は、?|：|:|[ 　]+|…+|[〕】］\])）][ 　]*[：:]?|について(?:は、?)?)[ 　]*/;
/** 「４　次回の開催」「次回の会議の開催予定は次のとおり。」 right above the meeting itself. */
const NEXT_ABOVE = /^(?:\S{1,4}[ 　]+|[（(【〔［＜〈■●◆◇○◎]+[ 　]*)?(?:次回|次々回)(?:[^。、：:0-9０-９]{0,14}[】〕］＞〉：:]?|[^。]{0,24}(?:次|以下|下記)のとおり(?:です|である|とする)?[。：:]?)$/;

/** Whether a line heads the next meeting: 「４　次回の開催」. */
export const announcesNext = (text: string): boolean => NEXT_ABOVE.test(text);

/** 「第4回委員会　令和6年10月10日（木）…」「第2回協議会は、11月9日に開催する予定。」: a line that is about a meeting by its number and nothing else. */
const NUMBERED = /^(?:[・○●◇◆■□◎-][ 　]*)?(第[ 　]*[0-9０-９一二三四五六七八九十]+[ 　]*回[^\s　。、：:0-9０-９（(]{0,20})(?:は、?|：|:|[ 　]+)[ 　]*(?=[^。]*(?:[^。]|(?:開催|予定)[^。、]{0,8}。)$)/;

/** The date stands right behind the word. */
const NEAR = 6;

/**
 * The next meeting as minutes and agendas announce it with its day: 「次回は5月28日（火）に開催する。」 A month or a part of one
 * (次回は5月下旬を予定している) is an intention that is said in the meeting, and no meeting yet; below a heading 次回 it is one.
 * @param held the meeting of the paper itself, from whose date the year is taken; null where it is not known.
 */
export function nextMeetings(lines: readonly Line[], held: Held): RecognisedMeeting[] {
  const found: RecognisedMeeting[] = [];
  for (const [i, line] of lines.entries()) {
    const below = NEXT_ABOVE.test(line.text) ? lines[i + 1] : undefined;
    const announced = below === undefined || found.length > 0 ? null : announcedIn(below, held);
    if (announced !== null) found.push(announced);
    const word = NEXT.exec(line.text) ?? NUMBERED.exec(line.text);
    if (word === null || found.length > 0) continue;
    const from = word.index + word[0].length;
    const dated = dateAfter(held, line.text.slice(from));
    if (dated === null || dated.start > NEAR || dated.date.precision !== 'day' || findDates(line.text.slice(from), { year: 2000 }).length === 0) continue;
    // By its number alone a meeting is known as the next where it is later than this one.
    if (word[1]?.startsWith('第') && (dated.date.start ?? '') <= (held?.start ?? dated.date.start ?? '')) continue;
    const { date } = dated;
    const place = (at: number) => line.map?.[at] ?? line.start + at;
    found.push({
      label: word[1] ?? '', date_raw: /^(?:と|の)/.test(line.text.slice(from + dated.end)) ? date.raw.replace(/から$/, '') : date.raw, start: date.start, end: date.end, precision: date.precision, part: date.part ?? null, topics: '', ...remarksOn(dated),
      source: { start: place(word.index), end: place(from + dated.end - 1) + 1 },
    });
  }
  return found;
}

type Held = Pick<RecognisedMeeting, 'start'> | null;

/** The date in a text, its year taken from the meeting held before. */
function dateAfter(held: Held, text: string): DatedText | null {
  const calendar = new MeetingCalendar(held?.start ?? '');
  calendar.take(held?.start ?? '');
  return calendar.take(text);
}

/** 「第4回会議：令和5年2月上旬」「10月3日（木）　午後2時から」 on a line of its own: what stands before the date names the meeting. */
function announcedIn(line: Line, held: Held): RecognisedMeeting | null {
  const { text } = line;
  const dated = text.endsWith('。') || text.length > LONGEST_ROW || findDates(text, { year: 2000 }).length === 0 ? null : dateAfter(held, text);
  if (dated === null) return null;
  const label = text.slice(0, dated.start).replace(/^[・○●◇◆■□◎-][ 　]*/, '').replace(/(?:開催)?(?:日時|期日|日程|日|とき)?[\s　：:（(]*$/, '');
  if (label.length > LONGEST_LABEL) return null;
  const { date } = dated;
  return { label: label || '次回', date_raw: date.raw, start: date.start, end: date.precision === 'day' ? date.end ?? date.start : date.end, precision: date.precision, part: date.part ?? null, topics: '', ...remarksOn(dated), source: { start: line.start, end: line.end } };
}

const LONGEST_ROW = 80;
const LONGEST_LABEL = 40;
