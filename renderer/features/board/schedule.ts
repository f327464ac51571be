import type { MeetingSummary } from '../../../electron/contract/meetings.ts';

/** The day on this computer's calendar, as the ISO day that meeting intervals are written in. */
export function isoDay(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whether a meeting is over by its date; false where it has none. */
export function isPast({ end }: Pick<MeetingSummary, 'end'>, today: string): boolean {
  return end !== null && end < today;
}

/** Whether a meeting is today, may be about now (its date is only known as an interval that holds today), or neither. */
export function presence(meeting: Pick<MeetingSummary, 'start' | 'end'>, today: string): 'today' | 'about-now' | null {
  const { start, end } = meeting;
  if (start === null || end === null || today < start || today > end) return null;
  return start === end ? 'today' : 'about-now';
}
