import { AppError } from '../../../../contract/errors.ts';
import type { PaperWarning } from '../../../../contract/papers.ts';
import type { PaperText, Progress } from '../paper-text.ts';
import { BlockReader, type Block } from './blocks.ts';
import { linesOf, Notes, remarksOf } from './notes.ts';
import { Numbering } from './numbering.ts';
import { openDocx, type DocxParts } from './parts.ts';
import type { Story } from './runs.ts';
import { readStyles } from './styles.ts';
import { BlockWriter } from './write-blocks.ts';
import { attribute, descendants, textOf, type XmlNode } from './xml-tree.ts';

/** A sign of life is given this often, in paragraphs: some milliseconds. */
const STEP = 200;

/** Paragraphs, and places in tables: a paper of a thousand pages has some 40,000. */
const MOST_PARTS = 200_000;

/**
 * Reads a Word file by its structure: what Word would show is what the text says. Headings by style or outline level,
 * list numbers as Word computes them, tables by their grid, notes at the end, changes as <ins> and <del>.
 * Running heads and feet, remarks, notes without a mark and hidden text are in the text, but not of the reading.
 * @throws AppError paper-damaged, paper-unpacks-too-large, paper-too-intricate, paper-empty
 */
export function readDocx(fileName: string, bytes: Uint8Array, progress: Progress): PaperText {
  let read = 0;
  let told = 0;
  const alive = () => {
    told = read;
    progress(read, 0);
  };
  const parts = openDocx(fileName, bytes, alive);
  const notes = new Notes(parts.related('footnotes'), parts.related('endnotes'));
  const story: Story = {
    styles: readStyles(parts.related('styles')),
    noteMark: (reference, before) => notes.mark(reference, before),
    drawing: (node) => textsOfDrawing(parts, node),
    partsRead(count) {
      read += count;
      if (read > MOST_PARTS) throw new AppError('paper-too-intricate', { file: fileName });
      if (read - told >= STEP) alive();
    },
    fields: [], changes: 0, hidden: 0, unreadable: 0,
  };
  const { blocks, sections } = readBody(parts, story);
  const running = (kind: string) => runningLines(parts, sections, kind, story);

  const writer = new BlockWriter(new Numbering(parts.related('numbering')), (written) => progress(written, Math.max(read, written)));
  writer.writeFurniture(running('headerReference'));
  writer.write(blocks);
  writer.endBlock();
  const { cited, uncited } = notes.lines(story);
  for (const line of cited) writer.line(line);
  writer.endBlock();
  writer.writeFurniture([...uncited, ...running('footerReference'), ...remarksOf(parts.related('comments'), story)]);
  if (writer.text.trim() === '') throw new AppError('paper-empty', { file: fileName });

  const warnings: PaperWarning[] = [
    { code: 'tracked-changes' as const, count: story.changes },
    { code: 'hidden-left-out' as const, count: story.hidden },
    { code: 'letters-unreadable' as const, count: story.unreadable },
  ].filter(({ count }) => count > 0);
  return { text: writer.text, encoding: 'Word', furniture: writer.furniture, warnings };
}

/** Reads the body block by block, so that its tree never stands in memory as a whole. */
function readBody(parts: DocxParts, story: Story): { blocks: Block[]; sections: XmlNode[] } {
  const reader = new BlockReader(story);
  const blocks: Block[] = [];
  const sections: XmlNode[] = [];
  parts.document((node, parent) => {
    if (node.name === 'sectPr') sections.push(node);
    if (parent !== 'body') return false;
    for (const block of reader.read(node)) blocks.push(block);
    return true;
  });
  blocks.push(...reader.finish());
  return { blocks, sections };
}

/** The lines of the pages' heads or feet, each text once however many sections have it. */
function runningLines(parts: DocxParts, sections: readonly XmlNode[], kind: string, story: Story): string[] {
  const ids = new Set(sections.flatMap((section) => descendants(section, kind)).map((reference) => attribute(reference, 'id', 'r') ?? ''));
  const lines = [...ids].flatMap((id) => {
    const part = parts.byId(id);
    return part === null ? [] : linesOf(new BlockReader(story).readAll(part));
  });
  return [...new Set(lines)];
}

/** The texts of a chart or of SmartArt, which stand in parts of their own. */
function textsOfDrawing(parts: DocxParts, node: XmlNode): string[] {
  const id = node.name === 'chart' ? attribute(node, 'id', 'r') : attribute(node, 'dm', 'r');
  const part = id === undefined ? null : parts.byId(id);
  if (part === null) return [];
  const paragraphs = descendants(part, 'p').map((paragraph) => descendants(paragraph, 't').map(textOf).join(''));
  const values = descendants(part, 'ser').map((series) => descendants(series, 'v').map(textOf).join('　'));
  return [...paragraphs, ...values].filter((text) => text.trim() !== '');
}
