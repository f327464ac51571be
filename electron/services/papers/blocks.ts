import type { Marker } from '../../../db/domain/marker.ts';
import { isAside, isCaption, isPictureName } from './asides.ts';
import { readNoteMarker } from './footnotes.ts';
import type { Block, NoteBlock, TextBlock } from './block-types.ts';
import { goesOn, pairsOf } from './continuation.ts';
import { DeliberationItems } from './deliberation-items.ts';
import { FIELD, isBracket, type Entry, type LineEntry } from './entries.ts';
import { isTopic, looksLikeHeading } from './headings.ts';
import { isSibling, listKey } from './line-context.ts';
import { isBold, isOuterHeading, isSubjectHeading, isTheme } from './plain-headings.ts';
import { isFinished, joined, LONGEST_SENTENCE, openBrackets } from './joining.ts';
import type { Span } from './lines.ts';
import { place, subjectWord, unspaced, type Ahead, type Count, type Open } from './outline.ts';
import { officesIn } from './office-line.ts';
import { ownerOf } from './ownership.ts';
import type { Speech } from './kinds/speeches.ts';
import { sectionKind, sectionName, subjectKind } from './vocabulary.ts';

/**
 * Puts lines together into headings in their place, items, paragraphs, tables and footnotes. Captions of pictures and
 * repeated page heads make no block.
 * @param text the paper, for the words that tell a broken sentence.
 * @param title the paper's, which its foreword and its back cover repeat.
 */
export function readBlocks(entries: readonly Entry[], text: string, title: string | null = null): Block[] {
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
    if (entry.indicator) {
      blocks.push({ kind: 'indicator', kpi: entry.indicator, under });
      current = note = null;
      return;
    }
    if (entry.speech) {
      blocks.push({ ...spokenBlock(entry, entry.speech, under), owner: entry.speech.within === true ? blocks.findLastIndex((block) => block.kind === 'text' && block.owner === null) : null });
      current = note = null;
      return;
    }
    if (isBackCover(entry, title, entries.length - at)) {
      stack.length = 0;
      current = note = null;
      return;
    }
    if (isCaption(body.text) || isAside(entry) || isPictureName(entry, entries[at + 1] ?? null) || repeatsOpen(entry, stack) || isRepeatedBelow(entry, entries[at + 1])) {
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
    if (note && isPlain && line.gap === 0 && !isFinished(note.text) && !NAMES_SOURCE.test(body.text) && note.text.length < LONGEST_SENTENCE) {
      append(note, body);
      return;
    }
    const isItem = items.isHeading(entry, stack, asked(entry, at));
    if (isItem || looksLikeHeading({ entries, at, stack, listed })) {
      // A schedule that only its name heads is over where the first item begins.
      if (isItem && stack.at(-1)?.section === 'schedule' && stack.at(-1)?.family === 'plain') stack.pop();
      const open = items.numbered({ ...headingOf(entry, title), ...(isOuterHeading({ entries, at }) || holdsBracket(entry, entries[at + 1]) ? { outer: true } : {}), ...(isSubjectHeading({ entries, at }) ? { subject: true } : {}) });
      const level = place(stack, open, aheadIn(entries, at));
      blocks.push({ kind: 'heading', level, open, source: { start: line.start, end: line.end }, under: stack.slice(0, -1) });
      listed.clear();
      current = note = null;
    } else if (current && isPlain && officesIn(body.text) === null && goesOn(current, entry, { entries, at, interrupted }, isWord)) {
      append(current, body);
      current.open = openBrackets(body.text, current.open);
      current.lastLine = line;
    } else {
      items.note(entry, stack);
      closeFor(entry, stack);
      const owner = ownerOf(blocks, current, entry);
      current = {
        kind: 'text', marker, pieces: [body], text: body.text, start: line.start, line, lastLine: line, owner, open: openBrackets(body.text), under: stack.slice(),
      };
      blocks.push(current);
      if (marker) listed.set(listKey(entry), marker.ordinal);
      note = null;
    }
    interrupted = false;
  });
  return blocks;
}

function spokenBlock({ line, marker, body }: LineEntry, { speaker, pieces, as, sign = null }: Speech, under: readonly Open[]): TextBlock & Block {
  const text = pieces.map((piece) => piece.text).reduce((whole, piece) => (whole === '' ? piece : joined(whole, piece)), '');
  return {
    kind: 'text', marker: as === undefined ? marker : labelMarker(sign), ...(speaker === null ? {} : { speaker }), ...(as === undefined ? {} : { as }), pieces: pieces.length === 0 ? [body] : pieces, text, start: line.start, line, lastLine: line, owner: null, open: 0, under,
  };
}

/** 意見1: a label with its number as the marker. */
const labelMarker = (raw: string | null): Marker | null => (raw === null ? null : { family: 'section', ordinal: null, raw, rest: '', restAt: 0 });

function append(block: TextBlock | NoteBlock, body: Span): void {
  block.pieces.push(body);
  block.text = joined(block.text, body.text);
}

/** A sign or bracket right above a bracket of another form (◆ over 【】, ［］ over ≪≫) holds it and those that follow: no heading is empty. */
function holdsBracket({ line, marker, inline }: LineEntry, next: Entry | undefined): boolean {
  if (next?.kind !== 'line' || marker === null || next.marker === null || inline || next.inline || next.line.hash < line.hash) return false;
  return isSign(marker) && next.marker.label === undefined && isBracket(next.marker) && marker.raw !== next.marker.raw;
}

const isSign = (marker: Marker): boolean => marker.ordinal === null && marker.label === undefined;

/** 「（出典）…」「資料：…」 right below a note is none of it. */
const NAMES_SOURCE = /^(?:[（(【［〔](?:出典|出所|資料)[）)】］〕]|(?:出典|出所|資料)[：:])/;

/** The name of a sheet that its first line has again. */
const isRepeatedBelow = ({ line, marker, body }: LineEntry, next: Entry | undefined): boolean =>
  line.hash > 0 && marker === null && next?.kind === 'line' && unspaced(next.body.text) === unspaced(body.text);

/** 〈資料編〉 at the head of a page repeats a heading that is open. */
function repeatsOpen({ marker, body }: LineEntry, stack: readonly Open[]): boolean {
  return marker?.family === 'angle' && isBracket(marker) && stack.some((open) => open.family !== 'angle' && open.text === unspaced(body.text));
}

/** Bold type on a line of its own is a heading below all that have a #. */
const BOLD_HASH = 7;

/** The last page of a paper has its title again, above where to write to. */
const BACK_COVER = 12;

function isBackCover({ line, marker, body }: LineEntry, title: string | null, left: number): boolean {
  return line.hash > 0 && marker === null && left <= BACK_COVER && unspaced(body.text) === title;
}

/** Words that go on with what was said. */
const GOES_ON = /^(?:また|さらに|なお|一方|このため|このように|こうした|しかし|そのため|加えて|これら?[はにを]|特に)/;

/**
 * Closes what a text does not belong to: a heading whose own text stands on its line, or one with the very sign that opens
 * the text.
 */
function closeFor({ line, marker, body }: LineEntry, stack: Open[]): void {
  if (line.gap === 0) return;
  if (marker === null && !line.bullet && stack.at(-1)?.inline && !GOES_ON.test(body.text)) stack.pop();
  const alike = marker === null || marker.ordinal !== null ? -1 : stack.findLastIndex((open) => open.sign === marker.raw);
  if (alike >= 0) stack.length = alike;
}

function headingOf({ line, marker, body, inline }: LineEntry, title: string | null): Open {
  const quoted = marker === null ? /^([「（(])([^「」（）()]+)([」）)])$/.exec(body.text) : null;
  const referred = marker === null ? REFERENCE.exec(body.text) : null;
  const text = unspaced(quoted?.[2]?.trim() ?? referred?.[2] ?? body.text);
  const sign = marker?.raw ?? (quoted ? `${quoted[1]}${quoted[3]}` : referred?.[1]?.trim() ?? null);
  return {
    text, family: marker?.family ?? 'plain', sign, ordinal: marker?.ordinal ?? null, hash: line.hash > 0 || !isBold(line) ? line.hash : BOLD_HASH,
    // 「基本方針（案）について」 before the first chapter is about the paper itself.
    section: text.replace(/(?:の策定)?(?:について|に(?:当|あ)たって)$/, '') === title ? null : inline && FIELD.test(text) ? 'background' : sectionKind(text) ?? subjectKind(marker?.raw ?? null) ?? ((marker !== null || line.hash > 0) && CARRIED_ON.test(text) ? 'policy_direction' : null),
    named: sectionName(text) !== null,
    ...(inline ? { inline } : {}),
    ...(marker === null && isTheme(text) ? { family: 'section' } : {}),
  };
}

/** 「５　計画の推進」 is how the paper is carried on; without a number or a # the words may name one of a body's duties. */
const CARRIED_ON = /(?:計画|プラン|方針|ビジョン)の推進$/;

/** 「参考１　市民の主な意見」: beside what the paper says itself. */
const REFERENCE = /^(参考(?:資料)?[ 　]*[0-9０-９]{0,2})(?:[ 　]*[：:][ 　]*|[ 　]+)(\S.*)$/;

/** How far ahead the place of a heading may depend on what follows. */
const HORIZON = 400;

/** Looks where a count goes on, and whether a sign comes again before; only then is it within the count. */
function aheadIn(entries: readonly Entry[], from: number): Ahead {
  const follows = ({ family, ordinal, word }: Count) => (entry: Entry) =>
    entry.kind === 'line' && !entry.line.bullet && entry.marker?.family === family && entry.marker.ordinal === ordinal && (word === undefined || subjectWord(entry.marker.raw) === word);
  return {
    counts: (to) => entries.slice(from + 1, from + HORIZON).some(follows(to)),
    comesAgain: (until, sought) => {
      const isSought = (entry: Entry) => {
        if (entry.kind !== 'line') return false;
        if (sought.family === 'plain') return entry.marker === null && sought.section !== null && sectionName(entry.body.text) === sought.section;
        return !entry.line.bullet && entry.marker?.family === sought.family && entry.marker.raw === sought.sign;
      };
      const following = entries.slice(from + 1, from + HORIZON);
      const next = following.findIndex(follows(until));
      return next >= 0 && following.slice(0, next).some(isSought);
    },
  };
}
