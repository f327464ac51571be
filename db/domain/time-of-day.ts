import type { Scanner } from './scanner.ts';

const MERIDIEM = '(午前|午後|am|pm|AM|PM|朝|夕方|夜)?';
const CLOCK = new RegExp(`${MERIDIEM}(?:(\\d{1,2}):(\\d{2})(?!\\d)|(\\d{1,2})時(?!間|点)(?:(\\d{1,2})分|(半))?)(am|pm|AM|PM)?`, 'y');
const NOON = /正午/y;
const TO = /(?:~|-|から|より|→|ー)/y;

type Clock = { minutes: number; half: 'am' | 'pm' | null };

function takeClock(s: Scanner): Clock | null {
  if (s.take(NOON)) return { minutes: 720, half: null };
  return s.attempt(() => {
    const m = s.take(CLOCK);
    if (!m) return null;
    const hour = Number(m[2] ?? m[4]);
    const minute = m[6] ? 30 : Number(m[3] ?? m[5] ?? 0);
    if (hour > 24 || minute > 59) return null;
    const word = m[1] ?? m[7] ?? '';
    const half = /午後|pm|PM|夕方|夜/.test(word) ? 'pm' : /午前|am|AM|朝/.test(word) ? 'am' : null;
    return { minutes: clockMinutes(hour, minute, half), half };
  });
}

/** 午後1時30分 is 13:30. 午前12時 and 午後12時30分 are both said of noon. */
function clockMinutes(hour: number, minute: number, half: Clock['half']): number {
  return (half === 'pm' && hour < 12 ? hour + 12 : hour) * 60 + minute;
}

const written = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/**
 * Takes a time of day or a span of them: 13:00～16:30, 午後1時30分から3時まで, 13時, 正午.
 * @returns 'HH:MM', 'HH:MM-HH:MM', 'HH:MM-' (from) or '-HH:MM' (until), or null.
 */
export function takeTime(s: Scanner): string | null {
  return s.attempt(() => {
    s.take(/ ?(?:各日|各回|両日|いずれ)(?:とも?|も)?[、,]?|[、,・](?=午前|午後|正午|\d{1,2}(?::\d\d|時))| /y);
    const from = takeClock(s);
    if (!from) return null;
    const to = s.attempt(() => (s.take(TO) ? takeClock(s) : null));
    if (to) {
      s.take(/まで/y);
      // 「午後1時～3時」: the second half of the day carries on, and noon is passed where the end would come first.
      const later = to.half === null && to.minutes < 720 && (from.half === 'pm' || (from.half === 'am' && to.minutes < from.minutes));
      return `${written(from.minutes)}-${written(later ? to.minutes + 720 : to.minutes)}`;
    }
    // 「10:00～9日 17:00」 is a range of days, whose sign is not the time's.
    if (s.take(/(?:~|から|より)(?![\d明大昭平令HRST同翌])/y)) return `${written(from.minutes)}-`;
    if (s.take(/まで/y)) return `-${written(from.minutes)}`;
    s.take(/開会|開始|開催|開場|スタート/y);
    return written(from.minutes);
  });
}
