import { BlockReader, type Block } from './blocks.ts';
import type { Story } from './runs.ts';
import { dressedText } from './pieces.ts';
import { attribute, child, elements, type XmlNode } from './xml-tree.ts';

/** The two kinds of notes, told apart by their signs where a file has both. */
const KINDS = ['footnote', 'endnote'] as const;
type Kind = (typeof KINDS)[number];

/** Notes are numbered in the order of their marks in the text, as Word numbers them. */
export class Notes {
  private readonly texts: Record<Kind, ReadonlyMap<string, XmlNode>>;
  private readonly cited: { kind: Kind; id: string; mark: string }[] = [];
  private readonly counts: Record<Kind, number> = { footnote: 0, endnote: 0 };
  /** The note whose text is being read. */
  private open: string | null = null;

  constructor(footnotes: XmlNode | null, endnotes: XmlNode | null) {
    this.texts = { footnote: notesOf(footnotes), endnote: notesOf(endnotes) };
  }

  /**
   * The mark of a note: ※1, or as the paper writes its own.
   * @param reference the mark in the sentence (footnoteReference), or at the head of the note (footnoteRef).
   * @param before what stands in front of it: a sign there (※, 注) is the mark's own.
   */
  mark(reference: XmlNode, before: string): string {
    const kind: Kind = reference.name.startsWith('footnote') ? 'footnote' : 'endnote';
    const isOwn = /(?:※|＊|\*|注)[ 　]*$/.test(before);
    if (reference.name.endsWith('Ref')) return this.open === null ? '' : withoutSign(this.open, isOwn);
    const id = attribute(reference, 'id') ?? '';
    if (!this.texts[kind].has(id)) return '';
    // The mark that follows is the writer's own, and so is the one at the note's head.
    if (['1', 'true', 'on'].includes(attribute(reference, 'customMarkFollows') ?? '')) {
      this.cited.push({ kind, id, mark: '' });
      return '';
    }
    this.counts[kind] += 1;
    const number = this.counts[kind];
    const mark = kind === 'endnote' && this.texts.footnote.size > 0 ? `（注${number}）` : `※${number}`;
    this.cited.push({ kind, id, mark });
    return withoutSign(mark, isOwn);
  }

  /** The notes as lines, in the order they are cited; `uncited`: those whose mark is gone. */
  lines(story: Story): { cited: string[]; uncited: string[] } {
    const read = new Set<XmlNode>();
    const cited = this.cited.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)).flatMap(({ kind, id, mark }) => {
      const note = this.texts[kind].get(id);
      // Two marks may share one note.
      if (!note || read.has(note)) return [];
      read.add(note);
      this.open = mark;
      const text = linesOf(new BlockReader(story).readAll(note)).join('<br>');
      this.open = null;
      if (text === '') return [];
      const isMarked = mark === '' || text.startsWith(mark);
      return [(isMarked ? text : `${mark}　${text}`).replace(/^((?:※|（注)\d+）?)[ 　]*/, '$1 ')];
    });
    const uncited = KINDS.flatMap((kind) => [...this.texts[kind].values()]).filter((note) => !read.has(note)).flatMap((note) => linesOf(new BlockReader(story).readAll(note)));
    return { cited, uncited };
  }
}

function withoutSign(mark: string, isSigned: boolean): string {
  return isSigned ? mark.replace(/^※/, '') : mark;
}

/** The notes of a part by their ids, without the lines that are drawn between text and notes. */
function notesOf(root: XmlNode | null): Map<string, XmlNode> {
  const [part] = elements(root ?? undefined);
  return new Map(elements(part).flatMap((note) => {
    const type = attribute(note, 'type');
    return type === undefined || type === 'normal' ? [[attribute(note, 'id') ?? '', note] as const] : [];
  }));
}

/** The text of small print, a line a paragraph: notes, heads and feet of pages, remarks. Lists in it keep no numbers. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return block.rows.map(({ cells }) => cells.flatMap(linesOf).join('　')).filter((line) => line.trim() !== '');
    return dressedText(block.pieces).replace(/\t+/g, '　').split(/[\n\f]/).map((line) => line.trim()).filter((line) => line !== '');
  });
}

/** The remarks of reviewers, each with who made it. */
export function remarksOf(root: XmlNode | null, story: Story): string[] {
  return elements(child(root ?? undefined, 'comments')).flatMap((comment) => {
    const text = linesOf(new BlockReader(story).readAll(comment)).join('<br>');
    return text === '' ? [] : [`〔コメント　${attribute(comment, 'author') ?? ''}〕${text}`];
  });
}
