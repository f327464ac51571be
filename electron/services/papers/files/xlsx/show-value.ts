import { sectionsOf, type Section, type Token } from './format-tokens.ts';
import { showDate } from './show-date.ts';
import { inNumerals } from './numerals.ts';

/**
 * Shows a number as Excel shows it in a cell of that format: 0.626 in `0.0%` → 62.6%, -12 in `#,##0;"▲"#,##0` → ▲12,
 * 42460 in `[$-411]ggge"年"m"月"d"日"` → 平成28年3月31日.
 * @param from1904 the workbook counts its days from 1904.
 */
export function showNumber(value: number, format: string, from1904: boolean): string {
  const sections = sectionsOf(format);
  const section = sectionFor(value, sections);
  if (!section) return general(value);
  if (section.isDate) return showDate(value, section, from1904) ?? general(value);
  // The sign belongs to the format where a section of its own shows negative numbers.
  const own = section.condition !== null || sections.filter((each) => !each.isText).length >= 2 && section === sections[1];
  const shown = inNumerals(showFigures(Math.abs(value), section.tokens), section.numerals);
  return value < 0 && !own && /[1-9一-九]/.test(shown) ? `-${shown}` : shown;
}

/** Shows a text in a cell of that format: 山田 in `@"様"` → 山田様. */
export function showText(text: string, format: string): string {
  const sections = sectionsOf(format);
  const section = sections[3] ?? (sections.at(-1)?.isText ? sections.at(-1) : undefined);
  if (!section?.isText) return text;
  return section.tokens.map((token) => (token.kind === 'literal' ? token.text : token.text === '@' ? text : '')).join('');
}

function sectionFor(value: number, sections: readonly Section[]): Section | undefined {
  const numeric = sections.filter((section, i) => i < 3 && !(section.isText && i > 0));
  const [first, second, third] = numeric;
  if (first?.condition || second?.condition) {
    return numeric.find(({ condition }) => condition === null || holds(value, condition)) ?? numeric.at(-1);
  }
  if (!second || value > 0) return first;
  if (value < 0) return second;
  return third ?? first;
}

function holds(value: number, { sign, limit }: { sign: string; limit: number }): boolean {
  switch (sign) {
    case '<': return value < limit;
    case '<=': return value <= limit;
    case '>': return value > limit;
    case '>=': return value >= limit;
    case '<>': return value !== limit;
    default: return value === limit;
  }
}

/** General: whole numbers as they are, others to ten digits. */
export function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const size = Math.abs(value);
  if (size >= 1e11 || size < 1e-9) return value.toExponential(5).replace(/\.?0+e/, 'e').replace('e', 'E').replace(/E([+-])(\d)$/, 'E$10$2');
  return String(Number(value.toPrecision(10)));
}

const isPlace = (token: Token | undefined): boolean => token?.kind === 'code' && /^[0#?]$/.test(token.text);
const isCode = (token: Token | undefined, text: string): boolean => token?.kind === 'code' && token.text === text;

function showFigures(value: number, tokens: readonly Token[]): string {
  if (tokens.some((token) => isCode(token, 'general') || isCode(token, 'g/標準') || isCode(token, '@'))) {
    return tokens.map((token) => (token.kind === 'literal' ? token.text : /^[gG@]/.test(token.text) ? general(value) : '')).join('');
  }
  if (!tokens.some(isPlace)) return tokens.map((token) => (token.kind === 'literal' || token.text === ',' || token.text === '%' ? token.text : '')).join('');
  const exponent = tokens.findIndex((token) => /^E[+-]$/.test(token.text));
  if (exponent >= 0) return scientific(value, tokens, exponent);
  if (tokens.some((token) => isCode(token, '/'))) return general(value);
  const percents = tokens.filter((token) => isCode(token, '%')).length;
  const last = tokens.findLastIndex(isPlace);
  // Commas behind the last figure divide by a thousand each: 12,345千円.
  let thousands = 0;
  while (isCode(tokens[last + 1 + thousands], ',')) thousands += 1;
  const point = tokens.findIndex((token) => isCode(token, '.'));
  const places = point < 0 ? 0 : tokens.slice(point).filter(isPlace).length;
  const rounded = round(precise(value * 100 ** percents / 1000 ** thousands), places);
  const [whole = '0', fraction = ''] = rounded.split('.');
  const grouped = tokens.slice(0, last).some((token, i) => isCode(token, ',') && tokens.slice(0, i).some(isPlace) && (point < 0 || i < point));
  return wholePart(whole, tokens.slice(0, point < 0 ? tokens.length : point), grouped, last)
    + (point < 0 ? '' : fractionPart(fraction, tokens.slice(point)));
}

/** Fills the places from the right; what has no place of its own stands before the first. */
function wholePart(whole: string, tokens: readonly Token[], grouped: boolean, last: number): string {
  let digits = whole === '0' ? '' : whole;
  const first = tokens.findIndex(isPlace);
  let shown = '';
  let count = 0;
  const put = (digit: string) => {
    if (grouped && count > 0 && count % 3 === 0) shown = `,${shown}`;
    shown = digit + shown;
    count += 1;
  };
  for (let i = tokens.length - 1; i >= 0; i -= 1) {
    const token = tokens[i];
    if (!token) continue;
    if (isPlace(token)) {
      if (digits !== '') {
        put(digits.slice(-1));
        digits = digits.slice(0, -1);
      } else if (token.text === '0') put('0');
      if (i === first) {
        while (digits !== '') {
          put(digits.slice(-1));
          digits = digits.slice(0, -1);
        }
      }
    } else if (token.kind === 'literal' || token.text === '%') shown = token.text + shown;
    else if (token.text !== ',' || i > last) shown = (token.text === ',' ? '' : token.text) + shown;
  }
  return shown;
}

function fractionPart(fraction: string, tokens: readonly Token[]): string {
  let at = 0;
  const places = tokens.filter(isPlace);
  const kept = Math.max(fraction.replace(/0+$/, '').length, places.findLastIndex((token) => token.text === '0') + 1);
  return tokens.map((token) => {
    if (isPlace(token)) {
      at += 1;
      return at <= kept ? fraction.charAt(at - 1) : '';
    }
    if (isCode(token, ',')) return '';
    return token.text;
  }).join('');
}

function scientific(value: number, tokens: readonly Token[], at: number): string {
  const places = tokens.slice(0, at).filter(isPlace).length;
  const whole = Math.max(1, tokens.slice(0, at).findIndex((token) => isCode(token, '.')) < 0 ? places : tokens.slice(0, tokens.findIndex((token) => isCode(token, '.'))).filter(isPlace).length);
  const [mantissa = '0', exponent = '0'] = value.toExponential(Math.max(0, places - whole)).split('e');
  const width = tokens.slice(at + 1).filter((token) => isCode(token, '0')).length;
  const sign = exponent.startsWith('-') ? '-' : tokens[at]?.text === 'E+' ? '+' : '';
  return `${mantissa}E${sign}${exponent.replace(/^[+-]/, '').padStart(width, '0')}`;
}

/** Without the noise of binary fractions: 0.29 × 100 is 29. */
function precise(value: number): number {
  return Number(value.toPrecision(15));
}

/** Rounds half away from zero, as Excel does. */
function round(value: number, places: number): string {
  if (value >= 1e15 || places > 15) return value.toFixed(Math.min(places, 15));
  const shifted = Number(`${value}e${places}`);
  return (Number.isFinite(shifted) ? Number(`${Math.round(shifted)}e-${places}`) : value).toFixed(places);
}
