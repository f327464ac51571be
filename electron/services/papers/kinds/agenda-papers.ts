import type { Block } from '../block-types.ts';
import { isBracket, type Entry, type LineEntry } from '../entries.ts';
import { isSmallPrint } from '../cover.ts';
import { cut } from '../lines.ts';
import { rankOf } from '../outline.ts';
import { sectionKind } from '../vocabulary.ts';
import { GROUP_NAME, isAgendaLine, isOtherList, itemsOfTable, unquoted } from './agenda.ts';

/** Sections that an agenda itself has. */
const OF_AGENDA: ReadonlySet<string> = new Set(['agenda', 'contact', 'contents', 'handouts', 'actor']);

/**
 * Where the papers of the meeting begin behind its agenda: the first heading of its own (a #, or a bracket around it) below the
 * items that names no list of an agenda.
 * @returns the index of that heading; the number of entries where nothing stands behind the agenda.
 */
export function papersFrom(entries: readonly Entry[]): number {
  let hasItems = false;
  /** The list of what is handed out closes the agenda: any heading below it is of a paper. */
  let isClosed = false;
  const at = entries.findIndex((entry, i) => {
    if (entry.kind === 'table') {
      hasItems ||= i > 0 || itemsOfTable(entry.table) !== null;
      return false;
    }
    const { line, marker, body } = entry;
    const isHeading = line.hash > 0 || (marker !== null && isBracket(marker) && marker.raw.length === 2 && marker.label === undefined);
    const { name } = unquoted(body.text);
    if (isClosed && line.gap > 0 && PAPER_ALONE.test(name)) return true;
    if (isHeading && hasItems && !isAgendaLine({ ...line, ...body }) && opensPapers(entry, name, entries[i + 1], isClosed)) return true;
    if (isHeading && isOtherList(name)) isClosed = true;
    else hasItems ||= !isHeading && marker !== null && rankOf(marker.family) !== null;
    return false;
  });
  return at < 0 ? entries.length : at;
}

function opensPapers({ line, marker }: LineEntry, name: string, next: Entry | undefined, isClosed: boolean): boolean {
  if (NUMBERED_PAPER.test(name) && line.hash > 0) return true;
  if (isOtherList(name) || next === undefined || isSmallPrint(name)) return false;
  const kind = sectionKind(name);
  const isOver = next.kind === 'table' || next.line.hash > line.hash || next.body.text.includes('。') || next.marker !== null;
  if (kind !== null) return !OF_AGENDA.has(kind) && (isClosed || kind !== 'deliberation_item' || !GROUP_NAME.test(name));
  if (isClosed) return isOver;
  return line.hash > 0 && marker === null && !GROUP_NAME.test(name) && (next.kind === 'table' || next.line.hash > line.hash || next.body.text.endsWith('。'));
}

/** 「資料１」 alone on its line heads the first page of it. */
const PAPER_ALONE = /^[【〔［[]?資料[ 　]*[0-9０-９一二三四五六七八九十]{1,2}[】〕］\]]?$/;

/** 「資料１　窓口の論点整理」 as a heading is the paper itself. */
const NUMBERED_PAPER = /^資料[0-9０-９①-⑳一二三四五六七八九十]/;

/** 「資料１　窓口の論点整理」 with a #: the number of the paper is the heading's mark. */
export function withPaperNumber(entry: Entry): Entry {
  const found = entry.kind === 'line' && entry.line.hash > 0 && entry.marker === null ? /^((?:参考)?資料[ 　]*[0-9０-９①-⑳]{1,2})[ 　：:]+(?=\S)/.exec(entry.body.text) : null;
  if (entry.kind === 'table' || found === null) return entry;
  const body = cut(entry.body, found[0].length);
  return { ...entry, marker: { family: 'chapter', ordinal: null, raw: found[1] ?? '', rest: body.text, restAt: found[0].length }, body };
}

/** Blocks that stand behind others: an owner is counted from the first of all. */
export const behind = (first: readonly Block[], blocks: readonly Block[]): Block[] =>
  [...first, ...blocks.map((block) => (block.kind === 'text' && block.owner !== null ? { ...block, owner: block.owner + first.length } : block))];
