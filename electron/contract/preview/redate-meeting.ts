import { readDate } from '../../../db/domain/read-date.ts';
import type { PreviewMeeting } from './preview.ts';

/**
 * Gives a meeting another date as a person wrote it. A date without a year goes by the meeting's date so far, else by the
 * nearest meeting before it in the list. What the date contradicts (its weekday, its era) is doubted anew; that its year
 * was taken from the list is only said, for the person has just seen it.
 * @param meetings the preview's, the meeting among them.
 * @returns the meeting; of a text that is no date of any calendar, with precision 'invalid' or 'none' and no days.
 */
export function redateMeeting(meeting: PreviewMeeting, dateRaw: string, meetings: readonly PreviewMeeting[]): PreviewMeeting {
  const at = meetings.findIndex(({ key }) => key === meeting.key);
  const near = meeting.start ?? meetings.slice(0, Math.max(at, 0)).findLast(({ start }) => start !== null)?.start ?? null;
  const date = readDate(dateRaw, near === null ? {} : { document_date: near });
  const doubt = date.flag ?? (date.precision === 'none' && date.reason !== undefined ? 'year-unknown' : null);
  const flag = date.flag ?? (date.year_from === undefined ? null : 'year-from-context');
  return { ...meeting, dateRaw, start: date.start, end: date.end, precision: date.precision, flag, doubt };
}
