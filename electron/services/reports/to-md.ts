import { headingText, type Block, type Cell, type Cover, type Heading, type Paragraph, type ReportDocument, type Run, type Table } from './model.ts';
import { tableGrid } from './table-grid.ts';

/**
 * The report as Markdown (CommonMark with tables and footnotes), in the form municipal working papers have when they
 * are written so: an import reads the same items, points, cities and meetings back. No contents list: whoever shows
 * Markdown makes one from the headings.
 */
export function toMd(document: ReportDocument): string {
  const notes = document.notes.map(({ number, text }) => `[^${number}]: ${escaped(text)}`);
  // Under a cover or a title the chapters are second in rank.
  const depth = document.cover !== null || document.blocks.some((block) => block.kind === 'title') ? 1 : 0;
  const nested = nesting(document.blocks);
  const parts = [
    document.cover === null ? '' : coverText(document.cover),
    ...document.blocks.map((block, i) => joint(document.blocks[i - 1], block, nested[i] ?? 0) + blockText(block, depth, nested[i] ?? 0)),
    notes.length > 0 ? `\n\n${notes.join('\n')}` : '',
  ];
  return `${parts.join('').trimStart()}\n`;
}

/** How many items of its list each paragraph stands in: 0 for the outermost, and for all that is no list. */
function nesting(blocks: readonly Block[]): number[] {
  const indents: number[] = [];
  return blocks.map((block) => {
    const isListed = block.kind === 'paragraph' && (block.marker !== '' || isChild(block));
    if (!isListed || block.apart) indents.length = 0;
    if (!isListed) return 0;
    while ((indents.at(-1) ?? -1) >= block.indent) indents.pop();
    return indents.push(block.indent) - 1;
  });
}

const inset = (depth: number) => '  '.repeat(depth);

/** What stands between two blocks: list lines follow each other, and a child line goes on in the item above it. */
function joint(before: Block | undefined, block: Block, depth: number): string {
  if (before?.kind !== 'paragraph' || block.kind !== 'paragraph' || block.apart) return '\n\n';
  if (block.marker !== '' && before.marker === '' && !isChild(before)) return '\n\n';
  // A dot is no list of Markdown's, and ends its line on purpose.
  if (block.marker !== '') return `${before.marker === '・' && block.marker === '・' ? '  \n' : '\n'}${inset(depth)}`;
  return isChild(block) ? `  \n${inset(depth)}` : '\n\n';
}

/** A line without a marker that stands in as far as the text of the marked line above it. */
const isChild = (paragraph: Paragraph): boolean => paragraph.marker === '' && paragraph.hang === 0 && paragraph.indent > 0;

/** Signs that would turn text into markup. Line starts need no care: text never stands at one without its marker. */
const escaped = (text: string): string => text.replace(/[\\`*<]|\[(?=\^)/g, '\\$&');

function coverText({ title, edition, date, publisher, committee }: Cover): string {
  return [`# ${escaped(title + edition)}`, ...[date, publisher, committee].filter((line) => line !== '').map(escaped)].join('\n\n');
}

function blockText(block: Block, depth: number, nested: number): string {
  switch (block.kind) {
    case 'mark': return [block.date, block.paperNumber].filter((part) => part !== '').map(escaped).join('　');
    case 'title': return `# ${escaped(block.text)}`;
    case 'heading': return headingMarkdown(block, depth);
    case 'paragraph': return paragraphText(block, nested);
    case 'table': return tableText(block);
  }
}

function headingMarkdown(heading: Heading, depth: number): string {
  const notes = heading.runs.flatMap((run) => (run.t === 'note' ? [`[^${run.number}]`] : []));
  return `${'#'.repeat(Math.min(6, heading.level + depth))} ${escaped(headingText(heading)).replace('　', ' ')}${notes.join('')}`;
}

function paragraphText({ look, marker, runs }: Paragraph, nested: number): string {
  const text = runsText(runs, `  \n${marker === '' ? '' : inset(nested + 1)}`);
  if (marker === '') return look === 'emphasis' ? `**${text}**` : text;
  return marker === '・' || marker === '-' ? `${marker}${marker === '-' ? ' ' : ''}${text}` : `- ${marker} ${text}`;
}

function runsText(runs: readonly Run[], lineEnd: string): string {
  return runs.map((run) => {
    if (run.t === 'break') return lineEnd;
    if (run.t === 'note') return `[^${run.number}]`;
    return run.bold ? `**${escaped(run.text)}**` : escaped(run.text);
  }).join('');
}

/** A pipe table; it has no spans, so that a cell over several places stands in the first and leaves the others empty. */
function tableText(table: Table): string {
  const { columns, rows } = tableGrid(table.rows);
  const lines = rows.map((places) => {
    const cells = Array.from({ length: columns }, () => '');
    for (const { cell, column, continues } of places) if (!continues) cells[column] = cellText(cell);
    return `| ${cells.join(' | ')} |`;
  });
  const header = table.headerRows > 0 ? lines.slice(0, 1) : [`|${' |'.repeat(columns)}`];
  const caption = table.caption === '' ? [] : [escaped(table.caption), ''];
  return [...caption, ...header, `|${' --- |'.repeat(columns)}`, ...lines.slice(table.headerRows > 0 ? 1 : 0)].join('\n');
}

const cellText = (cell: Cell): string => runsText(cell.runs, '<br>').replaceAll('|', '\\|');
