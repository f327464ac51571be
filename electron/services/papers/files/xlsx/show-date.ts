import { partsOf } from '../../../../../db/domain/calendar.ts';
import { eraOf } from '../../../../../db/domain/eras.ts';
import type { Section, Token } from './format-tokens.ts';
import { inNumerals } from './numerals.ts';

/** The last day Excel knows: 9999-12-31. */
const LAST_DAY = 2_958_465;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * Shows a day number with its time of day in a date format.
 * @param serial days since the end of 1899, or since 1 January 1904.
 * @returns null for what is no day of Excel's calendar.
 */
export function showDate(serial: number, { tokens, numerals, gannen }: Section, from1904: boolean): string | null {
  const elapsed = tokens.some((token) => token.kind === 'elapsed');
  const days = serial + (from1904 ? 1462 : 0);
  if ((days < 0 && !elapsed) || days > LAST_DAY + 1) return null;
  const unit = tokens.some((token) => token.text.startsWith('s')) || elapsed ? 86_400 : 1440;
  const total = Math.round(Math.abs(elapsed ? serial : days) * unit) * (86_400 / unit);
  const parts = partsAt(Math.floor(total / 86_400));
  const twelve = tokens.some((token) => token.kind === 'code' && token.text.includes('/') && token.text.length > 1);
  const time = { hour: Math.floor(total / 3600) % 24, minute: Math.floor(total / 60) % 60, second: total % 60, total };
  const shown = tokens.map((token, i) => {
    if (token.kind === 'literal') return token.text;
    if (token.kind === 'elapsed') return inNumerals(elapsedPart(token.text, total), numerals);
    const isMinute = /^m{1,2}$/.test(token.text) && besideTime(tokens, i);
    return inNumerals(isMinute ? padded(time.minute, token.text) : part(token.text, parts, time, { twelve, gannen }), numerals);
  }).join('');
  return serial < 0 && elapsed ? `-${shown}` : shown;
}

type Day = { iso: string; year: number; month: number; day: number; weekday: number };

/** Excel takes 1900 for a leap year, so its day 60 is one that never was, and the days before it are one off. */
function partsAt(day: number): Day {
  const iso = new Date((day - (day > 60 ? 25_569 : 25_568)) * 86_400_000).toISOString().slice(0, 10);
  const weekday = (day + 6) % 7;
  if (day === 60) return { iso: '1900-02-28', year: 1900, month: 2, day: 29, weekday };
  if (day === 0) return { iso, year: 1900, month: 1, day: 0, weekday };
  return { iso, ...partsOf(iso), weekday };
}

function padded(n: number, code: string): string {
  return String(n).padStart(code.length, '0');
}

/** m is a minute behind hours and before seconds. */
function besideTime(tokens: readonly Token[], at: number): boolean {
  const codes = tokens.map((token, i) => ({ ...token, i })).filter(({ kind, text }) => kind === 'elapsed' || (kind === 'code' && /^(?:g+|e+|y+|m+|d+|a{3,4}|h+|s+)$/.test(text)));
  const here = codes.findIndex(({ i }) => i === at);
  return codes[here - 1]?.text.startsWith('h') === true || codes[here + 1]?.text.startsWith('s') === true;
}

function elapsedPart(code: string, seconds: number): string {
  const unit = code.startsWith('h') ? 3600 : code.startsWith('m') ? 60 : 1;
  return padded(Math.floor(seconds / unit), code);
}

function part(code: string, day: Day, time: { hour: number; second: number }, { twelve, gannen }: { twelve: boolean; gannen: boolean }): string {
  const { hour } = time;
  const era = eraOf(day.iso);
  const eraYear = era ? day.year - era.firstYear + 1 : day.year;
  switch (code) {
    case 'g': return era?.letter ?? '';
    case 'gg': return era?.name.charAt(0) ?? '';
    case 'ggg': case 'gggg': return era?.name ?? '';
    case 'e': return gannen && eraYear === 1 ? '元' : String(eraYear);
    case 'ee': return gannen && eraYear === 1 ? '元' : padded(eraYear, code);
    case 'y': case 'yy': return String(day.year % 100).padStart(2, '0');
    case 'yyy': case 'yyyy': case 'eeee': return String(day.year);
    case 'm': case 'mm': return padded(day.month, code);
    case 'mmm': return (MONTHS[day.month - 1] ?? '').slice(0, 3);
    case 'mmmm': return MONTHS[day.month - 1] ?? '';
    case 'mmmmm': return (MONTHS[day.month - 1] ?? '').charAt(0);
    case 'd': case 'dd': return padded(day.day, code);
    case 'ddd': return (WEEKDAYS[day.weekday] ?? '').slice(0, 3);
    case 'dddd': return WEEKDAYS[day.weekday] ?? '';
    case 'aaa': return '日月火水木金土'.charAt(day.weekday);
    case 'aaaa': return `${'日月火水木金土'.charAt(day.weekday)}曜日`;
    case 'h': case 'hh': return padded(twelve ? hour % 12 || 12 : hour, code);
    case 's': case 'ss': case 'sss': return padded(time.second, code.slice(0, 2));
    case 'am/pm': return hour < 12 ? 'AM' : 'PM';
    case 'a/p': return hour < 12 ? 'A' : 'P';
    case '午前/午後': return hour < 12 ? '午前' : '午後';
    case 'general': case 'g/標準': return '';
    default: return code;
  }
}
