import { attributeOf, childrenOf, isElement, type Element } from './html-nodes.ts';

/** How a list shows its items: in what numerals and from which number, or with a dash; null where it shows no mark. */
export type ListStyle = { numerals: string | null; next: number; step: 1 | -1 } | null;

/** @param list an ol, ul or menu element */
export function listStyle(list: Element): ListStyle {
  const style = /list-style(?:-type)?\s*:\s*([^;]+)/i.exec(attributeOf(list, 'style') ?? '')?.[1]?.trim().toLowerCase() ?? '';
  if (/\bnone\b/.test(style)) return null;
  if (list.tagName !== 'ol') return { numerals: null, next: 1, step: 1 };
  const reversed = attributeOf(list, 'reversed') !== undefined;
  const items = childrenOf(list).filter((child) => isElement(child) && child.tagName === 'li').length;
  const start = Number.parseInt(attributeOf(list, 'start') ?? '', 10);
  return { numerals: /^[a-z-]+$/.test(style) && style !== 'decimal' ? style : attributeOf(list, 'type') ?? '1', next: Number.isNaN(start) ? reversed ? items : 1 : start, step: reversed ? -1 : 1 };
}

/** The mark of the next item, as a page shows it: 「1. 」「b. 」「iv. 」「ア. 」「- 」. */
export function takeMark(style: ListStyle, item: Element): string {
  if (style === null) return '';
  if (style.numerals === null) return '- ';
  const value = Number.parseInt(attributeOf(item, 'value') ?? '', 10);
  const n = Number.isNaN(value) ? style.next : value;
  style.next = n + style.step;
  return `${numeral(n, style.numerals)}. `;
}

const LETTERS: Readonly<Record<string, string>> = {
  a: 'abcdefghijklmnopqrstuvwxyz', 'lower-alpha': 'abcdefghijklmnopqrstuvwxyz', 'lower-latin': 'abcdefghijklmnopqrstuvwxyz',
  A: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'upper-alpha': 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'upper-latin': 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  katakana: 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  hiragana: 'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん',
  'katakana-iroha': 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス',
  'cjk-ideographic': '一二三四五六七八九十',
};

function numeral(n: number, kind: string): string {
  const letters = LETTERS[kind];
  if (letters !== undefined && n >= 1 && n <= letters.length) return letters.charAt(n - 1);
  if (/^(?:i|lower-roman)$/.test(kind)) return roman(n).toLowerCase();
  return /^(?:I|upper-roman)$/.test(kind) ? roman(n) : String(n);
}

const ROMAN = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const;

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  let rest = n;
  let text = '';
  for (const [value, letters] of ROMAN) {
    for (; rest >= value; rest -= value) text += letters;
  }
  return text;
}
