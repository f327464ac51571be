import { agendaItems, agendaOrder } from '../../../db/queries/agenda.ts';
import { meetingRows } from '../../../db/queries/meetings.ts';
import { listPapers } from '../../../db/queries/papers.ts';
import { passagesInPaper } from '../../../db/queries/passages.ts';
import { pointRows } from '../../../db/queries/placed-points.ts';
import { rankAfter } from '../../../db/queries/rank.ts';
import { rankedRows } from '../../../db/queries/ranks.ts';
import { sourceText } from '../../../db/queries/sources.ts';
import { AppError } from '../../contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/index.ts';
import { isPointKind } from '../../contract/preview/preview.ts';
import type { Context } from '../context.ts';
import { changeDossier, requireRecords } from '../door.ts';
import { addRecords } from './add-records.ts';
import { entriesOf } from './entries.ts';
import { EXISTING, checkReferences, requireExisting } from './incoming.ts';
import type { Incoming } from './incoming.ts';
import { SOURCED } from './sourced-tables.ts';

type Input = ParsedInputOf<'papers.add'>;

/**
 * Makes records of lines that the reading of a paper missed, as one undoable change: each stands where the paper has it,
 * behind the record before it that stands in the same list.
 * @throws AppError not-found, bad-input where a range is outside the paper or a row names a row that is not there
 */
export function addToPaper(context: Context, { committeeId, paperId, ...content }: Input): OutputOf<'papers.add'> {
  requireRecords(context, committeeId, ['paper', paperId]);
  const { orm } = context.store.connection;
  const paper = listPapers(orm, committeeId).find(({ id }) => id === paperId);
  const text = paper === undefined ? undefined : sourceText(orm, paper.sha256);
  if (text === undefined) throw new AppError('not-found');
  const incoming: Incoming = { rows: [], meetings: [], members: [], indicators: [], actions: [], ...given(content) };
  checkReferences(incoming);
  requireExisting(context, committeeId, incoming);
  const ranges = Object.values(incoming).flat().flatMap((one) => one.ranges);
  if (ranges.some(({ start, end }) => start >= end || end > text.length)) throw new AppError('bad-input', { field: 'ranges' });

  const starts = new Map(passagesInPaper(orm, committeeId, paperId).toReversed().map(({ recordId, start }) => [recordId, start]));
  const meetingId = meetingOfPaper(context, committeeId, starts);
  const placement = { ranks: ranksInPaper(context, committeeId, incoming, starts, meetingId), hasAgenda: meetingId !== null, meetingId };
  return changeDossier(context, committeeId, (draft) => ({ ids: addRecords({ orm, draft, dossierId: committeeId }, { paperId, text }, incoming, placement).made }));
}

/** What the caller gave; zod has the fields that were left out as undefined. */
const given = (content: { [K in keyof Incoming]?: Incoming[K] | undefined }): Partial<Incoming> =>
  Object.fromEntries(Object.entries(content).filter(([, list]) => list !== undefined));

/** The meeting whose agenda the paper's agenda is: that of an agenda item read from it, else the one meeting it is tied to. */
function meetingOfPaper({ store }: Context, committeeId: string, starts: ReadonlyMap<string, number>): string | null {
  const { orm } = store.connection;
  const ids = [...starts.keys()];
  const [read] = agendaItems(orm, committeeId, ids);
  const meetings = meetingRows(orm, committeeId, ids);
  return read?.meetingId ?? (meetings.length === 1 ? (meetings[0]?.id ?? null) : null);
}

type Ranked = { id: string; rank: string };

/** Ranks by which each stands behind the record before it in the paper; in front of all that follow where it is the first; last where the paper has none of its like. */
function ranksInPaper({ store }: Context, committeeId: string, incoming: Incoming, starts: ReadonlyMap<string, number>, meetingId: string | null): Map<string, string> {
  const { orm } = store.connection;
  const known = new Map(starts);
  const rows = new Map(incoming.rows.map((row) => [row.key, row]));
  const points = pointRows(orm, committeeId);
  const bare = (key: string | null) => (key?.startsWith(EXISTING) ? key.slice(EXISTING.length) : key);
  const lists = new Map<string, Ranked[]>();
  const ranks = new Map<string, string>();
  for (const { placed: { id, table, ranges } } of entriesOf(incoming, meetingId !== null)) {
    const row = rows.get(id);
    const place = row !== undefined && isPoint(row) ? `${bare(row.item)} ${row.kind} ${bare(row.parent)}` : table;
    const list = lists.get(place) ?? (
      row !== undefined && isPoint(row) ? points.filter((one) => `${one.itemId} ${one.kind} ${one.parentId}` === place)
        : table === 'agendaItem' ? agendaOrder(orm, committeeId, meetingId ?? '') : rankedRows(orm, SOURCED[table].schema, committeeId));
    const start = Math.min(...ranges.map((range) => range.start));
    const here = list.filter((one) => known.has(one.id));
    const before = here.filter((one) => (known.get(one.id) ?? 0) <= start).toSorted((a, b) => (known.get(a.id) ?? 0) - (known.get(b.id) ?? 0)).at(-1);
    const first = list.findIndex((one) => one.id === here[0]?.id);
    const rank = rankAfter(list, before?.id ?? (first < 0 ? undefined : (list[first - 1]?.id ?? null)));
    ranks.set(id, rank);
    known.set(id, start);
    lists.set(place, list.toSpliced(list.findLastIndex((one) => one.rank <= rank) + 1, 0, { id, rank }));
  }
  return ranks;
}

const isPoint = ({ kind }: Incoming['rows'][number]): boolean => kind !== 'item' && isPointKind(kind);
