import { readNoteMarker } from './footnotes.ts';
import type { Block, NoteBlock, TextBlock } from './block-types.ts';
import { goesOn, pairsOf } from './continuation.ts';
import { DeliberationItems } from './deliberation-items.ts';
import { isBracket, type Entry, type LineEntry } from './entries.ts';
import { isCaption, isSibling, isTopic, listKey, looksLikeHeading } from './headings.ts';
import { isFinished, joined, LONGEST_SENTENCE, openBrackets } from './joining.ts';
import type { Span } from './lines.ts';
import { place, unspaced, type Ahead, type Open } from './outline.ts';
import { ownerOf } from './ownership.ts';
import { sectionKind, sectionName } from './vocabulary.ts';

/**
 * Puts lines together into headings in their place, items, paragraphs, tables and footnotes. Captions of pictures and
 * repeated page heads make no block.
 * @param text the paper, for the words that tell a broken sentence.
 */
export function readBlocks(entries: readonly Entry[], text: string): Block[] {
  const blocks: Block[] = [];
  const stack: Open[] = [];
  const items = new DeliberationItems();
  const listed = new Map<string, number | null>();
  const isWord = pairsOf(text);
  let current: (TextBlock & Block) | null = null;
  let note: (NoteBlock & Block) | null = null;
  /** Something that is no part of the text stands between `current` and the next line. */
  let interrupted = false;

  const asked = (entry: LineEntry, at: number) => ({
    isTopic: () => isTopic({ entries, at }),
    isListed: () => {
      const next = entries[at + 1];
      return next === undefined || isSibling(entry, next);
    },
  });

  entries.forEach((entry, at) => {
    const under = stack.slice();
    if (entry.kind === 'table') {
      blocks.push({ kind: 'table', table: entry.table, under });
      current = note = null;
      return;
    }
    const { line, marker, body } = entry;
    if (isCaption(body.text) || repeatsOpen(entry, stack)) {
      interrupted = true;
      return;
    }
    const noteMarker = readNoteMarker(marker);
    if (noteMarker !== null) {
      note = { kind: 'note', marker: noteMarker, pieces: [body], text: body.text, start: line.start, under };
      blocks.push(note);
      interrupted = true;
      return;
    }
    const isPlain = marker === null && line.hash === 0;
    if (note && isPlain && line.gap === 0 && !isFinished(note.text) && note.text.length < LONGEST_SENTENCE) {
      append(note, body);
      return;
    }
    const isItem = items.isHeading(entry, stack, asked(entry, at));
    if (isItem || looksLikeHeading({ entries, at, stack, listed })) {
      // A schedule that only its name heads is over where the first item begins.
      if (isItem && stack.at(-1)?.section === 'schedule' && stack.at(-1)?.family === 'plain') stack.pop();
      const open = items.numbered(headingOf(entry));
      const level = place(stack, open, aheadIn(entries, at));
      blocks.push({ kind: 'heading', level, open, source: { start: line.start, end: line.end }, under: stack.slice(0, -1) });
      listed.clear();
      current = note = null;
    } else if (current && isPlain && goesOn(current, entry, { entries, at, interrupted }, isWord)) {
      append(current, body);
      current.open = openBrackets(body.text, current.open);
      current.lastLine = line;
    } else {
      items.note(entry, stack);
      const owner = ownerOf(blocks, current, entry);
      current = {
        kind: 'text', marker, pieces: [body], text: body.text, start: line.start, line, lastLine: line, owner, open: openBrackets(body.text), under,
      };
      blocks.push(current);
      if (marker) listed.set(listKey(entry), marker.ordinal);
      note = null;
    }
    interrupted = false;
  });
  return blocks;
}

function append(block: TextBlock | NoteBlock, body: Span): void {
  block.pieces.push(body);
  block.text = joined(block.text, body.text);
}

/** 〈資料編〉 at the head of a page repeats a heading that is open. */
function repeatsOpen({ marker, body }: LineEntry, stack: readonly Open[]): boolean {
  return marker?.family === 'angle' && isBracket(marker) && stack.some((open) => open.family !== 'angle' && open.text === unspaced(body.text));
}

function headingOf({ line, marker, body }: LineEntry): Open {
  const quoted = marker === null ? /^([「（(])([^「」（）()]+)([」）)])$/.exec(body.text) : null;
  const text = unspaced(quoted?.[2]?.trim() ?? body.text);
  const sign = marker?.raw ?? (quoted ? `${quoted[1]}${quoted[3]}` : null);
  return { text, family: marker?.family ?? 'plain', sign, ordinal: marker?.ordinal ?? null, hash: line.hash, section: sectionKind(text) };
}

/** How far ahead the place of a heading may depend on what follows. */
const HORIZON = 400;

/** Looks whether a sign comes again before the next number of a count does; only then is it within the count. */
function aheadIn(entries: readonly Entry[], from: number): Ahead {
  return (until, sought) => {
    const isNext = (entry: Entry) =>
      entry.kind === 'line' && !entry.line.bullet && entry.marker?.family === until.family && entry.marker.ordinal === until.ordinal;
    const isSought = (entry: Entry) => {
      if (entry.kind !== 'line') return false;
      if (sought.family === 'plain') return entry.marker === null && sought.section !== null && sectionName(entry.body.text) === sought.section;
      return !entry.line.bullet && entry.marker?.family === sought.family && entry.marker.raw === sought.sign;
    };
    const following = entries.slice(from + 1, from + HORIZON);
    const next = following.findIndex(isNext);
    return next >= 0 && following.slice(0, next).some(isSought);
  };
}
