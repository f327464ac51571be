import type { AcceptedFigure } from '../../contract/papers.ts';
import type { PlanKind } from '../../../db/domain/words.ts';

/** Parts in one line, those that are empty left out. */
const line = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('　');

/** What a record says in one line, all of it, to be compared and shown. The same of a record that stands and of one that comes in. */
export const meetingLine = (one: { label: string; dateRaw: string; topics: string }): string => line([one.label, one.dateRaw, one.topics]);

export const memberLine = (one: { name: string; affiliation: string; field: string }): string => line([one.name, one.affiliation, one.field]);

export const excerptLine = (one: { speaker: string; text: string }): string => line([one.speaker, one.text]);

type Indicator = { name: string; base: AcceptedFigure | null; values: readonly { label: string; value: string }[]; target: AcceptedFigure | null; note: string };

export const indicatorLine = ({ name, base, values, target, note }: Indicator): string =>
  line([name, figure(base), ...values.map((one) => pair(one.label, one.value)), figure(target), note]);

const figure = (one: AcceptedFigure | null): string => (one === null ? '' : pair(one.label, one.value + one.unit));
const pair = (label: string, value: string): string => [label, value].filter((part) => part !== '').join(' ');

const PLAN_NAMES: Record<PlanKind, string> = { plan: '当初計画', revised: '見直し' };

type Action = {
  title: string;
  plans: readonly { kind: PlanKind; revision: string; reason: string; cells: readonly { year: string; text: string }[] }[];
  progress: readonly { year: string; kind: string; status: string; text: string; note: string }[];
};

export const actionLine = ({ title, plans, progress }: Action): string => line([
  title,
  ...plans.flatMap(({ kind, revision, cells, reason }) => [revision || PLAN_NAMES[kind], ...cells.map(({ year, text }) => pair(year, text)), reason]),
  ...progress.map((one) => [one.year, one.kind, one.status, one.text, one.note].filter((part) => part !== '').join(' ')),
]);
