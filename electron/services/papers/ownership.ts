import type { Marker } from '../../../db/domain/marker.ts';
import type { Block, TextBlock } from './block-types.ts';
import { readCities } from './cities.ts';
import { isBracket, type LineEntry } from './entries.ts';
import { kindOf, rankOf } from './outline.ts';

/**
 * The item a new line belongs to: the line right below an item, a dot under a number, a deeper number from its first, a
 * deeper indent.
 * @param current the block right above it, the last of `blocks` that is a text.
 * @returns the item's index in `blocks`, the innermost it can belong to; or null.
 */
export function ownerOf(blocks: readonly Block[], current: TextBlock | null, entry: LineEntry): number | null {
  if (!current) return null;
  for (let at: number | null = blocks.findLastIndex((block) => block === current); at !== null; ) {
    const owner: Block | undefined = blocks[at];
    if (owner?.kind !== 'text') return null;
    const isItem = owner.marker !== null || owner.line.bullet;
    // What stands below an item's own items by its form alone goes with the item; deeper it is the indent that tells.
    const isText = entry.marker === null && !entry.line.bullet;
    if (isItem && (isText ? isTextOf(owner, entry) && (owner.owner === null || entry.line.indent > owner.line.indent) : isSubItem(owner, current, entry))) return at;
    at = owner.owner;
  }
  return null;
}

function isTextOf(owner: TextBlock & Block, { line, body }: LineEntry): boolean {
  if (owner.marker?.family === 'note') return false;
  // A sentence right below a mark in running text is the next paragraph, not a part of the marked line.
  if (body.text.endsWith('。') && (kindOf(owner.under) ?? 'background') === 'background') return false;
  return (line.gap === 0 && !line.afterPage) || isCaseOf(owner, body.text);
}

/** Under an example that names no city, a line that closes with one is a case of it, even after a blank line. */
function isCaseOf(owner: TextBlock & Block, text: string): boolean {
  return owner.under.at(-1)?.section === 'example' && owner.marker !== null && readCities(owner.text, false) === null && readCities(text, false) !== null;
}

function isSubItem(owner: TextBlock, current: TextBlock, { line, marker }: LineEntry): boolean {
  if (line.indent >= owner.line.indent + 2) return true;
  const outer = owner.marker ? rankOf(owner.marker.family) : null;
  if (outer === null) return false;
  const rank = marker ? rankOf(marker.family) : null;
  if (rank === null) return !opensText(marker);
  if (rank <= outer) return false;
  const isFirst = marker?.ordinal === 1 && line.bullet === owner.line.bullet;
  return isFirst || (current.owner !== null && current.marker?.family === marker?.family);
}

/** Signs that open a text of their own rather than a sub-item. */
function opensText(marker: Marker | null): boolean {
  return marker !== null && (isBracket(marker) || !['dot', 'dash', 'arrow'].includes(marker.family));
}
