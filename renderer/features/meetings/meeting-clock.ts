/** Minutes since midnight of a time as people write it: 「14:00」「１４時半」「午後2時30分」; null where it is no time. */
export function minutesOf(written: string): number | null {
  const match = /^(午前|午後|AM|PM)?\s*(\d{1,2})\s*(?:[:時]\s*(半|\d{1,2})?\s*分?)?$/i.exec(written.normalize('NFKC').trim());
  if (match === null) return null;
  const [, half, hours, minutes = '0'] = match;
  const afternoon = half !== undefined && /午後|pm/i.test(half);
  const hour = Number(hours) + (afternoon && Number(hours) < 12 ? 12 : 0);
  const minute = minutes === '半' ? 30 : Number(minutes);
  return hour > 24 || minute > 59 ? null : hour * 60 + minute;
}

export type ClockReading = { state: 'before' | 'running' | 'over'; minutes: number };

/**
 * How long until a meeting of today begins, how long it still has, or how far it has run over, in whole minutes.
 * @returns null where its times say nothing.
 */
export function readClock(now: Date, startTime: string, endTime: string): ClockReading | null {
  const at = now.getHours() * 60 + now.getMinutes();
  const [start, end] = [minutesOf(startTime), minutesOf(endTime)];
  if (start !== null && at < start) return { state: 'before', minutes: start - at };
  if (end === null) return null;
  return at <= end ? { state: 'running', minutes: end - at } : { state: 'over', minutes: at - end };
}

/** Hours and minutes of a span, for 「1時間22分」. */
export function hoursAndMinutes(minutes: number): { h: number; m: number } {
  return { h: Math.floor(minutes / 60), m: minutes % 60 };
}

/**
 * The share of its planned time an agenda item has used.
 * @param since ISO time at which it was taken up; @param until ISO time at which it ended, or now.
 * @returns 0 and up, above 1 where it has run over; null where no time was planned.
 */
export function usedShare(since: string, until: string, plannedMinutes: number | null): number | null {
  if (plannedMinutes === null || plannedMinutes === 0) return null;
  return Math.max(0, (Date.parse(until) - Date.parse(since)) / 60_000 / plannedMinutes);
}

/** The time of day of a note on this computer's clock: 「14:38」. */
export function timeOfDay(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? '' : `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}
