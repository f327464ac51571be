import type { Preview, PreviewAction, PreviewIndicator } from '../../../electron/contract/preview/preview.ts';
import type { ActionLike, IndicatorLike } from '../../shared/figure-table.ts';

/*
 * Cells of a preview have no ids of their own: they are named by their place in the record, such as 「value/2」 or
 * 「plan/0/1」.
 */

/** Indicators of a preview as the tables take them. */
export const indicatorLikes = (indicators: readonly PreviewIndicator[]): IndicatorLike[] =>
  indicators.map((indicator) => ({ ...indicator, values: indicator.values.map((value, index) => ({ ...value, id: `value/${index}`, fiscalYear: null })) }));

/** An action of a preview as its table takes it. */
export const actionLike = (action: PreviewAction): ActionLike => ({
  ...action,
  plans: action.plans.map((plan, at) => ({
    ...plan, id: `plan/${at}`, cells: plan.cells.map((cell, index) => ({ ...cell, id: `plan/${at}/${index}`, fiscalYear: null })),
  })),
  progress: action.progress.map((each, at) => ({ ...each, id: `progress/${at}` })),
});

/** Gives a cell of an indicator or an action another text. */
export function setCell(preview: Preview, key: string, cell: string, text: string): Preview {
  return {
    ...preview,
    indicators: preview.indicators.map((indicator) => (indicator.key === key ? withFigure(indicator, cell, text) : indicator)),
    actions: preview.actions.map((action) => (action.key === key ? withPlan(action, cell, text) : action)),
  };
}

const put = <T,>(all: readonly T[], at: string | undefined, change: (one: T) => T): T[] => all.map((one, index) => (String(index) === at ? change(one) : one));
const NO_FIGURE = { label: '', value: '', unit: '' };

function withFigure(indicator: PreviewIndicator, cell: string, text: string): PreviewIndicator {
  const [what, at] = cell.split('/');
  switch (what) {
    case 'name':
      return { ...indicator, name: text };
    case 'note':
      return { ...indicator, note: text };
    case 'base':
    case 'target':
      return { ...indicator, [what]: { ...(indicator[what] ?? NO_FIGURE), value: text } };
    default:
      return { ...indicator, values: put(indicator.values, at, (value) => ({ ...value, value: text })) };
  }
}

function withPlan(action: PreviewAction, cell: string, text: string): PreviewAction {
  const [what, at, part] = cell.split('/');
  if (what === 'title') return { ...action, title: text };
  if (what === 'progress') return { ...action, progress: put(action.progress, at, (each) => ({ ...each, [part === 'status' ? 'status' : 'text']: text })) };
  return {
    ...action,
    plans: put(action.plans, at, (plan) => (part === 'reason' ? { ...plan, reason: text } : { ...plan, cells: put(plan.cells, part, (each) => ({ ...each, text })) })),
  };
}
