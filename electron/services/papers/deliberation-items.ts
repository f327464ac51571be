import type { LineEntry } from './entries.ts';
import type { Open } from './outline.ts';

/**
 * The 審議事項 a paper lists, by which their headings are known further down: one that lost its number stands beside those
 * that kept theirs, and one without any mark is still a heading.
 */
export class DeliberationItems {
  /** Text → the heading it is listed under. */
  private readonly texts = new Map<string, Open>();
  private last: Open | null = null;

  /** Takes note of a line that lists an item. */
  note({ marker, line, body }: LineEntry, stack: readonly Open[]): void {
    const section = stack.at(-1);
    if (section?.section === 'deliberation_item' && (marker !== null || line.bullet)) this.texts.set(key(body.text), section);
  }

  /** True for a line that repeats an item outside the list of items, and is no topic of a meeting or point of a section. */
  isHeading({ line, body }: LineEntry, stack: readonly Open[], where: { isTopic: () => boolean; isListed: () => boolean }): boolean {
    const section = stack.at(-1);
    const listedUnder = this.texts.get(key(body.text));
    if (line.bullet || !listedUnder || listedUnder === section) return false;
    if (section?.section === 'deliberation_item') return !where.isListed();
    return section?.section !== 'schedule' || (line.gap > 0 && !where.isTopic());
  }

  /** Gives an item's heading without a marker the next number of the items' headings, for its place alone. */
  numbered(heading: Open): Open {
    if (!this.texts.has(key(heading.text))) return heading;
    const { last } = this;
    const isBare = heading.family === 'plain' && last !== null;
    const placed = isBare ? { ...heading, family: last.family, ordinal: last.ordinal === null ? null : last.ordinal + 1 } : heading;
    this.last = placed;
    return placed;
  }
}

function key(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').replace(/に(?:ついて|関すること)$/, '');
}
