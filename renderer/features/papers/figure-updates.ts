import type { Action, Indicator } from '../../../electron/contract/excerpts.ts';
import type { InputOf } from '../../../electron/contract/index.ts';

type Change<N extends 'indicators.update' | 'actions.update'> = Omit<InputOf<N>, 'committeeId' | 'id' | 'step'>;

/** What to say to indicators.update where one of its cells (see figure-table.ts) was given another text. */
export function indicatorChange(indicator: Indicator, cell: string, text: string): Change<'indicators.update'> {
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
  const [id = '', part] = cell.split('/');
  if (part === 'reason' && plans.some((plan) => plan.id === id)) return { plans: [{ id, reason: text }] };
  if (progress.some((each) => each.id === id)) return { progress: [{ id, ...(part === 'status' ? { status: text } : { text }) }] };
  return { cells: [{ id: cell, text }] };
}
