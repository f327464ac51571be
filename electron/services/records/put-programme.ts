import { v7 as uuidv7 } from 'uuid';
import type { DossierDraft } from '../../../db/dossier/draft.ts';
import { plain } from '../../../db/domain/squeeze.ts';
import { figureFields } from '../../../db/queries/programme.ts';
import type { StandingAction, StandingIndicator } from '../../../db/queries/programme.ts';
import { ranksAtEnd } from '../../../db/queries/rank.ts';
import type { AcceptedAction, AcceptedIndicator } from '../../contract/papers.ts';

/**
 * Makes an indicator say what the paper says.
 * @param rank where it is new: its place in the list
 * @param before as it stands; a value whose label stays keeps its record
 */
export function putIndicator(draft: DossierDraft, id: string, one: AcceptedIndicator, { rank, before }: { rank?: string; before?: StandingIndicator | undefined }): void {
  const fields = { name: one.name, marker: one.marker, ...figureFields.base(one.base), ...figureFields.target(one.target), note: one.note };
  if (rank === undefined) draft.edit('indicator', id, fields);
  else draft.add('indicator', id, { ...fields, rank });
  const surplus = pairUp(before?.values ?? [], one.values, ({ label }) => label, (valueId, { label, value }, valueRank) => {
    draft.add('indicatorValue', valueId, { indicatorId: id, label, value, rank: valueRank });
  });
  if (before !== undefined) keepIndicator(draft, before);
  for (const value of surplus) draft.remove('indicatorValue', value.id);
}

/** Makes an action say what the paper says: rows of its plan, cells and progress that stay keep their records. As putIndicator. */
export function putAction(draft: DossierDraft, id: string, one: AcceptedAction, { rank, before }: { rank?: string; before?: StandingAction | undefined }): void {
  if (rank === undefined) draft.edit('action', id, { title: one.title });
  else draft.add('action', id, { title: one.title, rank });
  const plans = pairUp(before?.plans ?? [], one.plans, ({ kind, revision }) => `${kind} ${revision}`, (planId, { kind, revision, reason, cells }, planRank, was) => {
    draft.add('actionPlan', planId, { actionId: id, kind, revision, reason, rank: planRank });
    const surplus = pairUp(was?.cells ?? [], cells, ({ year }) => year, (cellId, { year, text }, cellRank) => {
      draft.add('actionCell', cellId, { planId, year, text, rank: cellRank });
    });
    for (const cell of surplus) draft.remove('actionCell', cell.id);
  });
  const progress = pairUp(before?.progress ?? [], one.progress, ({ year, kind }) => `${year} ${kind}`, (progressId, { year, kind, status, text, note }, progressRank) => {
    draft.add('actionProgress', progressId, { actionId: id, year, kind, status, text, note, rank: progressRank });
  });
  if (before !== undefined) keepAction(draft, before);
  for (const plan of plans) removePlan(draft, plan);
  for (const done of progress) draft.remove('actionProgress', done.id);
}

/** Marks an indicator with its values as worked on, so that it stays whole where somebody removes it at the same time. */
export function keepIndicator(draft: DossierDraft, { id, values }: StandingIndicator): void {
  draft.keep('indicator', id);
  for (const value of values) draft.keep('indicatorValue', value.id);
}

/** As keepIndicator. */
export function keepAction(draft: DossierDraft, { id, plans, progress }: StandingAction): void {
  draft.keep('action', id);
  for (const plan of plans) {
    draft.keep('actionPlan', plan.id);
    for (const cell of plan.cells) draft.keep('actionCell', cell.id);
  }
  for (const done of progress) draft.keep('actionProgress', done.id);
}

/** Removes an indicator with its values. */
export function removeIndicator(draft: DossierDraft, { id, values }: StandingIndicator): void {
  draft.remove('indicator', id);
  for (const value of values) draft.remove('indicatorValue', value.id);
}

/** Removes an action with its plan, cells and progress. */
export function removeAction(draft: DossierDraft, { id, plans, progress }: StandingAction): void {
  draft.remove('action', id);
  for (const plan of plans) removePlan(draft, plan);
  for (const done of progress) draft.remove('actionProgress', done.id);
}

function removePlan(draft: DossierDraft, { id, cells }: StandingAction['plans'][number]): void {
  draft.remove('actionPlan', id);
  for (const cell of cells) draft.remove('actionCell', cell.id);
}

/**
 * Writes a list in its order, each entry into the record that had its key, or into a new one. Where a key comes twice, the
 * first goes with the first.
 * @returns the records that no entry stands for any more
 */
function pairUp<W, B extends W & { id: string }>(before: readonly B[], wanted: readonly W[], keyOf: (one: W) => string, put: (id: string, one: W, rank: string, was: B | undefined) => void): B[] {
  const left = Map.groupBy(before, (one) => plain(keyOf(one)));
  const ranks = ranksAtEnd([], wanted.length);
  for (const [i, one] of wanted.entries()) {
    const was = left.get(plain(keyOf(one)))?.shift();
    put(was?.id ?? uuidv7(), one, ranks[i] ?? '', was);
  }
  return [...left.values()].flat();
}
