import { contentsEntries, headingText, type Block, type Cell, type Cover, type Heading, type Paragraph, type ReportDocument, type Run, type Table } from './model.ts';
import { paperCss } from './paper-css.ts';
import { keptWithNext } from './table-grid.ts';

/**
 * The report as one HTML page: on screen it looks like sheets on a desk, printed by Chromium it is the PDF (whose
 * contents list then gets its page numbers from print-pdf). It needs no script and asks for nothing but its fonts.
 * @param faces @font-face rules for BIZ UDPMincho and BIZ UDPGothic (see fonts.ts).
 */
export function toHtml(document: ReportDocument, faces: string): string {
  const body = [
    document.cover === null ? '' : coverHtml(document.cover),
    contentsHtml(document),
    `<main class="sheet">\n${bodyHtml(document)}\n</main>`,
  ];
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<title>${escaped(document.title)}</title>
<style>
${faces}
${paperCss()}
</style>
</head>
<body>
${body.filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);

function coverHtml({ title, edition, date, publisher, committee }: Cover): string {
  const line = (name: string, text: string) => (text === '' ? '' : `<p class="${name}">${escaped(text)}</p>`);
  return `<section class="sheet cover"><div class="head"><h1>${escaped(title)}</h1>${line('edition', edition)}</div><div class="foot">${line('date', date)}${line('publisher', publisher)}${line('committee', committee)}</div></section>`;
}

function contentsHtml(document: ReportDocument): string {
  if (document.contents === null) return '';
  const lines = contentsEntries(document).map(
    (entry) => `<a class="l${entry.level}" href="#${entry.id}"><span>${escaped(headingText(entry))}</span><i></i><b></b></a>`,
  );
  return `<nav class="sheet contents"><h1>${escaped(document.contents.title)}</h1>\n${lines.join('\n')}\n</nav>`;
}

/** The blocks; the notes of a chapter stand at its end, since a page cannot hold notes of its own in Chromium. */
function bodyHtml(document: ReportDocument): string {
  const texts = new Map(document.notes.map((note) => [note.number, note.text]));
  const out: string[] = [];
  let pending: number[] = [];
  const endChapter = () => {
    const lines = pending.map((n) => `<p id="note-${n}"><a href="#ref-${n}">※${n}</a>${escaped(texts.get(n) ?? '')}</p>`);
    if (lines.length > 0) out.push(`<aside class="notes">\n${lines.join('\n')}\n</aside>`);
    pending = [];
  };
  for (const block of document.blocks) {
    if (block.kind === 'heading' && block.level === 1) endChapter();
    out.push(blockHtml(block));
    pending.push(...noteNumbers(block));
  }
  endChapter();
  return out.join('\n');
}

function noteNumbers(block: Block): number[] {
  const runs = block.kind === 'table' ? block.rows.flat().flatMap((cell) => cell.runs) : 'runs' in block ? block.runs : [];
  return runs.flatMap((run) => (run.t === 'note' ? [run.number] : []));
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading': return headingHtml(block);
    case 'paragraph': return paragraphHtml(block);
    case 'table': return tableHtml(block);
    case 'title': return `<p class="title">${escaped(block.text)}</p>`;
    case 'mark': return `<p class="mark">${block.paperNumber === '' ? '' : `<b>${escaped(block.paperNumber)}</b>`}${block.date === '' ? '' : `<span>${escaped(block.date)}</span>`}</p>`;
  }
}

function headingHtml({ id, level, number, runs, newPage }: Heading): string {
  const tag = `h${level + 1}`;
  return `<${tag} id="${id}"${newPage ? ' class="new-page"' : ''}>${number === '' ? '' : `${escaped(number)}　`}${runsHtml(runs)}</${tag}>`;
}

function paragraphHtml({ look, marker, indent, hang, runs, keepWithNext, apart }: Paragraph): string {
  const classes = [look === 'text' ? '' : look, marker === '' ? '' : 'marked', keepWithNext ? 'keep' : '', apart ? 'apart' : ''].filter((name) => name !== '');
  const open = `<p${classes.length > 0 ? ` class="${classes.join(' ')}"` : ''}`;
  if (marker === '') return `${open} style="margin-left:${em(indent)};text-indent:${em(hang)}">${runsHtml(runs)}</p>`;
  return `${open} style="padding-left:${em(indent + hang)};text-indent:${em(-hang)}"><span class="m${isWider(marker, hang) ? ' wide' : ''}" style="min-width:${em(hang)}">${escaped(marker)}</span>${runsHtml(runs, ITEM_BREAK)}</p>`;
}

/** A new line within an item stands a little apart, since it would else read on from a line that is full. */
const ITEM_BREAK = '<span class="br"></span>';

/** Whether a mark fills the place before its text, so that the text would stand right behind it. */
function isWider(marker: string, hang: number): boolean {
  const width = Array.from(marker).reduce((sum, letter) => sum + (letter > '\u00ff' ? 1 : 0.5), 0);
  return width > hang;
}

/** Indents are in ems of body text, whatever size the paragraph itself is in. */
const em = (ems: number): string => (ems === 0 ? '0' : `calc(${ems} * var(--em))`);

function tableHtml(table: Table): string {
  const columns = table.widths.map((width) => `<col style="width:${(width * 100).toFixed(2)}%">`).join('');
  const rows = table.rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`);
  const head = rows.slice(0, table.headerRows);
  const kept = keptWithNext(table);
  const whole = kept.slice(0, -1).every(Boolean);
  return [
    `<figure${whole ? ' class="whole"' : ''}>${table.caption === '' ? '' : `<figcaption>${escaped(table.caption)}</figcaption>`}<table><colgroup>${columns}</colgroup>`,
    ...(head.length > 0 ? [`<thead>${head.join('\n')}</thead>`] : []),
    ...rowGroups(rows.slice(table.headerRows), kept.slice(table.headerRows)).map((group) => `<tbody class="together">${group.join('\n')}</tbody>`),
    '</table></figure>',
  ].join('\n');
}

/** Rows that stand on one page together, in a table body each: no page ends within one. */
function rowGroups(rows: readonly string[], kept: readonly boolean[]): string[][] {
  const groups: string[][] = [[]];
  rows.forEach((row, i) => {
    groups.at(-1)?.push(row);
    if (kept[i] !== true && i < rows.length - 1) groups.push([]);
  });
  return groups;
}

function cellHtml({ runs, header, colspan, rowspan, centred }: Cell): string {
  const tag = header ? 'th' : 'td';
  const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`;
  return `<${tag}${spans}${centred ? ' class="centred"' : ''}>${runsHtml(runs)}</${tag}>`;
}

function runsHtml(runs: readonly Run[], lineBreak = '<br>'): string {
  return runs.map((run) => {
    if (run.t === 'break') return lineBreak;
    // A word joiner: the mark stays on the line of the word it belongs to.
    if (run.t === 'note') return `&#8288;<sup><a id="ref-${run.number}" href="#note-${run.number}">※${run.number}</a></sup>`;
    const text = run.underline ? `<u>${escaped(run.text)}</u>` : escaped(run.text);
    return run.bold ? `<strong>${text}</strong>` : text;
  }).join('');
}
