import { plainText, type Inline, type TableCell } from '../../db/domain/clause-content.ts';
import { readClauseMarker } from './clause-marker.ts';
import { BODY, normalRuns, type ClauseForm } from './editor-clause.ts';
import type { PastedClause } from './paste-text.ts';

const SKIPPED = new Set(['STYLE', 'SCRIPT', 'TITLE', 'HEAD', 'META', 'LINK', 'TEMPLATE', 'NOSCRIPT', 'IMG', 'SVG', 'OBJECT']);
const BLOCKS = new Set(['P', 'DIV', 'LI', 'UL', 'OL', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'TABLE', 'BLOCKQUOTE', 'SECTION', 'ARTICLE',
  'HEADER', 'FOOTER', 'MAIN', 'DL', 'DT', 'DD', 'PRE', 'BODY', 'CENTER', 'FIGURE', 'FIGCAPTION', 'FORM', 'HR']);
const CJK = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;

type Marks = { bold?: true; underline?: true };

/**
 * Pasted HTML (Word, LibreOffice, Excel, a web page) as clauses: headings, lists and tables keep what they are, bold and
 * underline stay, everything else is plain text. Numbers that Word printed or a person typed become levels.
 * @param body the body of an inert document (DOMParser's), which is only read.
 */
export function clausesOfHtml(body: Element): PastedClause[] {
  const found = readBlocks(body, BODY);
  const numberedHeadings = found.some(({ clause }) => clause.kind === 'heading' && clause.numbered);
  return found.map(({ clause, titled }) => (titled && !numberedHeadings ? { ...clause, numbered: true } : clause));
}

/** `titled`: a heading that had no number; it takes one unless others in the same paste had theirs (はじめに). */
type Found = { clause: PastedClause; titled: boolean };

function readBlocks(container: Element, form: ClauseForm): Found[] {
  const found: Found[] = [];
  let line: Inline[] = [];
  const endLine = () => {
    found.push(...clauseOfLine(line, form));
    line = [];
  };
  for (const node of container.childNodes) {
    if (!(node instanceof Element) || !holdsBlocks(node)) {
      line.push(...readInline(node, {}));
      continue;
    }
    endLine();
    if (node.tagName === 'TABLE') found.push({ clause: readTable(node), titled: false });
    else found.push(...readBlocks(node, formOfElement(node, form)));
  }
  endLine();
  return found;
}

const holdsBlocks = (element: Element): boolean =>
  !SKIPPED.has(element.tagName) && (BLOCKS.has(element.tagName) || [...element.children].some(holdsBlocks));

function formOfElement(element: Element, outer: ClauseForm): ClauseForm {
  const heading = /^H([1-6])$/.exec(element.tagName);
  if (heading) return { kind: 'heading', level: Math.min(5, Number(heading[1])), numbered: false };
  if (element.tagName !== 'LI') return outer;
  const depth = listDepth(element);
  return element.parentElement?.tagName === 'OL'
    ? { kind: 'paragraph', level: Math.min(5, depth + 2), numbered: true } // (1) › ア › (ア)
    : { kind: 'bullet', level: Math.min(5, depth - 1), numbered: false };
}

function listDepth(item: Element): number {
  let depth = 0;
  for (let list = item.closest('ul, ol'); list; list = list.parentElement?.closest('ul, ol') ?? null) depth += 1;
  return depth;
}

function clauseOfLine(inlines: readonly Inline[], form: ClauseForm): Found[] {
  const runs = tidy(inlines);
  if (runs.length === 0) return [];
  const [first] = runs;
  const marked = first?.t === 'text' ? readClauseMarker(plainText({ form: 'runs', runs })) : null;
  if (!marked) return [{ clause: { ...form, content: { form: 'runs', runs } }, titled: form.kind === 'heading' }];
  const markedForm = form.kind === 'heading' && marked.form.kind !== 'bullet' ? { ...marked.form, kind: 'heading' as const } : marked.form;
  return [{ clause: { ...markedForm, content: { form: 'runs', runs: withoutStart(runs, marked.restAt) } }, titled: false }];
}

function readInline(node: Node, marks: Marks): Inline[] {
  if (node.nodeType === Node.TEXT_NODE) return [{ t: 'text', text: collapse(node.textContent ?? ''), ...marks }];
  if (!(node instanceof Element) || SKIPPED.has(node.tagName)) return [];
  if (node.tagName === 'BR') return [{ t: 'break' }];
  const style = node.getAttribute('style') ?? '';
  // Word prints a list's number or bullet into the text and says so; Symbol and Wingdings dots are bullets
  if (/mso-list:\s*ignore/i.test(style)) return [{ t: 'text', text: listMarker(node.textContent ?? '') }];
  const weight = /font-weight:\s*(bold|[5-9]00|normal|[1-4]00)/i.exec(style)?.[1];
  const bold = weight ? /bold|[5-9]00/i.test(weight) : marks.bold || node.tagName === 'B' || node.tagName === 'STRONG';
  const underline = marks.underline || node.tagName === 'U' || /text-decoration[^;]*underline/i.test(style);
  const inner: Marks = { ...(bold ? { bold: true } : {}), ...(underline ? { underline: true } : {}) };
  return [...node.childNodes].flatMap((child) => readInline(child, inner));
}

/** A number or letter as it was printed; the dots of Symbol and Wingdings come as other characters. */
function listMarker(text: string): string {
  const marker = text.replace(/[\s\u00a0]+/g, '');
  return /^[\uf000-\uf8ff§ØüoO·•*-]?$/.test(marker) ? '・' : `${marker.replace(/[.．]$/, '')}　`;
}

/** White space as a browser shows it; a line of source broken between two Japanese characters was no space. */
function collapse(text: string): string {
  return text.replace(/[ \t\r\n\f\u00a0]+/g, (space, at: number) =>
    /\n/.test(space) && CJK.test(text[at - 1] ?? '') && CJK.test(text[at + space.length] ?? '') ? '' : ' ');
}

/** Runs without the white space around lines. */
function tidy(inlines: readonly Inline[]): Inline[] {
  const runs = normalRuns(inlines).map((run, i, all): Inline => {
    if (run.t !== 'text') return run;
    const start = i === 0 || all[i - 1]?.t === 'break' ? run.text.trimStart() : run.text;
    return { ...run, text: i === all.length - 1 || all[i + 1]?.t === 'break' ? start.trimEnd() : start };
  });
  const kept = normalRuns(runs);
  while (kept[0]?.t === 'break') kept.shift();
  while (kept.at(-1)?.t === 'break') kept.pop();
  return kept;
}

function withoutStart(runs: readonly Inline[], length: number): Inline[] {
  let left = length;
  return normalRuns(runs.map((run): Inline => {
    if (run.t !== 'text' || left === 0) return run;
    const cut = Math.min(left, run.text.length);
    left -= cut;
    return { ...run, text: run.text.slice(cut) };
  }));
}

function readTable(table: Element): PastedClause {
  const rows = [...table.querySelectorAll('tr')]
    .filter((row) => row.closest('table') === table)
    .map((row) => [...row.children].filter((cell) => cell.tagName === 'TD' || cell.tagName === 'TH').map(readCell))
    .filter((row) => row.length > 0);
  const caption = (table.querySelector('caption')?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return { kind: 'table', level: 0, numbered: false, content: { form: 'table', caption, rows } };
}

function readCell(cell: Element): TableCell {
  const span = (name: string) => Math.min(100, Math.max(1, Number(cell.getAttribute(name)) || 1));
  const lines = readLines(cell).map(tidy).filter((line) => line.length > 0);
  const runs = lines.flatMap((line, i): Inline[] => (i === 0 ? line : [{ t: 'break' }, ...line]));
  const header = cell.tagName === 'TH' || cell.closest('thead') !== null;
  return { header, colspan: span('colspan'), rowspan: span('rowspan'), runs: normalRuns(runs) };
}

/** The lines of a cell: its paragraphs and list items, one after another. */
function readLines(container: Element): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const node of container.childNodes) {
    if (node instanceof Element && holdsBlocks(node)) lines.push(...readLines(node), []);
    else lines.at(-1)?.push(...readInline(node, {}));
  }
  return lines;
}
