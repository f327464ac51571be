import { v7 as uuidv7 } from 'uuid';
import type { DossierDraft } from '../../db/dossier/draft.ts';
import type { Source } from '../../db/queries/sources.ts';
import { readDate } from '../../db/domain/read-date.ts';
import { insertSource } from '../../db/queries/sources.ts';
import { listPapers } from '../../db/queries/papers.ts';
import { ranksBehind } from '../../db/queries/ranks.ts';
import { item, member, meeting, paper, point } from '../../db/schema/index.ts';
import { AppError } from '../contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../contract/index.ts';
import type { SourceRange } from '../contract/recognised.ts';
import type { Context } from './context.ts';
import { whyOf } from './context.ts';
import { refuseTakenName, requireRecords } from './door.ts';

type Input = ParsedInputOf<'papers.accept'>;

/** Prefix by which a row names an item that the committee already has. */
const EXISTING = 'id:';

/**
 * Takes a read paper into a committee, as one undoable change: the paper itself, and the items, points, meetings and
 * members that the person accepted, each with the passages it came from.
 * @throws AppError paper-not-staged, not-found, committee-name-taken, bad-input where a row names a row that is not there
 */
export function acceptPaper(context: Context, input: Input): OutputOf<'papers.accept'> {
  const staged = context.staged.get(input.sha256);
  if (staged === undefined) throw new AppError('paper-not-staged', { file: input.title });
  checkReferences(input);

  const { store } = context;
  const keepSource = () => insertSource(store.connection, staged);
  if (input.committee.to === 'new') {
    const { name, municipality } = input.committee;
    refuseTakenName(context, name);
    const dossierId = uuidv7();
    return store.create({ dossierId, why: whyOf(context), alsoWrite: keepSource }, (draft) => {
      draft.add('committee', dossierId, { name, municipality, purpose: '', sample: false });
      return writeAccepted(context, draft, dossierId, input, staged);
    });
  }
  const { committeeId } = input.committee;
  requireRecords(context, committeeId);
  return store.change({ dossierId: committeeId, why: whyOf(context), alsoWrite: keepSource }, (draft) =>
    writeAccepted(context, draft, committeeId, input, staged));
}

function checkReferences({ rows }: Input): void {
  const items = new Set(rows.filter((row) => row.kind === 'item').map((row) => row.key));
  const points = new Set(rows.filter((row) => row.kind !== 'item').map((row) => row.key));
  if (items.size + points.size < rows.length) throw new AppError('bad-input', { field: 'rows.key' });
  for (const row of rows) {
    if (row.item !== null && !row.item.startsWith(EXISTING) && !items.has(row.item)) throw new AppError('bad-input', { field: 'rows.item' });
    if (row.parent !== null && (!points.has(row.parent) || row.parent === row.key)) throw new AppError('bad-input', { field: 'rows.parent' });
  }
}

function writeAccepted(context: Context, draft: DossierDraft, dossierId: string, input: Input, staged: Source): OutputOf<'papers.accept'> {
  const { orm } = context.store.connection;
  const paperId = addPaper(context, draft, dossierId, input, staged);
  const addPassages = (ownerId: string, ranges: readonly SourceRange[]) => {
    for (const { start, end } of ranges) {
      if (start < end && end <= staged.text.length) draft.add('passage', uuidv7(), { ownerId, paperId, start, end, quote: staged.text.slice(start, end) });
    }
  };

  const itemRows = input.rows.filter((row) => row.kind === 'item');
  const itemIds = new Map(itemRows.map((row) => [row.key, uuidv7()]));
  const itemRanks = ranksBehind(orm, item, dossierId, itemRows.length);
  for (const [i, row] of itemRows.entries()) {
    const id = itemIds.get(row.key) ?? uuidv7();
    draft.add('item', id, { title: row.text, rank: itemRanks[i] ?? '' });
    addPassages(id, row.ranges);
  }

  const pointIds = new Map(input.rows.flatMap((row) => (row.kind === 'item' ? [] : [[row.key, uuidv7()]])));
  const pointRanks = ranksBehind(orm, point, dossierId, pointIds.size);
  for (const row of input.rows) {
    const id = pointIds.get(row.key);
    if (row.kind === 'item' || id === undefined) continue;
    const itemId = row.item?.startsWith(EXISTING) ? row.item.slice(EXISTING.length) : (itemIds.get(row.item ?? '') ?? null);
    const parentId = row.parent === null ? null : (pointIds.get(row.parent) ?? null);
    draft.add('point', id, { itemId, kind: row.kind, text: row.text, parentId, reason: '', rank: pointRanks.shift() ?? '' });
    for (const [i, city] of [...new Set(row.cities)].entries()) draft.add('pointCity', `${id}/${city}`, { pointId: id, city, rank: `a${i.toString(36)}` });
    addPassages(id, row.ranges);
  }

  const meetingRanks = ranksBehind(orm, meeting, dossierId, input.meetings.length);
  for (const [i, one] of input.meetings.entries()) {
    const id = uuidv7();
    draft.add('meeting', id, {
      label: one.label, dateRaw: one.dateRaw, dateStart: one.start, dateEnd: one.end, datePrecision: one.precision, dateFlag: readDate(one.dateRaw).flag ?? null,
      topics: one.topics, place: '', startTime: '', endTime: '', open: true, closedReason: '', observers: null, rank: meetingRanks[i] ?? '',
    });
    addPassages(id, one.ranges);
  }

  const memberRanks = ranksBehind(orm, member, dossierId, input.members.length);
  for (const [i, one] of input.members.entries()) draft.add('member', uuidv7(), { ...one, rank: memberRanks[i] ?? '' });

  return { committeeId: dossierId, paperId, items: itemRows.length, points: pointIds.size, meetings: input.meetings.length, members: input.members.length };
}

/** The committee's record of the paper: one a paper, however often it is taken in. */
function addPaper(context: Context, draft: DossierDraft, dossierId: string, input: Input, staged: Source): string {
  const { orm } = context.store.connection;
  const held = listPapers(orm, dossierId).find((one) => one.sha256 === staged.sha256);
  if (held !== undefined) return held.id;
  const paperId = uuidv7();
  const [rank = ''] = ranksBehind(orm, paper, dossierId, 1);
  draft.add('paper', paperId, {
    sha256: staged.sha256, title: input.title, label: input.label, fileName: staged.fileName, importedAt: context.now().toISOString(), rank,
  });
  return paperId;
}
