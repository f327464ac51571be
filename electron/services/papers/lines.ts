import type { SourceRange } from '../../contract/recognised.ts';
import { sectionName } from './vocabulary.ts';

/** A stretch of the paper's text with its dressing (Markdown emphasis, escapes, tags, outer white space) taken off. */
export type Span = {
  text: string;
  /** Where the stretch stands in the paper, dressing included. */
  start: number;
  end: number;
  /** Offset in the paper of each character of `text`; absent where they run on from `start`. */
  map?: Int32Array;
};

/** One line that carries content. */
export type Line = Span & {
  /** Number of `#` before it. */
  hash: number;
  /** True where a Markdown list dash was taken off. */
  bullet: boolean;
  /** Columns of white space before it; a full-width space is two. */
  indent: number;
  /** Empty lines between it and the line above. */
  gap: number;
  /** True where a page number, a running head or a form feed stands between it and the line above. */
  afterPage: boolean;
  /** True where the writer ended it on purpose: Markdown's two trailing spaces or backslash, or <br>. */
  hardBreak: boolean;
  /** The line as printed, for tables. */
  raw: string;
};

/** Page numbers as papers print them: - 3 -, －３－, 3/12, P.3, 3ページ, (P.3), or the bare number. */
const PAGE_NUMBER = /^(?:[-–—―‐－−~〜]\s*\d{1,3}\s*[-–—―‐－−~〜]|\d{1,3}|\d{1,3}\s*\/\s*\d{1,3}|(?:p|P)\.?\s*\d{1,3}|\d{1,3}\s*(?:ページ|頁)|[<〈《(]\s*(?:[pP]\.?\s*)?\d{1,3}\s*[>〉》)])$/;
/** A page number set in the middle by tags. */
const SET_APART = /^<(?:div|center|p|span)\b[^<>]*>\s*([^<>]*?)\s*<\/(?:div|center|p|span)>$/i;
const RULE_OR_PICTURE = /^(?:(?:[-*_=＝═─━―]\s*){3,}|!\[[^\]]*\]\([^)]*\)|<!--.*-->|<\/?(?:div|center|span|p|figure|img|hr|br)\b[^<>]*>)$/i;
/** A double rule right below a line makes it the heading above all others, as in Markdown. */
const DOUBLE_RULE = /^(?:={3,}|＝{3,}|═{3,})\s*$/;
/** The rules of a table drawn with lines. */
const DRAWN_RULE = /^[─━│┃┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋┠┨┯┷┿╂\s\u3000]+$/;
/** 「以上」 below the last line closes a paper. */
const CLOSING_WORD = /^[（(]?(?:以[ \u3000]*上|了|終わり)[）)]?$/;
/** Words struck out, readings above a word and hidden text, tags and all; each ends before another of its kind begins. */
const UNREAD = '<(del|rt)>(?:(?!<\\1>)[^])*?</\\1>|<!--(?:(?!<!--)[^])*?-->';
const DRESSING = new RegExp(
  `${UNREAD}|\\*\\*|__|^\\*(?=[^\\s*][^*]*[^\\s*]\\*$)|(?<=^\\*[^*]+)\\*$|(?<=[^\\\\])\\\\$|</?(?:b|strong|i|em|u|ins|sup|sub|span|small|font|p|br|ruby|rb)\\b[^<>]{0,80}>|\\\\[\\\\*_#.()[\\]<>~\`|+&-]|&(?:nbsp|amp|lt|gt|quot);`,
  'gi',
);
const ENTITIES: Record<string, string> = { '&nbsp;': ' ', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/**
 * Takes the dressing off a stretch of the paper.
 * @param from offset in the paper where `raw` begins.
 * @param lineBreak what a <br> or a <p> becomes: within a table cell, a line end.
 */
export function undress(raw: string, from: number, lineBreak = ' '): Span {
  const lead = raw.length - raw.trimStart().length;
  const body = raw.trim();
  if (!/[*_<\\&]/.test(body)) return { text: body, start: from + lead, end: from + lead + body.length };
  let text = '';
  const offsets: number[] = [];
  const take = (part: string, at: number, step: 0 | 1) => {
    text += part;
    for (let i = 0; i < part.length; i += 1) offsets.push(at + i * step);
  };
  let done = 0;
  for (const match of body.matchAll(DRESSING)) {
    take(body.slice(done, match.index), from + lead + done, 1);
    done = match.index + match[0].length;
    // What is escaped is text, whatever it would have meant.
    if (match[0].startsWith('\\')) take(match[0].slice(1), from + lead + match.index + 1, 1);
    else take(ENTITIES[match[0].toLowerCase()] ?? (/^<\/?(?:p|br)\b/i.test(match[0]) ? lineBreak : ''), from + lead + match.index, 0);
  }
  take(body.slice(done), from + lead + done, 1);
  const skip = text.length - text.trimStart().length;
  const clean = text.trim();
  return { text: clean, start: from + lead, end: from + lead + body.length, map: Int32Array.from(offsets.slice(skip, skip + clean.length)) };
}

/** A part of a span, with the place it has in the paper. The first and last parts take the dressing at their ends with them. */
export function cut(span: Span, from: number, to: number = span.text.length): Span {
  const body = span.text.slice(from, to);
  const begin = from + body.length - body.trimStart().length;
  const text = body.trim();
  const stop = begin + text.length;
  const place = (i: number) => span.map?.[i] ?? span.start + i;
  return {
    text,
    start: begin === 0 ? span.start : place(begin),
    end: stop === span.text.length ? span.end : stop > begin ? place(stop - 1) + 1 : place(begin),
    ...(span.map ? { map: span.map.slice(begin, stop) } : {}),
  };
}

/** `page`: a page number or running head; `ornament`: a rule, a picture, a comment. */
type Physical = { raw: string; start: number; furniture: 'page' | 'ornament' | null };

/**
 * Splits a paper into its lines of content. Blank lines, page numbers, rules, pictures and running heads fall away; what
 * they tell (a gap, a page in between) stays on the next line.
 * @param known page furniture that the file itself tells apart, in the order of the text.
 */
export function readLines(text: string, known: readonly SourceRange[] = []): Line[] {
  const physical: Physical[] = [];
  let next = 0;
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const raw = text.slice(start, end);
    while ((known[next]?.end ?? Infinity) <= start) next += 1;
    const isKnown = raw.trim() !== '' && (known[next]?.start ?? Infinity) < end;
    physical.push({ raw, start, furniture: isKnown ? 'page' : furnitureOf(raw) });
    start = end + 1;
  }
  markRunningHeads(physical);

  const lines: Line[] = [];
  let gap = 0;
  let afterPage = false;
  for (const { raw, start, furniture } of physical) {
    if (raw.includes('\f')) afterPage = true;
    if (furniture !== null || raw.trim() === '') {
      const above = lines.at(-1);
      if (above?.hash === 0 && gap === 0 && DOUBLE_RULE.test(raw)) above.hash = 1;
      gap += 1;
      afterPage ||= furniture === 'page';
      continue;
    }
    const line = lineOf(raw, start);
    // A line that is struck out or hidden as a whole leaves nothing to read.
    if (line.text === '' && line.hash === 0) {
      gap += 1;
      continue;
    }
    lines.push({ ...line, gap, afterPage });
    gap = 0;
    afterPage = false;
  }
  return lines;
}

function lineOf(raw: string, start: number): Omit<Line, 'gap' | 'afterPage'> {
  const white = /^[\s\u3000]*/.exec(raw)?.[0] ?? '';
  let indent = 0;
  for (const c of white) indent += c === '\u3000' ? 2 : c === '\t' ? 4 : c === '\f' ? 0 : 1;
  const lead = /^(?:>[ \t]*)*(?:(#{1,6})(?:[ \t\u3000]+|(?=[^\s#]))|([-+](?=[ \t\u3000])|\*(?=[ \t]))[ \t\u3000]+)?/.exec(raw.slice(white.length));
  const skip = white.length + (lead?.[0].length ?? 0);
  const span = unruled(undress(raw.slice(skip), start + skip));
  return {
    ...span,
    start: start + white.length,
    ...(lead?.[0] && !span.map ? { map: offsetsFrom(span.start, span.text.length) } : {}),
    hash: lead?.[1]?.length ?? 0,
    bullet: lead?.[2] !== undefined,
    indent,
    hardBreak: raw.endsWith('  ') || raw.endsWith('\\') || /<br ?\/?> {0,4}$/i.test(raw.slice(-12)),
    raw,
  };
}

/** 「――― 課題 ―――」: a section name between two rules. */
function unruled(span: Span): Span {
  const ruled = /^([-‐―─━—–=＝]{2,}[ \u3000]*)([^-‐―─━—–=＝\s].{0,38}?)[ \u3000]*[-‐―─━—–=＝]{2,}$/.exec(span.text);
  if (!ruled || sectionName(ruled[2] ?? '') === null) return span;
  const from = ruled[1]?.length ?? 0;
  return { ...cut(span, from, from + (ruled[2]?.length ?? 0)), start: span.start, end: span.end };
}

/** A loop: Int32Array.from with a function takes ten times as long, and long papers have this for every item. */
function offsetsFrom(start: number, length: number): Int32Array<ArrayBuffer> {
  const offsets = new Int32Array(length);
  for (let i = 0; i < length; i += 1) offsets[i] = start + i;
  return offsets;
}

function furnitureOf(raw: string): Physical['furniture'] {
  const line = raw.trim();
  if (line === '' || line.length > 80) return null;
  if (PAGE_NUMBER.test(line.replace(SET_APART, '$1').normalize('NFKC'))) return 'page';
  return RULE_OR_PICTURE.test(line) || DRAWN_RULE.test(line) || CLOSING_WORD.test(line) ? 'ornament' : null;
}

/**
 * A running head is a short line without a mark of its own that stands beside page numbers or page breaks every time it
 * occurs, at least twice.
 */
function markRunningHeads(lines: Physical[]): void {
  const seen = new Map<string, { atPage: number[]; total: number }>();
  const content = lines.flatMap((line, i) => (line.raw.trim() === '' ? [] : [i]));
  content.forEach((at, k) => {
    const raw = lines[at]?.raw ?? '';
    const key = headKey(raw);
    if (key === null || lines[at]?.furniture) return;
    const entry = seen.get(key) ?? { atPage: [], total: 0 };
    const near = [content[k - 1], content[k + 1]].some((i) => i !== undefined && lines[i]?.furniture === 'page');
    if (near || raw.includes('\f') || (k >= FRONT_LINES && key.endsWith('資料'))) entry.atPage.push(at);
    // The cover's own line is what the head repeats.
    if (k >= FRONT_LINES || entry.atPage.includes(at)) entry.total += 1;
    seen.set(key, entry);
  });
  const front = content.slice(0, FRONT_LINES).map((at) => headKey(lines[at]?.raw ?? '') ?? '');
  for (const [key, { atPage, total }] of seen) {
    // Once is enough for what the first page has on top.
    const isFront = total === 1 && key.length >= 6 && front.some((line) => line.includes(key)) && (atPage[0] ?? 0) > (content[FRONT_LINES] ?? Infinity);
    if (!isFront && (atPage.length < 2 || atPage.length < total - 1)) continue;
    for (const at of atPage) {
      const line = lines[at];
      if (line) line.furniture = 'page';
    }
  }
}

/** The head of a first page takes no more lines. */
const FRONT_LINES = 4;

function headKey(raw: string): string | null {
  const line = raw.trim();
  if (line.length < 2 || line.length > 40 || /^[#|■◆●◎○・【《①-⑳(（0-9０-９-]|[。、]$|\t/.test(line)) return null;
  return line.replace(/[0-9０-９\s]/g, '');
}
