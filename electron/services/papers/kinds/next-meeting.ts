import { findDates } from '../../../../db/domain/read-date.ts';
import type { RecognisedMeeting } from '../../../contract/recognised.ts';
import type { Line } from '../lines.ts';
import { MeetingCalendar, remarksOn } from '../meeting-calendar.ts';

const NEXT = /(次回|次々回)(?:の?(?:会議|開催|日程|審議会|検討会|委員会|部会)[^。、：:0-9０-９]{0,8})?(?:は、?|：|:|[ 　]+|…+|[〕】］\])）][ 　]*[：:]?|について(?:は、?)?)[ 　]*/;
/** The date stands right behind the word. */
const NEAR = 6;

/**
 * The next meeting as minutes and agendas announce it with its day: 「次回は5月28日（火）に開催する。」 A month or a part of one
 * (次回は5月下旬を予定している) is an intention that is said in the meeting, and no meeting yet.
 * @param held the meeting of the paper itself, from whose date the year is taken; null where it is not known.
 */
export function nextMeetings(lines: readonly Line[], held: Pick<RecognisedMeeting, 'start'> | null): RecognisedMeeting[] {
  const found: RecognisedMeeting[] = [];
  for (const line of lines) {
    const word = NEXT.exec(line.text);
    if (word === null || found.length > 0) continue;
    const from = word.index + word[0].length;
    const calendar = new MeetingCalendar(held?.start ?? '');
    calendar.take(held?.start ?? '');
    const dated = calendar.take(line.text.slice(from));
    if (dated === null || dated.start > NEAR || dated.date.precision !== 'day' || findDates(line.text.slice(from), { year: 2000 }).length === 0) continue;
    const { date } = dated;
    const place = (at: number) => line.map?.[at] ?? line.start + at;
    found.push({
      label: word[1] ?? '', date_raw: /^(?:と|の)/.test(line.text.slice(from + dated.end)) ? date.raw.replace(/から$/, '') : date.raw, start: date.start, end: date.end, precision: date.precision, part: date.part ?? null, topics: '', ...remarksOn(dated),
      source: { start: place(word.index), end: place(from + dated.end - 1) + 1 },
    });
  }
  return found;
}
