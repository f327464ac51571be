/** A cell of a table of indicators or of a programme. */
export type FigureCell = {
  /** Names it within its record; one that the record does not have yet, but others of the table do, is a newCell. */
  id: string;
  /** As it is kept and edited. */
  text: string;
  /** As it is shown: with its unit, large numbers in threes. */
  shown: string;
  /** What or when it is of, where no heading above it says so. */
  hint: string;
};
/** One line: `place` names it in its list, `record` is the indicator or action it is of. */
export type FigureLine = {
  place: string;
  record: string;
  form: 'columns' | 'reason' | 'progress' | 'note';
  /** What stands in front of the cells and is not edited: 「見直し H27改訂」「令和3年度 実績」. */
  lead: string;
  cells: FigureCell[];
};
export type FigureTable = {
  key: string;
  /** Whether the first column is that of what stands in front of the cells. */
  led: boolean;
  columns: FigureColumn[];
  lines: FigureLine[];
};
/** How wide a column is at least, in em, and how much of what is over it takes. */
export type FigureColumn = { key: string; head: string; least: number; share: number };

type Figure = { label: string; value: string; unit: string };
type Value = { id: string; label: string; value: string; fiscalYear: number | null };
type Sourced = { key: string; ranges: readonly { start: number; end: number }[] };
export type IndicatorLike = Sourced & { name: string; marker: string; base: Figure | null; values: readonly Value[]; target: Figure | null; note: string };
export type ActionLike = Sourced & {
  title: string;
  plans: readonly { id: string; kind: 'plan' | 'revised'; revision: string; reason: string; cells: readonly { id: string; year: string; text: string; fiscalYear: number | null }[] }[];
  progress: readonly { id: string; year: string; kind: string; status: string; text: string; note: string }[];
};
/** The words of the headings, which the catalogue has. */
export type FigureWords = { name: string; base: string; target: string; reason: string; plan: Record<'plan' | 'revised', string> };

/** Indicators as tables: those that follow one another and are measured in the same years share one. */
export function indicatorTables(indicators: readonly IndicatorLike[], words: FigureWords): FigureTable[] {
  const tables: IndicatorLike[][] = [];
  for (const indicator of indicators) {
    const last = tables.at(-1);
    const before = last?.at(-1);
    if (last && before && (sameYears(before, indicator) || samePlace(before, indicator))) last.push(indicator);
    else tables.push([indicator]);
  }
  return tables.map((own) => indicatorTable(own, words));
}

const yearsOf = (values: readonly { label: string }[]) => values.map(({ label }) => label).join('\n');
const sameYears = (a: IndicatorLike, b: IndicatorLike) => yearsOf(a.values) === yearsOf(b.values) && (a.base === null) === (b.base === null) && (a.target === null) === (b.target === null);
const samePlace = (a: Sourced, b: Sourced) => a.ranges.length > 0 && JSON.stringify(a.ranges) === JSON.stringify(b.ranges);

function indicatorTable(indicators: readonly IndicatorLike[], words: FigureWords): FigureTable {
  const years = inOrder(indicators.flatMap(({ values }) => values.map(({ label, fiscalYear }) => ({ label, fiscalYear }))));
  const bases = sharedLabel(indicators.map(({ base }) => base), words.base);
  const targets = sharedLabel(indicators.map(({ target }) => target), words.target);
  const lines = indicators.flatMap(({ key, name, marker, base, values, target, note }): FigureLine[] => [
    {
      place: key,
      record: key,
      form: 'columns',
      lead: '',
      cells: [
        cellOf('name', name, marker === '' ? name : `${marker}　${name}`),
        ...(bases === null ? [] : [figureCell('base', base, bases)]),
        ...years.map((label) => {
          const value = values.find((each) => each.label === label);
          return value ? cellOf(value.id, value.value, inThrees(value.value)) : cellOf(newCell('', label), '');
        }),
        ...(targets === null ? [] : [figureCell('target', target, targets)]),
      ],
    },
    ...(note === '' ? [] : [{ place: `${key}/note`, record: key, form: 'note' as const, lead: '', cells: [cellOf('note', note)] }]),
  ]);
  const heads = [words.name, ...(bases === null ? [] : [bases]), ...years, ...(targets === null ? [] : [targets])];
  return { key: indicators[0]?.key ?? '', led: false, lines, columns: widths(heads, lines, 10, { least: 3.5, most: 8 }) };
}

const cellOf = (id: string, text: string, shown = text, hint = ''): FigureCell => ({ id, text, shown, hint });

/** Names a cell that a record, or the row `row` of its plan, does not have: what is typed there is added to it. */
export const newCell = (row: string, label: string): string => `${row}/new/${label}`;

/** The row and the label of such a cell; null for one that is there. */
export function readNewCell(id: string): { row: string; label: string } | null {
  const at = id.indexOf('/new/');
  return at < 0 ? null : { row: id.slice(0, at), label: id.slice(at + '/new/'.length) };
}

/** The label all of them have, the common word where they differ, null where none has a figure. */
function sharedLabel(figures: readonly (Figure | null)[], word: string): string | null {
  const labels = new Set(figures.flatMap((figure) => (figure ? [figure.label] : [])));
  const [only] = labels;
  return only === undefined ? null : labels.size === 1 && only !== '' ? only : word;
}

function figureCell(id: string, figure: Figure | null, head: string): FigureCell {
  if (figure === null) return cellOf(id, '');
  const shown = `${inThrees(figure.value)}${figure.value === '' ? '' : figure.unit}`;
  return cellOf(id, figure.value, shown, figure.label === head ? '' : figure.label);
}

/** An action's plan as a table, a row each for the plan and its revisions, with reasons and progress under it. */
export function actionTable({ key, plans, progress }: ActionLike, words: FigureWords): FigureTable {
  const years = inOrder(plans.flatMap(({ cells }) => cells.map(({ year, fiscalYear }) => ({ label: year, fiscalYear }))));
  const lines = [
    ...plans.flatMap(({ id, kind, revision, reason, cells }): FigureLine[] => [
      {
        place: `${key}/${id}`,
        record: key,
        form: 'columns',
        lead: revision === '' ? words.plan[kind] : revision,
        cells: years.map((label) => {
          const cell = cells.find(({ year }) => year === label);
          return cell ? cellOf(cell.id, cell.text) : cellOf(newCell(id, label), '');
        }),
      },
      ...(reason === '' ? [] : [{ place: `${key}/${id}/reason`, record: key, form: 'reason' as const, lead: words.reason, cells: [cellOf(`${id}/reason`, reason)] }]),
    ]),
    ...progress.map(({ id, year, kind, status, text, note }): FigureLine => ({
      place: `${key}/${id}`,
      record: key,
      form: 'progress',
      lead: [year, kind].filter((word) => word !== '').join(' '),
      cells: [cellOf(`${id}/status`, status), cellOf(`${id}/text`, text, text, note)],
    })),
  ];
  return { key, led: true, lines, columns: [{ key: 'lead', head: '', least: LEAD, share: 0 }, ...widths(years, lines, null, { least: 5, most: 9 })] };
}

/** An action as a list shows it: its title, and its plan as a table. */
export type ListedAction = { key: string; title: string; left: boolean; table: FigureTable };

/** The places of indicators and actions as they follow one another in a list. */
export function figurePlaces({ indicators, actions }: { indicators: readonly FigureTable[]; actions: readonly ListedAction[] }): string[] {
  const linesOf = ({ lines }: FigureTable) => lines.map(({ place }) => place);
  return [...indicators.flatMap(linesOf), ...actions.flatMap(({ key, table }) => [key, ...linesOf(table)])];
}

/** The width of what stands in front of an action's cells, in em. */
export const LEAD = 6.5;

/** Labels once each: by fiscal year where every one tells its year, else in the paper's order. */
function inOrder(labels: readonly { label: string; fiscalYear: number | null }[]): string[] {
  const years = new Map(labels.map(({ label, fiscalYear }) => [label, fiscalYear]));
  const told = [...years].flatMap(([label, year]) => (year === null ? [] : [{ label, year }]));
  return told.length === years.size ? told.toSorted((a, b) => a.year - b.year).map(({ label }) => label) : [...years.keys()];
}

/** @param first the width of the first column; null: as the others. */
function widths(heads: readonly string[], lines: readonly FigureLine[], first: number | null, { least, most }: { least: number; most: number }): FigureColumn[] {
  const rows = lines.filter(({ form }) => form === 'columns');
  return heads.map((head, column) => {
    // a heading may take two lines
    const widest = rows.reduce((width, { cells }) => Math.max(width, emOf(cells[column]?.shown ?? '')), emOf(head) / 2 + 0.5);
    const em = Math.min(most, Math.max(least, Math.ceil(widest * 2) / 2 + PADDING));
    const width = column === 0 && first !== null ? first : em;
    // a base year may also stand among the years
    return { key: `${column} ${head}`, head, least: width, share: width };
  });
}

/** What a cell takes besides its text, in em. */
const PADDING = 1;

/** How wide a text is set in one line, in em: letters and digits take a little more than half of one. */
const emOf = (text: string) => Array.from(text).reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x100 ? 0.62 : 1), 0);

/** 「1284」 → 「1,284」; whatever is not a plain number stays as it is written. */
export function inThrees(value: string): string {
  return /^-?\d{4,}(\.\d+)?$/.test(value) ? value.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ',')) : value;
}
