import { readKanjiNumber } from '../../../db/domain/kanji-number.ts';

/** A meeting by its label and the interval its date can mean (ISO days; null where unknown). */
export type DatedMeeting = { label: string; start: string | null; end: string | null };

const NUMBER = /第\s*([0-9]+|[〇一二三四五六七八九十百]+)\s*回/;
/** A body within the committee, which counts its meetings by itself: 第1回作業部会 is not 第1回検討会. */
const PART = /(\S*?)(部会|分科会|小委員会|幹事会|ワーキング)/;

/**
 * Whether two meetings are one: neither number nor body contradicts, and they fall on the very day, or, where both bear
 * the same 第N回, one date lies within the other, as 「8月25日」 of the minutes does in 「8月下旬」 of the schedule.
 */
export function isSameMeeting(one: DatedMeeting, other: DatedMeeting): boolean {
  const [a, b] = [namesOf(one.label), namesOf(other.label)];
  if (a.part !== b.part || (a.number !== null && b.number !== null && a.number !== b.number)) return false;
  if (one.start === null || other.start === null) return false;
  const isDay = one.start === one.end && other.start === other.end;
  return isDay ? one.start === other.start : a.number !== null && a.number === b.number && (lies(one, other) || lies(other, one));
}

/** Whether the first date lies within the second; one that is open at an end contains all that is beyond. */
export function lies(within: DatedMeeting, around: DatedMeeting): boolean {
  return (around.start ?? '') <= (within.start ?? '') && (around.end ?? '~') >= (within.end ?? '~');
}

function namesOf(label: string): { number: number | null; part: string } {
  const text = label.normalize('NFKC');
  const written = NUMBER.exec(text)?.[1];
  const number = written === undefined ? null : /^[0-9]/.test(written) ? Number(written) : readKanjiNumber(written);
  return { number, part: PART.exec(text.replace(NUMBER, ''))?.slice(1).join('').replace(/\s/g, '') ?? '' };
}
