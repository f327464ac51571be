import type { Preview, PreviewAction, PreviewIndicator } from '../../../electron/contract/preview/preview.ts';
import type { FigurePart } from '../../shared/figure-parts.ts';
import { readNewCell, type ActionLike, type IndicatorLike } from '../../shared/figure-table.ts';

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

/** Adds a part that an indicator or an action lacks. */
export function addPart(preview: Preview, key: string, part: FigurePart): Preview {
  return {
    ...preview,
    indicators: preview.indicators.map((indicator) => (indicator.key === key ? withFigurePart(indicator, part) : indicator)),
    actions: preview.actions.map((action) => (action.key === key ? withPlanPart(action, part) : action)),
  };
}

function withFigurePart(indicator: PreviewIndicator, part: FigurePart): PreviewIndicator {
  switch (part.part) {
    case 'value':
      return { ...indicator, values: [...indicator.values, { label: part.label, value: part.value }] };
    case 'base':
    case 'target':
      return { ...indicator, [part.part]: { label: part.label, value: part.value, unit: part.unit } };
    case 'note':
      return { ...indicator, note: part.text };
    default:
      return indicator;
  }
}

function withPlanPart(action: PreviewAction, part: FigurePart): PreviewAction {
  switch (part.part) {
    case 'cell': {
      const { plan, year, text } = part;
      if (plan === null) return { ...action, plans: [{ kind: 'plan', revision: '', reason: '', cells: [{ year, text }] }] };
      return { ...action, plans: put(action.plans, plan.split('/')[1], (each) => ({ ...each, cells: [...each.cells, { year, text }] })) };
    }
    case 'reason':
      return { ...action, plans: put(action.plans, part.plan.split('/')[1], (each) => ({ ...each, reason: part.text })) };
    case 'revision':
      return { ...action, plans: [...action.plans, { kind: 'revised', revision: part.revision, reason: part.reason, cells: [] }] };
    case 'progress':
      return { ...action, progress: [...action.progress, { year: part.year, kind: part.kind, status: part.status, text: part.text, note: '' }] };
    default:
      return action;
  }
}

const put = <T,>(all: readonly T[], at: string | undefined, change: (one: T) => T): T[] => all.map((one, index) => (String(index) === at ? change(one) : one));
const NO_FIGURE = { label: '', value: '', unit: '' };

function withFigure(indicator: PreviewIndicator, cell: string, text: string): PreviewIndicator {
  const added = readNewCell(cell);
  if (added) return withFigurePart(indicator, { part: 'value', label: added.label, value: text });
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
  const added = readNewCell(cell);
  if (added) return withPlanPart(action, { part: 'cell', plan: added.row, year: added.label, text });
  const [what, at, part] = cell.split('/');
  if (what === 'title') return { ...action, title: text };
  if (what === 'progress') return { ...action, progress: put(action.progress, at, (each) => ({ ...each, [part === 'status' ? 'status' : 'text']: text })) };
  return {
    ...action,
    plans: put(action.plans, at, (plan) => (part === 'reason' ? { ...plan, reason: text } : { ...plan, cells: put(plan.cells, part, (each) => ({ ...each, text })) })),
  };
}
