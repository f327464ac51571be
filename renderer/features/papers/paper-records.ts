import type { Item, Point } from '../../../electron/contract/board.ts';
import type { Action, Excerpt, Indicator } from '../../../electron/contract/excerpts.ts';
import type { AgendaItem, MeetingSummary, Member } from '../../../electron/contract/meetings.ts';
import { POINT_KINDS } from '../../../db/domain/words.ts';
import { groupExcerpts, rowsOf, type ExcerptGroup } from '../../shared/excerpt-groups.ts';
import { actionTable, figurePlaces, indicatorTables, type FigureTable, type FigureWords, type ListedAction } from '../../shared/figure-table.ts';

/** An excerpt as its group takes it. */
export type KeyedExcerpt = Excerpt & { key: string; parent: string | null };

/** The committee's records; those that are made of papers know which. */
export type Records = {
  items: readonly Item[];
  points: readonly Point[];
  meetings: readonly MeetingSummary[];
  agenda: readonly (AgendaItem & { meetingId: string })[];
  members: readonly Member[];
  excerpts: readonly Excerpt[];
  indicators: readonly Indicator[];
  actions: readonly Action[];
};

/** The records that stand in a paper. */
export type Made = { has(id: string): boolean };

/** What was made of one paper, as its list shows it. */
export type PaperRecords = {
  sections: { item: Item | null; key: string; points: { kind: Point['kind']; points: Point[] }[] }[];
  indicators: FigureTable[];
  actions: ListedAction[];
  meetings: MeetingSummary[];
  agenda: Records['agenda'][number][];
  members: Member[];
  excerpts: ExcerptGroup<KeyedExcerpt>[];
  /** Places of all lines, as they follow one another; that of an action's line is its id, a slash and the line's own. */
  order: string[];
  /** How many records there are. */
  count: number;
};

/** The record that a line of the list is of. */
export const recordOf = (place: string) => place.replace(/\/.*$/, '');

const squash = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/**
 * Arranges what was made of a paper in the order of its preview: items with their points, indicators, actions, meetings,
 * agenda, members, and what else it states.
 * @param made ids of the records that stand in the paper. @param typed only what holds each of these words is listed.
 */
export function paperRecords(all: Records, made: Made, typed: string, words: FigureWords): PaperRecords {
  const sought = typed.split(/\s+/).map(squash).filter((word) => word !== '');
  const holds = (...texts: readonly string[]) => {
    const text = squash(texts.join(''));
    return sought.every((word) => text.includes(word));
  };
  const of = <T extends { id: string }>(records: readonly T[], textOf: (record: T) => readonly string[]) => records.filter((record) => made.has(record.id) && holds(...textOf(record)));

  const items = of(all.items, ({ title }) => [title]);
  const points = of(all.points, ({ text, cities }) => [text, ...cities]);
  const sections = [...all.items, null].flatMap((item): PaperRecords['sections'] => {
    const own = points.filter((point) => point.itemId === (item?.id ?? null));
    const listed = item !== null && items.includes(item);
    if (!listed && own.length === 0) return [];
    const kinds = POINT_KINDS.map((kind) => ({ kind, points: own.filter((point) => point.kind === kind) })).filter((group) => group.points.length > 0);
    return [{ key: item?.id ?? 'outside', item, points: kinds }];
  });
  const indicators = of(all.indicators, ({ name, marker, note }) => [marker, name, note]);
  const actions = of(all.actions, ({ title, plans, progress }) => [title, ...plans.flatMap(({ reason, cells }) => [reason, ...cells.map(({ text }) => text)]), ...progress.map(({ text }) => text)]);
  const meetings = of(all.meetings, ({ label, dateRaw, topics }) => [dateRaw, label, topics]);
  const agenda = of(all.agenda, ({ title }) => [title]);
  const members = of(all.members, ({ name, affiliation, field }) => [name, affiliation, field]);
  const excerpts = of(all.excerpts, ({ text, speaker, section }) => [speaker, text, section]);

  const shown = {
    sections,
    indicators: indicatorTables(indicators.map((indicator) => ({ ...indicator, key: indicator.id })), words),
    actions: actions.map((action) => ({ key: action.id, title: action.title, left: false, table: actionTable({ ...action, key: action.id }, words) })),
    meetings,
    agenda,
    members,
    excerpts: groupExcerpts(excerpts.map((excerpt): KeyedExcerpt => ({ ...excerpt, key: excerpt.id, parent: excerpt.parentId }))),
  };
  const listedItems = sections.filter(({ item }) => item !== null && made.has(item.id)).length;
  return {
    ...shown,
    order: orderOf(shown, made),
    count: listedItems + points.length + indicators.length + actions.length + meetings.length + agenda.length + members.length + excerpts.length,
  };
}

function orderOf({ sections, indicators, actions, meetings, agenda, members, excerpts }: Omit<PaperRecords, 'order' | 'count'>, made: Made): string[] {
  const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id);
  return [
    ...sections.flatMap(({ item, points }) => [...(item && made.has(item.id) ? [item.id] : []), ...points.flatMap((group) => ids(group.points))]),
    ...figurePlaces({ indicators, actions }),
    ...ids(meetings),
    ...ids(agenda),
    ...ids(members),
    ...excerpts.flatMap((group) => ids(rowsOf(group))),
  ];
}
