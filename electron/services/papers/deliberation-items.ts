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

const NAMED_BELOW = /(?:審議|諮問|検討|協議)(?:事項|項目)(?:は|を|として|に|について)?[^。]*(?:次|以下|下記)の|(?:次|以下|下記)の[^。、]{1,12}[をに][^。、]{0,8}(?:審議|諮問|検討|協議)(?:事項|項目)(?:と|に)/;
const ASKED_BELOW = /(?:次|以下|下記)の[^。、]{1,12}(?:について|を|に関して)[、，]?[^。、]{0,12}(?:諮問|審議|御審議|ご審議|検討|協議)(?:する|します|いたします|いただ|していただ|願い|をお願い|を求め|をいただ)/;

const LONGEST_LEAD = 200;

/** 「審議事項を次の2点に整理した。」: a sentence that says of the list below it that it is what the committee deliberates on. */
export function leadsToItems(text: string): boolean {
  const sentence = text.slice(-LONGEST_LEAD).replace(/。$/, '');
  const last = sentence.slice(sentence.lastIndexOf('。') + 1);
  return NAMED_BELOW.test(last) || ASKED_BELOW.test(last);
}
