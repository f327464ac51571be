import type { Action, Indicator } from '../../../electron/contract/excerpts.ts';
import type { InputOf } from '../../../electron/contract/index.ts';
import type { FigurePart } from '../../shared/figure-parts.ts';
import { readNewCell } from '../../shared/figure-table.ts';

type Change<N extends 'indicators.update' | 'actions.update'> = Omit<InputOf<N>, 'committeeId' | 'id' | 'step'>;

/** What to say to indicators.update where one of its cells (see figure-table.ts) was given another text. */
export function indicatorChange(indicator: Indicator, cell: string, text: string): Change<'indicators.update'> {
  const added = readNewCell(cell);
  if (added) return { addValues: [{ label: added.label, value: text }] };
  switch (cell) {
    case 'name':
      return { name: text };
    case 'note':
      return { note: text };
    case 'base':
    case 'target':
      return { [cell]: { ...(indicator[cell] ?? { label: '', unit: '' }), value: text } };
    default:
      return { values: [{ id: cell, value: text }] };
  }
}

/** The same for actions.update. */
export function actionChange({ plans, progress }: Action, cell: string, text: string): Change<'actions.update'> {
  if (cell === 'title') return { title: text };
  const added = readNewCell(cell);
  if (added) return { addCells: [{ planId: added.row, year: added.label, text }] };
  const [id = '', part] = cell.split('/');
  if (part === 'reason' && plans.some((plan) => plan.id === id)) return { plans: [{ id, reason: text }] };
  if (progress.some((each) => each.id === id)) return { progress: [{ id, ...(part === 'status' ? { status: text } : { text }) }] };
  return { cells: [{ id: cell, text }] };
}

/** What to say where a part is added that an indicator lacks; null for a part of an action. */
export function indicatorPart(part: FigurePart): Change<'indicators.update'> | null {
  switch (part.part) {
    case 'value':
      return { addValues: [{ label: part.label, value: part.value }] };
    case 'base':
    case 'target':
      return { [part.part]: { label: part.label, value: part.value, unit: part.unit } };
    case 'note':
      return { note: part.text };
    default:
      return null;
  }
}

/** The same for an action. A year of one without a plan begins its plan. */
export function actionPart(part: FigurePart): Change<'actions.update'> | null {
  switch (part.part) {
    case 'cell': {
      const { plan, year, text } = part;
      return plan === null ? { addPlans: [{ kind: 'plan', revision: '', reason: '', cells: [{ year, text }] }] } : { addCells: [{ planId: plan, year, text }] };
    }
    case 'reason':
      return { plans: [{ id: part.plan, reason: part.text }] };
    case 'revision':
      return { addPlans: [{ kind: 'revised', revision: part.revision, reason: part.reason, cells: [] }] };
    case 'progress':
      return { addProgress: [{ year: part.year, kind: part.kind, status: part.status, text: part.text, note: '' }] };
    default:
      return null;
  }
}
