import { v7 as uuidv7 } from 'uuid';
import type { DossierDraft } from '../../db/dossier/draft.ts';
import type { Touched } from '../../db/dossier/project.ts';
import type { RecordOf } from '../../db/dossier/shape.ts';
import type { PaperKind } from '../../db/domain/words.ts';
import { readDate } from '../../db/domain/read-date.ts';
import { listPapers } from '../../db/queries/papers.ts';
import { ranksBehind } from '../../db/queries/ranks.ts';
import { insertSource } from '../../db/queries/sources.ts';
import { item, member, meeting, paper, point } from '../../db/schema/index.ts';
import { AppError } from '../contract/errors.ts';
import type { AcceptedMeeting, AcceptedMember, AcceptedRow } from '../contract/papers.ts';
import type { SourceRange } from '../contract/recognised.ts';
import type { Context } from './context.ts';
import { formAsText } from './papers/paper-form.ts';
import type { StagedPaper } from './papers/staged-papers.ts';
import { writeCities } from './points.ts';

/** What a person took in of a paper: the rows to be items and points, the meetings and the members. */
export type Incoming = { rows: readonly AcceptedRow[]; meetings: readonly AcceptedMeeting[]; members: readonly AcceptedMember[] };

/** Prefix by which a row names an item that the committee already has. */
export const EXISTING = 'id:';

/** @throws AppError bad-input where two rows have one key, or a row names a row that is not there */
export function checkReferences(rows: readonly AcceptedRow[]): void {
  const items = new Set(rows.filter((row) => row.kind === 'item').map((row) => row.key));
  const points = new Set(rows.filter((row) => row.kind !== 'item').map((row) => row.key));
  if (items.size + points.size < rows.length) throw new AppError('bad-input', { field: 'rows.key' });
  for (const row of rows) {
    if (row.item !== null && !row.item.startsWith(EXISTING) && !items.has(row.item)) throw new AppError('bad-input', { field: 'rows.item' });
    if (row.parent !== null && (!points.has(row.parent) || row.parent === row.key)) throw new AppError('bad-input', { field: 'rows.parent' });
  }
}

/** Keeps a staged paper's file, text and pages. @throws AppError paper-not-staged where it has been let go */
export function keepSource({ store }: Context, staged: StagedPaper): void {
  insertSource(store.connection, { ...staged, form: formAsText(staged) });
}

/** The id of a committee's record of a paper: the same on every laptop, so that two that take it in have one record. */
const paperIdOf = (sha256: string): string => `paper-${sha256}`;

/** The record of a paper that another laptop may make too; goes into the change that takes the paper in. */
export const sharedPaper = (sha256: string): Touched => ({ table: 'paper', id: paperIdOf(sha256) });

export type PaperFields = Pick<RecordOf<'paper'>, 'sha256' | 'title' | 'label' | 'fileName' | 'municipality' | 'cited'> & { kind: PaperKind };

/** The committee's record of the paper: one a paper, however often it is taken in or cited. @returns its id */
export function addPaper(context: Context, draft: DossierDraft, dossierId: string, fields: PaperFields): string {
  const { orm } = context.store.connection;
  const held = listPapers(orm, dossierId).find((one) => one.sha256 === fields.sha256);
  if (held !== undefined) {
    if (held.cited && !fields.cited) draft.edit('paper', held.id, fields);
    return held.id;
  }
  const paperId = paperIdOf(fields.sha256);
  const [rank = ''] = ranksBehind(orm, paper, dossierId, 1);
  draft.add('paper', paperId, { ...fields, replacedBy: null, importedAt: context.now().toISOString(), rank });
  return paperId;
}

/** Ties a record to places in a paper; a range outside the text is passed over. */
export function addPassages(draft: DossierDraft, ownerId: string, { paperId, text }: { paperId: string; text: string }, ranges: readonly SourceRange[]): void {
  for (const { start, end } of ranges) {
    if (start < end && end <= text.length) draft.add('passage', uuidv7(), { ownerId, paperId, start, end, quote: text.slice(start, end) });
  }
}

/** Makes records of what was taken in, behind those there are unless `ranks` (by row key) says where. @returns how many of each */
export function addRecords(context: Context, draft: DossierDraft, dossierId: string, source: { paperId: string; text: string }, incoming: Incoming, ranks?: ReadonlyMap<string, string>) {
  const { orm } = context.store.connection;
  const itemRows = incoming.rows.filter((row) => row.kind === 'item');
  const itemIds = new Map(itemRows.map((row) => [row.key, uuidv7()]));
  const itemRanks = ranksBehind(orm, item, dossierId, itemRows.length);
  for (const [i, row] of itemRows.entries()) {
    const id = itemIds.get(row.key) ?? uuidv7();
    draft.add('item', id, { title: row.text, rank: ranks?.get(row.key) ?? itemRanks[i] ?? '' });
    addPassages(draft, id, source, row.ranges);
  }

  const pointIds = new Map(incoming.rows.flatMap((row) => (row.kind === 'item' ? [] : [[row.key, uuidv7()]])));
  const pointRanks = ranksBehind(orm, point, dossierId, pointIds.size);
  for (const row of incoming.rows) {
    const id = pointIds.get(row.key);
    if (row.kind === 'item' || id === undefined) continue;
    const itemId = row.item?.startsWith(EXISTING) ? row.item.slice(EXISTING.length) : (itemIds.get(row.item ?? '') ?? null);
    const parentId = row.parent?.startsWith(EXISTING) ? row.parent.slice(EXISTING.length) : (pointIds.get(row.parent ?? '') ?? null);
    const atEnd = pointRanks.shift() ?? '';
    draft.add('point', id, { itemId, kind: row.kind, text: row.text, parentId, reason: '', rank: ranks?.get(row.key) ?? atEnd });
    writeCities(draft, id, row.cities);
    addPassages(draft, id, source, row.ranges);
  }

  const meetingRanks = ranksBehind(orm, meeting, dossierId, incoming.meetings.length);
  for (const [i, one] of incoming.meetings.entries()) {
    const id = uuidv7();
    draft.add('meeting', id, { ...meetingFields(one), topics: one.topics, place: '', startTime: '', endTime: '', open: true, closedReason: '', observers: null, rank: meetingRanks[i] ?? '' });
    addPassages(draft, id, source, one.ranges);
  }

  const memberRanks = ranksBehind(orm, member, dossierId, incoming.members.length);
  for (const [i, { ranges, ...one }] of incoming.members.entries()) {
    const id = uuidv7();
    draft.add('member', id, { ...one, rank: memberRanks[i] ?? '' });
    addPassages(draft, id, source, ranges);
  }
  return { items: itemRows.length, points: pointIds.size, meetings: incoming.meetings.length, members: incoming.members.length };
}

/** What a meeting's label and date are on the record. */
export const meetingFields = (one: AcceptedMeeting) => ({
  label: one.label, dateRaw: one.dateRaw, dateStart: one.start, dateEnd: one.end, datePrecision: one.precision,
  dateFlag: one.flag ?? readDate(one.dateRaw).flag ?? null,
});
