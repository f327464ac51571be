import { LIBRARY_ID } from '../../db/domain/library.ts';
import { NOWHERE, findRows, paperPlaces, recordPlaces } from '../../db/queries/search.ts';
import type { Found, Place } from '../../db/queries/search.ts';
import { committeeNames } from '../../db/queries/committees.ts';
import type { SearchHit } from '../contract/search.ts';
import type { Context, Handlers } from './context.ts';

/** Characters shown on either side of a hit when its sentence is longer. */
const AROUND = 60;
const SENTENCE_ENDS = ['。', '\n', '！', '？'];

/** The sentence of a hit, cut into what stands before it, itself, and after. */
function snippet({ body, hit }: Pick<Found, 'body' | 'hit'>): { before: string; match: string; after: string } {
  const sentenceStart = Math.max(...SENTENCE_ENDS.map((end) => body.lastIndexOf(end, hit.start - 1) + 1));
  const nextEnds = SENTENCE_ENDS.map((end) => body.indexOf(end, hit.end)).filter((at) => at >= 0);
  const sentenceEnd = Math.min(body.length, ...nextEnds.map((at) => at + 1));
  const start = Math.max(sentenceStart, hit.start - AROUND);
  const end = Math.min(sentenceEnd, hit.end + AROUND);
  return {
    before: (start > sentenceStart ? '…' : '') + body.slice(start, hit.start).trimStart(),
    match: body.slice(hit.start, hit.end),
    after: body.slice(hit.end, end).trimEnd() + (end < sentenceEnd ? '…' : ''),
  };
}

/** Finds `text` in every record and paper of the committees on the shelf; those of `committeeId` come first. */
export function searchAll(context: Context, input: { text: string; committeeId?: string | undefined; limit: number }): { hits: SearchHit[]; more: boolean } {
  const { connection } = context.store;
  const names = committeeNames(connection.orm);
  // Where there are several committees, some more than asked for: those of this one go first.
  const found = findRows(connection, input.text, names.size > 1 ? input.limit * 4 : input.limit + 1);
  const records = new Map<string, Map<string, Place>>();
  for (const { dossierId } of found) {
    if (dossierId !== null && !records.has(dossierId) && names.has(dossierId)) records.set(dossierId, recordPlaces(connection.orm, dossierId, found));
  }
  const sources = new Set(found.flatMap((row) => (row.dossierId === null ? [row.recordId] : [])));
  const papers = sources.size === 0 ? [] : paperPlaces(connection.orm, [...sources]);

  const placesOf = (row: Found): Place[] => {
    if (row.dossierId !== null) {
      const place = records.get(row.dossierId)?.get(`${row.tableName} ${row.recordId}`);
      return place === undefined ? [] : [place];
    }
    return papers
      .filter((paper) => paper.sha256 === row.recordId)
      .map(({ dossierId, id, title, label, replacedBy }) => ({
        ...NOWHERE, dossierId, id, kind: 'paper', place: `${label === '' ? title : label}${replacedBy === null ? '' : '（差し替え前）'} ${row.line}行`,
        paperId: id, offset: row.offset + row.hit.start,
      }));
  };

  const hits = found.flatMap((row) => {
    const parts = snippet(row);
    return placesOf(row).map(({ dossierId, ...place }): SearchHit => ({
      ...place, ...parts, committeeId: dossierId, committeeName: names.get(dossierId) ?? '', library: dossierId === LIBRARY_ID,
    }));
  });
  const here = (hit: SearchHit) => Number(hit.committeeId !== input.committeeId);
  const ordered = input.committeeId === undefined ? hits : hits.toSorted((a, b) => here(a) - here(b));
  return { hits: ordered.slice(0, input.limit), more: ordered.length > input.limit };
}

export const searchHandlers = { 'search.all': searchAll } satisfies Partial<Handlers>;
