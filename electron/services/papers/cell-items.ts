import { cut, type Span } from './lines.ts';

/** The items of one table cell: its lines, or 「○… ○…」 run together. */
export function itemsOf(cell: Span): { marker: string | null; body: Span; start: number }[] {
  const items: { marker: string | null; body: Span; start: number }[] = [];
  let at = 0;
  for (const line of cell.text.split('\n')) {
    const span = cut(cell, at, at + line.length);
    at += line.length + 1;
    const dash = DASH.exec(span.text);
    if (dash) items.push({ marker: dash[1] ?? null, body: cut(span, dash[0].length), start: span.start });
    else if (span.text !== '') items.push(...splitInline(span));
  }
  return items;
}

/** 「－ 地区ごとに移行」 on a line of its own. */
const DASH = /^([－―—–‐-])[ 　\t]+(?=\S)/;

const INLINE_MARK = /(?:^|(?<=[\s。）)]))([○●■◆◇□①-⑳]|・(?=\s|「)|(?<=^|\s)・)[ 　]*(?=\S)/g;

/** Splits 「○… ○… ○…」 into its items; what stands before the first mark is an item without one. */
function splitInline(span: Span): { marker: string | null; body: Span; start: number }[] {
  const all = [...span.text.matchAll(INLINE_MARK)];
  const first = all[0]?.[1];
  // 「第2 ・ 第4土曜日」: a dot that does not open the cell stands between two words.
  if (first === '・' && all[0]?.index !== 0) return [{ marker: null, body: span, start: span.start }];
  const marks = all.filter((mark) => (/[①-⑳]/.test(first ?? '') ? /[①-⑳]/.test(mark[1] ?? '') : mark[1] === first));
  const lead = cut(span, 0, marks[0]?.index ?? span.text.length);
  const items = lead.text === '' ? [] : [{ marker: null, body: lead, start: lead.start }];
  return [...items, ...marks.map((mark, i) => {
    const whole = cut(span, mark.index, marks[i + 1]?.index ?? span.text.length);
    return { marker: mark[1] ?? null, body: cut(whole, mark[0].length), start: whole.start };
  })];
}
