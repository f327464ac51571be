import type { Item, Point } from '../../../electron/contract/board.ts';
import type { CitationPlace } from '../../../electron/contract/board.ts';
import type { CitationTarget } from '../../../electron/contract/drafts.ts';
import type { MeetingSummary, Note } from '../../../electron/contract/meetings.ts';
import type { PointKind } from '../../../db/domain/words.ts';
import type { CitationLabel } from '../../editor/citation-node.ts';

export const TABS = ['issue', 'viewpoint', 'example', 'note'] as const;
export type Tab = (typeof TABS)[number];

/** One thing that can be cited, as the right pane lists it. */
export type Evidence = {
  id: string;
  tab: Tab;
  /** 「③」 of a point, the speaker of a note. */
  number: string;
  text: string;
  cities: readonly string[];
  state: Point['state'];
  citations: readonly CitationPlace[];
  /** How many points of each kind, and notes, bear on it. */
  linked: Readonly<Record<PointKind | 'note', number>>;
};

/** Evidence under the item or meeting it belongs to. */
export type EvidenceGroup = { id: string; title: string; entries: Evidence[] };

/** The points of one kind under their items, those outside the items last; groups with nothing in them are left out. */
export function pointGroups(kind: PointKind, items: readonly Item[], points: readonly Point[], outside: string): EvidenceGroup[] {
  const kinds = new Map(points.map((point) => [point.id, point.kind]));
  const parents = new Map(points.map((point) => [point.id, point]));
  const entries = points.filter((point) => point.kind === kind).map((point): Evidence & { itemId: string | null } => ({
    id: point.id,
    tab: kind,
    number: point.number || (point.parentId === null ? '' : (parents.get(point.parentId)?.number ?? '')),
    text: point.text,
    cities: point.cities,
    state: point.state,
    citations: point.citations,
    linked: { ...countKinds(point.linkedIds, kinds), note: point.notes },
    itemId: point.itemId,
  }));
  const groups = items.map(({ id, number, title }) => ({ id, title: `${number} ${title}`, entries: entries.filter(({ itemId }) => itemId === id) }));
  const known = new Set(items.map(({ id }) => id));
  const others = entries.filter(({ itemId }) => itemId === null || !known.has(itemId));
  return [...groups, { id: 'outside', title: outside, entries: others }].filter((group) => group.entries.length > 0);
}

function countKinds(ids: readonly string[], kinds: ReadonlyMap<string, PointKind>): Record<PointKind, number> {
  const counts = { viewpoint: 0, issue: 0, example: 0 };
  for (const id of ids) {
    const kind = kinds.get(id);
    if (kind) counts[kind] += 1;
  }
  return counts;
}

/** The notes under their meetings, the latest meeting first. */
export function noteGroups(meetings: readonly MeetingSummary[], notes: readonly Note[]): EvidenceGroup[] {
  return meetings.toReversed().flatMap(({ id, label, dateRaw }) => {
    const entries = notes.filter(({ meetingId }) => meetingId === id).map((note): Evidence => ({
      id: note.id, tab: 'note', number: note.speaker, text: note.text, cities: [], state: null, citations: note.citations,
      linked: { viewpoint: 0, issue: 0, example: 0, note: 0 },
    }));
    return entries.length === 0 ? [] : [{ id, title: `${label}　${dateRaw}`.trim(), entries }];
  });
}

/** The groups with only what holds every word of `filter`, in its text, number or cities. */
export function filtered(groups: readonly EvidenceGroup[], filter: string, openOnly: boolean): EvidenceGroup[] {
  const words = folded(filter).split(/\s+/).filter((word) => word !== '');
  return groups.flatMap((group) => {
    const entries = group.entries.filter((entry) => {
      const text = folded([entry.number, entry.text, ...entry.cities, group.title].join(' '));
      return (!openOnly || entry.state === 'open') && words.every((word) => text.includes(word));
    });
    return entries.length === 0 ? [] : [{ ...group, entries }];
  });
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** How many issues are in each state: the committee's coverage. Child lines have no state of their own. */
export function coverageOf(points: readonly Point[]): { answered: number; reasoned: number; open: number } {
  const counts = { answered: 0, reasoned: 0, open: 0 };
  for (const { state } of points) if (state) counts[state] += 1;
  return counts;
}

const SHORT: Record<PointKind, string> = { viewpoint: '視点', issue: '課題', example: '事例' };

/**
 * What citations show, by id: what the draft's own targets say, and for what is cited this moment what the board and the
 * meetings say. The labels belong to the paper, so they are Japanese in any language of the interface.
 */
export function citationLabels(targets: readonly CitationTarget[], groups: readonly EvidenceGroup[], gone: string): Map<string, CitationLabel> {
  const labels = new Map<string, CitationLabel>();
  for (const entry of groups.flatMap((group) => group.entries)) {
    const name = entry.tab === 'note' ? entry.number : SHORT[entry.tab] + entry.number;
    labels.set(entry.id, { text: [name, ...entry.cities].join(' '), exists: true, title: entry.text });
  }
  for (const { id, label, cities, text, exists } of targets) {
    labels.set(id, { text: [label, ...cities].join(' ') + (exists ? '' : gone), exists, title: text });
  }
  return labels;
}
