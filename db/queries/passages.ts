import { and, asc, eq, exists, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { action, agendaItem, excerpt, indicator, item, meeting, member, paper, passage, point, source } from '../schema/index.ts';

/** UTF-16 units of the paper shown before and after a passage. */
const CONTEXT = 120;

/** The passages a record was read from, in the papers that stand, each with the text around it. Lines count from 1. */
export function listPassages(orm: Orm, dossierId: string, ownerId: string) {
  const rows = orm
    .select({
      id: passage.id, paperId: paper.id, paperTitle: paper.title, paperLabel: paper.label, sha256: paper.sha256,
      start: passage.start, end: passage.end, quote: passage.quote,
    })
    .from(passage)
    .innerJoin(paper, and(eq(paper.dossierId, passage.dossierId), eq(paper.id, passage.paperId)))
    .where(and(eq(passage.dossierId, dossierId), eq(passage.ownerId, ownerId)))
    .orderBy(asc(paper.rank), asc(paper.id), asc(passage.start), asc(passage.id))
    .all();
  const texts = sourceTexts(orm, [...new Set(rows.map(({ sha256 }) => sha256))]);
  return rows.map(({ sha256, ...row }) => ({ ...row, ...around(texts.get(sha256) ?? '', row.start, row.end) }));
}

/** Whose passages are marked in a paper. */
const OWNERS = [item, point, meeting, agendaItem, member, excerpt, indicator, action] as const;

/** Where each record that was read from a paper stands in it, in the order of the paper. Of removed records passages stay, for the undo: not these. */
export function passagesInPaper(orm: Orm, dossierId: string, paperId: string) {
  const stands = OWNERS.map((owner) => exists(orm.select({ one: sql`1` }).from(owner).where(and(eq(owner.dossierId, passage.dossierId), eq(owner.id, passage.ownerId)))));
  return orm
    .select({ recordId: passage.ownerId, start: passage.start, end: passage.end })
    .from(passage)
    .where(and(eq(passage.dossierId, dossierId), eq(passage.paperId, paperId), or(...stands)))
    .orderBy(asc(passage.start), asc(passage.id))
    .all();
}

/** The passages of records, by the record. */
export function passagesOfOwners(orm: Orm, dossierId: string, ownerIds: readonly string[]) {
  const rows = orm.select({ ownerId: passage.ownerId, paperId: passage.paperId, start: passage.start, end: passage.end, quote: passage.quote }).from(passage)
    .where(and(eq(passage.dossierId, dossierId), inArray(passage.ownerId, [...ownerIds]))).orderBy(asc(passage.start), asc(passage.id)).all();
  return Map.groupBy(rows, ({ ownerId }) => ownerId);
}

/** Where each record stands in one paper: in `paperId`, or (left out) in the first of the papers it stands in, one that stands before one that was replaced. */
export function recordSources(orm: Orm, dossierId: string, paperId?: string): Map<string, { paperId: string; ranges: { start: number; end: number }[] }> {
  const rows = orm
    .select({ ownerId: passage.ownerId, paperId: passage.paperId, start: passage.start, end: passage.end })
    .from(passage)
    .innerJoin(paper, and(eq(paper.dossierId, passage.dossierId), eq(paper.id, passage.paperId)))
    .where(and(eq(passage.dossierId, dossierId), paperId === undefined ? undefined : eq(passage.paperId, paperId)))
    .orderBy(isNotNull(paper.replacedBy), asc(paper.rank), asc(paper.id), asc(passage.start), asc(passage.id))
    .all();
  const sources = new Map<string, { paperId: string; ranges: { start: number; end: number }[] }>();
  for (const { ownerId, paperId: at, start, end } of rows) {
    const source = sources.get(ownerId) ?? { paperId: at, ranges: [] };
    sources.set(ownerId, source);
    if (source.paperId === at) source.ranges.push({ start, end });
  }
  return sources;
}

function sourceTexts(orm: Orm, names: readonly string[]): Map<string, string> {
  const rows = orm.select({ sha256: source.sha256, text: source.text }).from(source).where(inArray(source.sha256, [...names])).all();
  return new Map(rows.map(({ sha256, text }) => [sha256, text]));
}

function around(text: string, start: number, end: number): { line: number; before: string; after: string } {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) line += 1;
  return {
    line,
    before: text.slice(whole(text, Math.max(0, start - CONTEXT)), start),
    after: text.slice(end, whole(text, Math.min(text.length, end + CONTEXT))),
  };
}

/** An offset that does not fall between the two halves of one character. */
const whole = (text: string, offset: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset + 1 : offset);
