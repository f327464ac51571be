import type { RecordKind, SourceRange } from '../../../electron/contract/recognised.ts';
import { isExcerptKind, type Preview, type PreviewRow } from '../../../electron/contract/preview/preview.ts';

type Rows = readonly PreviewRow[];
const touched = { doubt: null, left: false } as const;

/** The keys with those of their child lines, which go where their owner goes. */
function withChildKeys(rows: Rows, keys: ReadonlySet<string>): Set<string> {
  return new Set(rows.filter((row) => keys.has(row.key) || (row.parent !== null && keys.has(row.parent))).map((row) => row.key));
}

/**
 * Gives rows another kind; their child lines of the same kind become what they become. The points of an item that is none
 * any more stand outside the items, and what answers an excerpt answers it still.
 */
export function retype(rows: Rows, keys: ReadonlySet<string>, kind: RecordKind): Rows {
  const kinds = new Map(rows.map((row) => [row.key, row.kind]));
  const all = new Set(rows.filter((row) => keys.has(row.key) || (row.parent !== null && keys.has(row.parent) && kinds.get(row.parent) === row.kind)).map((row) => row.key));
  const gone = new Set(rows.filter((row) => all.has(row.key) && row.kind === 'deliberation_item' && kind !== 'deliberation_item').map((row) => row.key));
  const isExcerpt = (key: string) => isExcerptKind(all.has(key) ? kind : (kinds.get(key) ?? kind));
  return rows.map((row) => {
    const item = row.item !== null && gone.has(row.item) ? null : row.item;
    if (!all.has(row.key)) return item === row.item ? row : { ...row, item };
    if (kind === 'deliberation_item') return { ...row, ...touched, kind, item: null, parent: null };
    const stays = row.parent !== null && (all.has(row.parent) || (isExcerptKind(kind) && isExcerpt(row.parent)));
    return { ...row, ...touched, kind, item, parent: stays ? row.parent : null };
  });
}

/** Leaves records out, or brings them back where all of them are out already. */
export function toggleLeft(preview: Preview, keys: ReadonlySet<string>): Preview {
  const all = withChildKeys(preview.rows, keys);
  for (const key of keys) all.add(key);
  const { rows, meetings, members, indicators, actions } = preview;
  const left = ![...rows, ...meetings, ...members, ...indicators, ...actions].every((one) => one.left || !all.has(one.key));
  const put = <T extends { key: string; left: boolean }>(one: T): T => (all.has(one.key) ? { ...one, left } : one);
  return { rows: rows.map(put), meetings: meetings.map(put), members: members.map(put), indicators: indicators.map(put), actions: actions.map(put) };
}

/** Says that a person has looked at the doubtful rows and meetings and finds them right. */
export function confirm(preview: Preview, keys: ReadonlySet<string>): Preview {
  const sure = <T extends { key: string; doubt: string | null }>(one: T): T => (keys.has(one.key) && one.doubt !== null ? { ...one, doubt: null } : one);
  return { ...preview, rows: preview.rows.map(sure), meetings: preview.meetings.map(sure) };
}

/** What a record is called: a row's text, a meeting's or a member's name, an action's title. */
export function setName(preview: Preview, key: string, text: string): Preview {
  return {
    ...preview,
    rows: setText(preview.rows, key, text),
    meetings: preview.meetings.map((meeting) => (meeting.key === key ? { ...meeting, label: text } : meeting)),
    members: preview.members.map((member) => (member.key === key ? { ...member, name: text } : member)),
    actions: preview.actions.map((action) => (action.key === key ? { ...action, title: text } : action)),
  };
}

/**
 * The rows under the innermost heading that stands above a row, up to the next heading.
 * @param headings where the paper's headings stand. @returns their keys; the row alone where the paper has no heading.
 */
export function rowsOfSection(rows: Rows, headings: readonly SourceRange[], key: string): string[] {
  const at = rows.find((row) => row.key === key)?.ranges[0]?.start;
  if (at === undefined) return [];
  const starts = headings.map((heading) => heading.start).sort((a, b) => a - b);
  const from = starts.findLast((start) => start <= at) ?? 0;
  const to = starts.find((start) => start > at) ?? Infinity;
  return rows.filter((row) => (row.ranges[0]?.start ?? -1) >= from && (row.ranges[0]?.start ?? -1) < to).map((row) => row.key);
}

/** Gives a row other words, which settles its doubt. */
export function setText(rows: Rows, key: string, text: string): Rows {
  return rows.map((row) => (row.key === key ? { ...row, doubt: null, text } : row));
}

/** Says who says it; empty: nobody is named. */
export function setSpeaker(rows: Rows, key: string, speaker: string): Rows {
  return rows.map((row) => (row.key === key ? { ...row, doubt: null, speaker } : row));
}

/** @param written cities as a person types them: 「京都市、広島市」, with 、 , ・ / or spaces between. */
export function setCities(rows: Rows, key: string, written: string): Rows {
  const cities = [...new Set(written.split(/[、，,・･/／\s]+/).filter((city) => city !== ''))];
  return rows.map((row) => (row.key === key ? { ...row, doubt: null, cities } : row));
}

/** Moves points to another item (null: outside the items); their child lines go with them. */
export function assignItem(rows: Rows, keys: ReadonlySet<string>, item: string | null): Rows {
  const all = withChildKeys(rows, keys);
  return rows.map((row) =>
    all.has(row.key) && row.kind !== 'deliberation_item'
      ? { ...row, doubt: null, item, parent: row.parent !== null && all.has(row.parent) ? row.parent : null }
      : row,
  );
}

const sameGroup = (a: PreviewRow, b: PreviewRow) => a.kind === b.kind && a.item === b.item && a.parent === b.parent;

/** The row that J would join this one to: the one before it in its group, or the line it is a child of. */
function before(rows: Rows, row: PreviewRow): PreviewRow | undefined {
  const siblings = rows.filter((other) => sameGroup(other, row) && !other.left);
  return siblings[siblings.indexOf(row) - 1] ?? rows.find((other) => other.key === row.parent);
}

/**
 * Makes one row of several (or of one and the row before it): texts one after another, cities and places in the paper
 * together. @returns the rows and the key of the one that remains; the rows unchanged where there is nothing to join to.
 */
export function join(rows: Rows, keys: ReadonlySet<string>): { rows: Rows; key: string | null } {
  const chosen = rows.filter((row) => keys.has(row.key));
  const [first, ...rest] = chosen.length === 1 && chosen[0] ? [before(rows, chosen[0]), chosen[0]] : chosen;
  if (!first || rest.length === 0) return { rows, key: null };
  const gone = new Set(rest.flatMap((row) => (row ? [row.key] : [])));
  const pieces = [first, ...rest.flatMap((row) => row ?? [])];
  const joined: PreviewRow = {
    ...first,
    ...touched,
    text: pieces.map((row) => row.text).join(''),
    cities: [...new Set(pieces.flatMap((row) => row.cities))],
    ranges: pieces.flatMap((row) => row.ranges),
  };
  const kept = rows.flatMap((row) => {
    if (row.key === first.key) return [joined];
    if (gone.has(row.key)) return [];
    return [{ ...row, item: row.item !== null && gone.has(row.item) ? null : row.item, parent: row.parent !== null && gone.has(row.parent) ? first.key : row.parent }];
  });
  return { rows: kept, key: first.key };
}

/**
 * Makes two rows of one, at a place in its text (UTF-16 offset). Cities stay with the second half, since a paper closes
 * its sentence with them. @param paper the paper's whole text, in which the place is looked up.
 */
export function split(rows: Rows, key: string, at: number, paper: string): { rows: Rows; key: string | null } {
  const row = rows.find((candidate) => candidate.key === key);
  const [head, tail] = [row?.text.slice(0, at).trim() ?? '', row?.text.slice(at).trim() ?? ''];
  if (!row || head === '' || tail === '') return { rows, key: null };
  const place = placeInPaper(row, at, paper);
  const newKey = unusedKey(rows, key);
  const first: PreviewRow = { ...row, ...touched, text: head, cities: [], ranges: row.ranges.flatMap((range) => cut(range, range.start, place)) };
  const second: PreviewRow = { ...row, ...touched, key: newKey, marker: '', text: tail, ranges: row.ranges.flatMap((range) => cut(range, place, range.end)) };
  return { rows: rows.flatMap((other) => (other.key === key ? [first, second] : [other])), key: newKey };
}

const cut = ({ start, end }: SourceRange, from: number, to: number): SourceRange[] => {
  const range = { start: Math.max(start, from), end: Math.min(end, to) };
  return range.start < range.end ? [range] : [];
};

/** Where in the paper the character at `at` of a row's text stands; markers and line breaks of the paper are passed over. */
function placeInPaper(row: PreviewRow, at: number, paper: string): number {
  let read = 0;
  for (const { start, end } of row.ranges) {
    for (let offset = start; offset < end; offset += 1) {
      if (read >= at) return offset;
      if (paper[offset] === row.text[read]) read += 1;
    }
  }
  return row.ranges.at(-1)?.end ?? 0;
}

function unusedKey(rows: Rows, key: string): string {
  const keys = new Set(rows.map((row) => row.key));
  let n = 2;
  while (keys.has(`${key}-${n}`)) n += 1;
  return `${key}-${n}`;
}

/** Moves a row before or behind its neighbour of the same group, with its child lines. */
export function moveRow(rows: Rows, key: string, by: -1 | 1): Rows {
  const row = rows.find((candidate) => candidate.key === key);
  if (!row) return rows;
  const siblings = rows.filter((other) => sameGroup(other, row));
  const neighbour = siblings[siblings.indexOf(row) + by];
  if (!neighbour) return rows;
  const block = rows.filter((other) => other.key === key || other.parent === key);
  const rest = rows.filter((other) => !block.includes(other));
  const at = by < 0 ? rest.indexOf(neighbour) : rest.findLastIndex((other) => other === neighbour || other.parent === neighbour.key) + 1;
  return rest.toSpliced(at, 0, ...block);
}
