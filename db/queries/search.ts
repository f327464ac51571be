import { and, eq, inArray } from 'drizzle-orm';
import type { PointKind } from '../domain/words.ts';
import type { Connection, Orm } from '../open.ts';
import { agendaItem, committee, item, meeting, note, paper, point } from '../schema/index.ts';
import { findIn, foldText, indexQuery } from '../search-text.ts';
import { clauseLabels } from './clauses.ts';
import type { ClauseLabel } from './clauses.ts';
import { byRank } from './rank.ts';
import { paperRecordPlaces } from './search-papers.ts';
import type { PaperPlace } from './search-papers.ts';

/** A row that contains the text, and where in its body (UTF-16 offsets): a record, or (dossierId null) a line of the source paper `recordId`. */
export type Found = { dossierId: string | null; tableName: string; recordId: string; offset: number; line: number; body: string; hit: { start: number; end: number } };

/** The rows that contain `text`, records before lines of papers, the newest first; at most `limit`. */
export function findRows({ sqlite }: Pick<Connection, 'sqlite'>, text: string, limit: number): Found[] {
  if (foldText(text) === '') return [];
  const candidates = sqlite
    .prepare<[string], Omit<Found, 'hit'>>(
      `SELECT d.dossier_id AS dossierId, d.table_name AS tableName, d.record_id AS recordId, d.offset, d.line, d.body
       FROM search_index i JOIN search_doc d ON d.rowid = i.rowid
       WHERE search_index MATCH ? ORDER BY i.rowid DESC`,
    )
    .iterate(indexQuery(text));
  const found: Found[] = [];
  for (const row of candidates) {
    const hit = findIn(row.body, text);
    if (hit !== null) found.push({ ...row, hit });
    if (found.length >= limit) break;
  }
  return found;
}

/** Where a found row stands, in the words of its committee, and what a screen needs to go there. */
export type Place = {
  dossierId: string;
  kind: 'item' | PointKind | 'meeting' | 'agenda' | 'note' | 'clause' | 'member' | 'paper' | PaperPlace['kind'];
  id: string;
  place: string;
  itemId: string | null;
  meetingId: string | null;
  draftId: string | null;
  paperId: string | null;
  /** Where in the paper. */
  offset: number | null;
};

export const NOWHERE = { itemId: null, meetingId: null, draftId: null, paperId: null, offset: null };

/** The places of a dossier's records among those found, by table and id; a statement or two for each table there is. */
export function recordPlaces(orm: Orm, dossierId: string, found: readonly Found[]): Map<string, Place> {
  const places = new Map<string, Place>();
  const idsOf = (table: string) => found.flatMap((row) => (row.dossierId === dossierId && row.tableName === table ? [row.recordId] : []));
  const put = (table: string, place: Omit<Place, 'dossierId'>) => places.set(`${table} ${place.id}`, { dossierId, ...place });

  const pointIds = idsOf('point');
  const items = pointIds.length + idsOf('item').length === 0 ? []
    : orm.select({ id: item.id, title: item.title, rank: item.rank }).from(item).where(eq(item.dossierId, dossierId)).all().toSorted(byRank);
  const titles = new Map(items.map(({ id, title }, i) => [id, `(${i + 1}) ${title}`]));
  for (const id of idsOf('item')) put('item', { ...NOWHERE, kind: 'item', id, place: titles.get(id) ?? '', itemId: id });

  if (pointIds.length > 0) {
    const points = orm.select({ id: point.id, kind: point.kind, itemId: point.itemId }).from(point).where(and(eq(point.dossierId, dossierId), inArray(point.id, pointIds))).all();
    for (const { id, kind, itemId } of points) put('point', { ...NOWHERE, kind, id, place: titles.get(itemId ?? '') ?? '', itemId });
  }

  for (const id of idsOf('meeting')) put('meeting', { ...NOWHERE, kind: 'meeting', id, place: '', meetingId: id });
  const inMeetings = [['note', note, 'note'], ['agendaItem', agendaItem, 'agenda']] as const;
  for (const [tableName, table, kind] of inMeetings) {
    const ids = idsOf(tableName);
    if (ids.length === 0) continue;
    const rows = orm.select({ id: table.id, meetingId: table.meetingId, label: meeting.label }).from(table)
      .innerJoin(meeting, and(eq(meeting.dossierId, table.dossierId), eq(meeting.id, table.meetingId)))
      .where(and(eq(table.dossierId, dossierId), inArray(table.id, ids))).all();
    for (const { id, meetingId, label } of rows) put(tableName, { ...NOWHERE, kind, id, place: label, meetingId });
  }
  for (const id of idsOf('member')) put('member', { ...NOWHERE, kind: 'member', id, place: '' });

  const clauseIds = idsOf('clause');
  const labels = clauseIds.length === 0 ? new Map<string, ClauseLabel>() : clauseLabels(orm, dossierId);
  for (const id of clauseIds) {
    const at = labels.get(id);
    if (at !== undefined) put('clause', { ...NOWHERE, kind: 'clause', id, place: at.label, draftId: at.draftId });
  }
  for (const [key, place] of paperRecordPlaces(orm, dossierId, idsOf)) places.set(key, { ...NOWHERE, dossierId, ...place });
  return places;
}

/** Every committee on the shelf that uses one of the source papers, with its name for the paper. */
export function paperPlaces(orm: Orm, sha256s: readonly string[]) {
  return orm
    .select({ sha256: paper.sha256, dossierId: paper.dossierId, id: paper.id, title: paper.title, label: paper.label, replacedBy: paper.replacedBy })
    .from(paper)
    .innerJoin(committee, eq(committee.dossierId, paper.dossierId))
    .where(inArray(paper.sha256, [...sha256s]))
    .all();
}
