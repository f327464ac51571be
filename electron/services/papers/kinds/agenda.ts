import type { Block, TextBlock } from '../block-types.ts';
import type { Entry, LineEntry } from '../entries.ts';
import { readNoteMarker } from '../footnotes.ts';
import { cut, type Line, type Span } from '../lines.ts';
import { rankOf, unspaced, type Open } from '../outline.ts';

const AGENDA_LINE = /^(?:会議|議事)?次第$|^議事日程$/;
/** An agenda is a page or two; a longer paper that has 次第 at its front is something else. */
const LONGEST_AGENDA = 90;
const FRONT_LINES = 16;

/** Whether a paper is an agenda that says so on a line of its own (次　第), not in its title. */
export function isAgenda(lines: readonly Line[]): boolean {
  return lines.length <= LONGEST_AGENDA && lines.slice(0, FRONT_LINES).some((line) => AGENDA_LINE.test(unspaced(line.text)));
}

/** 「…について　　　【資料１】」: which paper goes with an item stands apart from its name. */
const PAPER_BEHIND = /[ 　]*[【〔［[](?:当日|別添|参考)?(?:資料|別紙|別添)[^【】〔〕［］[\]]{0,20}[】〕］\]]$|[ 　]{2,}(?:・*…+)?(?:参考)?資料[ 　]*(?:No\.?)?[0-9０-９]+(?:[-－‐―][0-9０-９]+)?$/;

/**
 * The blocks of an agenda: every numbered line down to the list of papers is an item, under the item whose number is
 * further out. What stands between them without a number is text of the paper and no item.
 */
export function agendaBlocks(entries: readonly Entry[]): Block[] {
  const blocks: Block[] = [];
  const open: { rank: number; at: number }[] = [];
  let heading: Open | null = null;
  for (const entry of entries) {
    if (entry.kind === 'table') {
      blocks.push({ kind: 'table', table: entry.table, under: heading ? [heading] : [] });
      continue;
    }
    const note = readNoteMarker(entry.marker);
    if (note !== null) blocks.push({ kind: 'note', marker: note, pieces: [entry.body], text: entry.body.text, start: entry.line.start, under: heading ? [heading] : [] });
    const rank = entry.marker === null || note !== null ? null : rankOf(entry.marker.family);
    if (entry.marker !== null && note === null && entry.marker.raw.length === 2 && rank === null) {
      heading = { text: unspaced(entry.body.text), family: entry.marker.family, sign: entry.marker.raw, ordinal: null, hash: entry.line.hash, section: 'contents' };
      blocks.push({ kind: 'heading', level: 1, open: heading, source: { start: entry.line.start, end: entry.line.end }, under: [] });
    } else if (rank !== null && heading === null) {
      while ((open.at(-1)?.rank ?? -1) >= rank) open.pop();
      blocks.push({ ...itemOf(entry), owner: open.at(-1)?.at ?? null, under: [] });
      open.push({ rank, at: blocks.length - 1 });
    }
  }
  return blocks;
}

function itemOf({ line, marker, body }: LineEntry): TextBlock {
  const name = withoutPaper(body);
  return { kind: 'text', as: 'agenda', marker, pieces: [name], text: name.text, start: line.start, line, lastLine: line, owner: null, open: 0 };
}

function withoutPaper(body: Span): Span {
  const behind = PAPER_BEHIND.exec(body.text);
  return behind === null || behind.index === 0 ? body : cut(body, 0, behind.index);
}
