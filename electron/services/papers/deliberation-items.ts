import type { LineEntry } from './entries.ts';
import type { Open } from './outline.ts';

/**
 * The 審議事項 a paper lists, by which their headings are known further down: one that lost its number stands beside those
 * that kept theirs, and one without any mark is still a heading.
 */
export class DeliberationItems {
  private readonly texts = new Set<string>();
  private last: Open | null = null;

  /** Takes note of a line that lists an item. */
  note({ marker, line, body }: LineEntry, stack: readonly Open[]): void {
    if (stack.at(-1)?.section === 'deliberation_item' && (marker !== null || line.bullet)) this.texts.add(key(body.text));
  }

  /** True for a line of plain text that repeats an item outside the list of items. */
  isHeading({ marker, line, body }: LineEntry, stack: readonly Open[]): boolean {
    return marker === null && !line.bullet && stack.at(-1)?.section !== 'deliberation_item' && this.texts.has(key(body.text));
  }

  /** Gives an item's heading without a marker the next number of the items' headings, for its place alone. */
  numbered(heading: Open): Open {
    if (!this.texts.has(key(heading.text))) return heading;
    const placed = heading.family === 'plain' && this.last ? { ...heading, family: this.last.family, ordinal: this.last.ordinal === null ? null : this.last.ordinal + 1 } : heading;
    this.last = placed;
    return placed;
  }
}

function key(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
