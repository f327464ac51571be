import { and, asc, eq } from 'drizzle-orm';
import { ClauseContent, plainText } from '../domain/clause-content.ts';
import { numberClauses } from '../domain/numbering.ts';
import type { ClauseKind } from '../domain/words.ts';
import type { Orm } from '../open.ts';
import { clause, draft } from '../schema/index.ts';

export type ListedClause = {
  id: string;
  kind: ClauseKind;
  level: number;
  numbered: boolean;
  content: ClauseContent;
  number: string;
  label: string;
};

/** A clause's own number (「(1)」, empty where it takes none) and its whole place (「第2章1(1)」, never empty). */
export type ClauseLabel = { draftId: string; number: string; label: string };

/** What a place is called that stands before any heading. */
const OPENING = '冒頭';

type Form = { id: string; draftId: string; kind: ClauseKind; level: number; numbered: boolean };

const columns = { id: clause.id, draftId: clause.draftId, kind: clause.kind, level: clause.level, numbered: clause.numbered };

/** Clauses of one draft, or of every draft that stands, draft by draft in their order. */
const inOrder = (dossierId: string, draftId: string | undefined) => ({
  join: and(eq(draft.dossierId, clause.dossierId), eq(draft.id, clause.draftId)),
  where: and(eq(clause.dossierId, dossierId), draftId === undefined ? undefined : eq(clause.draftId, draftId)),
  order: [asc(draft.rank), asc(draft.id), asc(clause.rank), asc(clause.id)],
});

/** The level a clause counts at; bullets, tables and headings such as はじめに take no number. */
const countedLevel = ({ kind, level, numbered }: Form): number | null =>
  numbered && level > 0 && (kind === 'heading' || kind === 'paragraph') ? level : null;

/**
 * Numbers clauses of one draft given in order. Text without a number stands at the numbered clause above it, or under the
 * outermost heading without a number (はじめに), whichever is nearer.
 */
function labelsOf(forms: readonly Form[], headingText: (id: string) => string): Map<string, ClauseLabel> {
  const numbers = numberClauses(forms.map(countedLevel));
  let unnumbered: string | null = null;
  return new Map(forms.map((form, i) => {
    const { label: number, path } = numbers[i] ?? { label: null, path: '' };
    if (number !== null) unnumbered = null;
    else if (form.kind === 'heading' && form.level <= 1) unnumbered = headingText(form.id) || null;
    return [form.id, { draftId: form.draftId, number: number ?? '', label: (unnumbered ?? path) || OPENING }];
  }));
}

/**
 * The clauses of a draft in order, numbered; empty where the draft does not stand.
 * @param draftId a draft of the dossier
 */
export function listClauses(orm: Orm, dossierId: string, draftId: string): ListedClause[] {
  const { join, where, order } = inOrder(dossierId, draftId);
  const rows = orm.select({ ...columns, content: clause.content }).from(clause).innerJoin(draft, join).where(where).orderBy(...order).all()
    .map((row) => ({ ...row, content: ClauseContent.parse(JSON.parse(row.content)) }));
  const texts = new Map(rows.map((row) => [row.id, row.content]));
  const labels = labelsOf(rows, (id) => headingName(texts.get(id)));
  return rows.map(({ draftId: _draftId, ...row }) => ({ ...row, number: labels.get(row.id)?.number ?? '', label: labels.get(row.id)?.label ?? '' }));
}

const headingName = (content: ClauseContent | undefined): string => (content === undefined ? '' : plainText(content).replaceAll(/\s+/g, ' '));

/**
 * Number and place of every clause of the drafts that stand, or of one of them, in the order of drafts and clauses.
 * The contents stay unread but for the few headings that name a place themselves.
 */
export function clauseLabels(orm: Orm, dossierId: string, draftId?: string): Map<string, ClauseLabel> {
  const { join, where, order } = inOrder(dossierId, draftId);
  const forms = orm.select(columns).from(clause).innerJoin(draft, join).where(where).orderBy(...order).all();
  const headings = new Map(
    orm.select({ id: clause.id, content: clause.content }).from(clause)
      .where(and(where, eq(clause.kind, 'heading'), eq(clause.numbered, false))).all()
      .map(({ id, content }) => [id, content]),
  );
  const headingText = (id: string) => {
    const content = headings.get(id);
    return content === undefined ? '' : headingName(ClauseContent.parse(JSON.parse(content)));
  };
  const byDraft = Map.groupBy(forms, (form) => form.draftId);
  return new Map([...byDraft.values()].flatMap((clauses) => [...labelsOf(clauses, headingText)]));
}
