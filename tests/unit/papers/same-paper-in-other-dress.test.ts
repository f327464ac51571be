import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recognisePaper } from '../../../electron/services/papers/recognise-paper.ts';
import { unaccounted } from '../../../electron/services/papers/unaccounted.ts';

const paper = readFileSync(new URL('../../fixtures/papers/hinata.md', import.meta.url), 'utf8');

/** What must not change with the dress: kinds, texts, cities, owners, meetings and the order of headings. */
function substance(text: string): string[] {
  const { records, meetings, headings } = recognisePaper(text);
  const same = (printed: string) => printed.normalize('NFKC').replace(/\s/g, '');
  return [
    ...records.map((r) => [r.kind, same(r.text), r.cities.join('・'), r.parent === null ? '' : same(records[r.parent]?.text ?? '')].join('|')),
    ...meetings.map((m) => [same(m.label), m.start, m.end, same(m.topics)].join('|')),
    ...headings.map((h) => same(h.text)),
  ];
}

const KATAKANA = 'アイウエオ';
const circledTo = (write: (n: number) => string) => (text: string) => text.replace(/[①-⑤]/g, (sign) => write(sign.charCodeAt(0) - 0x2460));
const noHash = (text: string) => text.replace(/^#+ /gm, '');
const noDash = (text: string) => text.replace(/^- /gm, '');
const sections = (write: string) => (text: string) => text.replace(/【(基本視点|課題|他都市の取組)】/g, write);
const closing = (open: string, close: string) => (text: string) => text.replace(/（([^（）]*市)）(?= *$)/gm, `${open}$1${close}`);
const widthOf = (c: string) => (c.charCodeAt(0) < 0x100 ? 1 : 2);

/** Wraps lines at a width in half columns, as a text export does; a stop or a closing bracket hangs over. */
const wrapped = (width: number, indent: string) => (text: string) => text.split('\n').map((line) => {
  const lines = [''];
  let used = 0;
  for (const c of line.trimEnd()) {
    if (used + widthOf(c) > width && !'、。）」'.includes(c)) {
      lines.push(indent);
      used = indent.length * 2;
    }
    lines[lines.length - 1] += c;
    used += widthOf(c);
  }
  return lines.join('\n');
}).join('\n');

/** Breaks every n-th long item by a page number, in the middle of its text. */
const paged = (n: number, number: (page: number) => string) => (text: string) => {
  let page = 1;
  return text.split('\n').map((line, i) => (/^- [①-⑤].{16,}[^ ]$/.test(line) && i % n === 0 ? `${line.slice(0, 12)}\n\n${number((page += 1))}\n\n${line.slice(12)}` : line)).join('\n');
};

const DRESSES: [string, (text: string) => string][] = [
  ['without #', noHash],
  ['with every # of one depth', (text) => text.replace(/^#+ /gm, '## ')],
  ['without list dashes', noDash],
  ['as plain text', (text) => noDash(noHash(text))],
  ['with 〈〉', sections('〈$1〉')],
  ['with 《》, without #', (text) => noHash(sections('《$1》')(text))],
  ['with ［］', sections('［$1］')],
  ['with ■', sections('■$1')],
  ['with ◆, without #', (text) => noHash(sections('◆ $1')(text))],
  ['with 「」, without #', (text) => noHash(sections('「$1」')(text))],
  ['with bare section names', (text) => noHash(sections('$1')(text))],
  ['with letter-spaced section names', (text) => text.replace(/【(課題)】/g, '【 課　題 】').replace(/【基本視点】/g, '【基 本 視 点】')],
  ['with numbered section names', (text) => noHash(text.replace(/【基本視点】/g, 'ア　基本視点').replace(/【課題】/g, 'イ　課題').replace(/【他都市の取組】/g, 'ウ　他都市の取組'))],
  ['with full-width digits', (text) => text.replace(/[0-9.()]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
  ['with (ア)', circledTo((n) => `(${KATAKANA.charAt(n)})`)],
  ['with （ア） as plain text', (text) => noDash(noHash(circledTo((n) => `（${KATAKANA.charAt(n)}）`)(text)))],
  ['with 1)', circledTo((n) => `${n + 1}) `)],
  ['with - ・', circledTo(() => '・ ')],
  ['with ○ for items', circledTo(() => '○ ')],
  ['with ■ for items, without dashes', (text) => noDash(circledTo(() => '■')(text))],
  ['with ● for items, as plain text', (text) => noDash(noHash(circledTo(() => '●')(text)))],
  ['with 1. for items, as plain text', (text) => noDash(noHash(circledTo((n) => `${n + 1}. `)(text)))],
  ['with （1） for items, as plain text', (text) => noDash(noHash(circledTo((n) => `（${n + 1}）`)(text)))],
  ['with ［city］', closing('［', '］')],
  ['with ＜city＞', closing('＜', '＞')],
  ['with (city)', closing('(', ')')],
  ['with a blank line after every line', (text) => text.replace(/\n/g, '\n\n')],
  ['with every line indented', (text) => text.replace(/^(?=[^#<\n])/gm, '　')],
  ['wrapped at 60 columns', (text) => wrapped(60, '')(noDash(noHash(text)))],
  ['wrapped at 76 columns with hanging indents', (text) => wrapped(76, '　　')(noDash(noHash(text)))],
  ['broken by - 3 -', paged(2, (page) => `- ${page} -`)],
  ['broken by －３－', paged(3, (page) => `－${String.fromCharCode(0xff10 + page)}－`)],
  ['broken by a bare page number', paged(2, String)],
];

describe('one paper in other dress', () => {
  it.each(DRESSES)('reads the same %s', (_name, dress) => {
    const text = dress(paper);
    expect(text).not.toBe(paper);
    expect(substance(text)).toEqual(substance(paper));
    expect(unaccounted(text, recognisePaper(text))).toEqual({ missing: [], doubled: [] });
  });
});
