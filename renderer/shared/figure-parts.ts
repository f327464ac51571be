import type { ActionLike, IndicatorLike } from './figure-table.ts';

/** What can be added to an indicator or an action where the reading of its paper missed it. `plan` is the id of a row of the plan. */
export type FigurePart =
  | { part: 'value'; label: string; value: string }
  | { part: 'base' | 'target'; label: string; value: string; unit: string }
  | { part: 'note'; text: string }
  | { part: 'cell'; plan: string | null; year: string; text: string }
  | { part: 'reason'; plan: string; text: string }
  | { part: 'revision'; revision: string; reason: string }
  | { part: 'progress'; year: string; kind: string; status: string; text: string };
export type PartName = FigurePart['part'];

/** An indicator, or an action and the row of its plan that the keys are at. */
export type FigureSubject = { indicator: IndicatorLike } | { action: ActionLike; plan: string | null };

/** What of a record can be added: all that comes many times, and of the rest what it lacks. */
export function partsOf(subject: FigureSubject): PartName[] {
  if ('indicator' in subject) {
    const { base, target, note } = subject.indicator;
    return ['value', ...(base === null ? ['base' as const] : []), ...(target === null ? ['target' as const] : []), ...(note === '' ? ['note' as const] : [])];
  }
  const lacksReason = subject.action.plans.some(({ reason }) => reason === '');
  return ['cell', ...(lacksReason ? ['reason' as const] : []), 'revision', 'progress'];
}

/** The row of an action's plan that a line of its table is of; the last one, which holds, where it is of none. */
export function planOfLine({ key, plans }: ActionLike, place: string): string | null {
  return (plans.find(({ id }) => place === `${key}/${id}` || place === `${key}/${id}/reason`) ?? plans.at(-1))?.id ?? null;
}

/** The year that comes next after the last of the labels: 「27年度」 → 「28年度」; empty where the last tells no single number. */
export function nextYear(labels: readonly string[]): string {
  const last = labels.at(-1) ?? '';
  const numbers = last.match(/\d+/g) ?? [];
  return numbers.length === 1 ? last.replace(/\d+/, (number) => String(Number(number) + 1)) : '';
}
