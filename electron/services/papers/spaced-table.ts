import { isMemberHeader } from './column-names.ts';
import { isIndicatorHeader } from './kpi-table.ts';
import { widthOf } from './joining.ts';
import { cut, type Line, type Span } from './lines.ts';
import { isFiscalYear, isPlanHeader, isUnnamedPlan } from './programme-table.ts';
import { nameOf, type Row, type Table } from './tables.ts';

/** What stands between wide gaps; a value needs but one space before it. */
const CELL = /\S+(?:[ 　](?![-－―▲△]?[0-9０-９]|[-－―](?:[ 　]|$))\S+)*/g;
/** The name of a column is no longer. */
const LONGEST_NAME = 20;

/** 「番号　指標」 over numbers and names. */
const COUNTED_NAME = /^(?:番号|項番|No\.?|№)[ 　]\S+$/i;

/** A cell and the half columns of the page that it covers. */
type Placed = { span: Span; from: number; to: number };

/**
 * Reads a table set with spaces alone: below a line that names columns (指標　　基準値　　目標値), each line with gaps is a row. A row with
 * fewer cells than the header has them where they stand on the page.
 * @returns the table and how many lines it took, or null where the line is no such header or no row stands below it.
 */
export function readSpacedTable(lines: readonly Line[], from: number): { table: Table; taken: number } | null {
  const first = lines[from];
  const printed = first === undefined ? [] : unletterSpaced(cellsOf(first)).flatMap((cell) => (COUNTED_NAME.test(cell.span.text) ? halves(cell) : [cell]));
  if (first === undefined || printed.length < 2 || printed.some(({ span }) => span.text.length > LONGEST_NAME)) return null;
  // Years alone stand to the right of a column that has no name.
  const header = isYears(printed) ? [{ span: { text: '', start: first.start, end: first.start }, from: 0, to: 1 }, ...printed] : printed;
  const names = header.map(({ span }) => nameOf(span));
  if (header.length < 3 || !(isIndicatorHeader(names) || isPlanHeader(names) || isMemberHeader(names) || names[0] === '')) return null;
  const second = lines[from + 1];
  const columns = second === undefined ? null : underNames(header, second);
  const rows: Row[] = [rowOf(first, columns?.map(({ top }) => top) ?? header.map(({ span }) => span))];
  if (columns !== null && second !== undefined) rows.push(rowOf(second, columns.map(({ below }) => below)));
  const places = columns ?? header;
  const isCounted = COUNTED_NAME.test(first.text.split(/[ 　]{2,}/)[0] ?? '');
  // A ruled line may part the names from what stands below them.
  const ruled = isRule(lines[from + rows.length]) ? 1 : 0;
  for (const line of lines.slice(from + rows.length + ruled)) {
    const cells = isCounted ? cellsOf(line).flatMap((cell, i) => (i === 0 ? withNumberApart(cell) : [cell])) : cellsOf(line);
    if (isIndicatorHeader(names) && isGroup(line, lines[from + rows.length + ruled + 1])) {
      rows.push(rowOf(line, header.map((_, i) => (i === 0 ? line : { text: '', start: line.end, end: line.end }))));
      continue;
    }
    if (cells.length < 2 || cells.length > places.length || line.gap > 1 || line.hash > 0 || line.text.endsWith('。')) break;
    rows.push(rowOf(line, inColumns(cells, places, isMemberHeader(names))));
  }
  const last = lines[from + rows.length + ruled - 1];
  if (last === undefined || rows.length < 2) return null;
  const table = { rows, ranges: [{ start: first.start, end: last.end }] };
  return names[0] === '' && !isUnnamedPlan(table) ? null : { table, taken: rows.length + ruled };
}

/** 「--------」「────────」 across the page. */
const isRule = (line: Line | undefined): boolean => line !== undefined && /^([-－─━—=＝_＿])\1{9,}$/.test(line.text.replace(/[ 　]/g, ''));

/** 「１　会　長」 below 「No　役職」: the number is a cell of its own. */
function withNumberApart({ span, from, to }: Placed): Placed[] {
  const number = /^[0-9０-９]{1,3}[.．]?(?=[ 　])/.exec(span.text)?.[0] ?? '';
  if (number === '') return [{ span, from, to }];
  const rest = cut(span, number.length);
  return [{ span: cut(span, 0, number.length), from, to: from + widthOf(number) }, { span: rest, from: to - widthOf(rest.text), to }];
}

/** 【低炭素】 between the rows: what those below it are on. */
function isGroup(line: Line, next: Line | undefined): boolean {
  return /^(?:[【〈《＜■●◆].{1,30})$/.test(line.text) && cellsOf(line).length === 0 && line.gap <= 1 && next !== undefined && next.gap <= 1 && cellsOf(next).length > 1;
}

/** Names under which several years stand. */
const OVER_YEARS = /実績|推移|年度/;

/** A second line of years below the names (実績値 over R4　R5　R6): each name with the years nearest to it, a column each. */
function underNames(header: readonly Placed[], line: Line): (Omit<Placed, 'span'> & { top: Span; below: Span })[] | null {
  const years = line.gap > 0 ? [] : cellsOf(line);
  const [label, ...names] = header;
  if (label === undefined || years.length < 2 || !years.every(({ span, from }) => from >= label.to && isFiscalYear(nameOf(span).replace(/^\((.*)\)$/, '$1')))) return null;
  const meets = (name: Placed, year: Placed) => name.from < year.to && year.from < name.to;
  const gap = (name: Placed, year: Placed) => Math.max(name.from - year.to, year.from - name.to);
  const owned = new Map(years.map((year) => {
    const open = names.filter((name) => meets(name, year) || OVER_YEARS.test(nameOf(name.span)) || !years.some((other) => meets(name, other)));
    return [year, open.toSorted((a, b) => gap(a, year) - gap(b, year))[0]] as const;
  }));
  const nothing = (at: number): Span => ({ text: '', start: at, end: at });
  return header.flatMap((name) => {
    const own = years.filter((year) => owned.get(year) === name);
    if (own.length === 0) return [{ from: name.from, to: name.to, top: name.span, below: nothing(line.start) }];
    return own.map((year, i) => ({ from: own.length > 1 ? year.from : Math.min(name.from, year.from), to: own.length > 1 ? year.to : Math.max(name.to, year.to), top: i === 0 ? name.span : nothing(name.span.end), below: year.span }));
  });
}

/** 「氏　　名」: letters set apart are one name. */
function unletterSpaced(cells: readonly Placed[]): Placed[] {
  return cells.reduce<Placed[]>((all, cell) => {
    const before = all.at(-1);
    const isSplit = before !== undefined && cell.span.text.length === 1 && before.span.text.replace(/\s/g, '').length === 1;
    return isSplit ? [...all.slice(0, -1), { span: { text: before.span.text + cell.span.text, start: before.span.start, end: cell.span.end }, from: before.from, to: cell.to }] : [...all, cell];
  }, []);
}

const isYears = (cells: readonly Placed[]): boolean => cells.every(({ span }) => isFiscalYear(nameOf(span)));

const rowOf = ({ start, end }: Line, cells: Span[]): Row => ({ cells, start, end });

function cellsOf(line: Line): Placed[] {
  if (!/\S[ 　]{2,}\S/.test(line.text)) return [];
  return [...line.text.matchAll(CELL)].map(({ 0: text, index }) => {
    const from = line.indent + widthOf(line.text.slice(0, index));
    return { span: cut(line, index, index + text.length), from, to: from + widthOf(text) };
  });
}

/** 「１人当たりの排出量　g」 under two names: the last word is a cell of its own. */
function halves({ span, from, to }: Placed): Placed[] {
  const at = Math.max(span.text.lastIndexOf(' '), span.text.lastIndexOf('　'));
  if (at < 0) return [{ span, from, to }];
  const [left, right] = [cut(span, 0, at), cut(span, at + 1)];
  return [{ span: left, from, to: from + widthOf(left.text) }, { span: right, from: to - widthOf(right.text), to }];
}

/**
 * A full row goes by its order; of any other, each cell stands under the name nearest to it, as long as each has one of its own.
 * @param whole whether a space never parts two cells: a name has one within.
 */
function inColumns(cells: readonly Placed[], header: readonly Omit<Placed, 'span'>[], whole: boolean): Span[] {
  if (cells.length === header.length) return cells.map(({ span }) => span);
  const parts = whole ? cells : cells.flatMap((cell) => (header.filter((name) => name.from < cell.to && cell.from < name.to).length > 1 ? halves(cell) : [cell]));
  const nothing = (): Span => ({ text: '', start: cells[0]?.span.start ?? 0, end: cells[0]?.span.start ?? 0 });
  const places = parts.map(({ from, to }) => {
    // Names and where people come from are set from the left; figures stand about the middle.
    const away = header.map((name) => (whole ? Math.abs(name.from - from) : Math.max(name.from - to, from - name.to, 0) + Math.abs(name.from + name.to - from - to) / 100));
    return away.indexOf(Math.min(...away));
  });
  const isApart = new Set(places).size === places.length;
  return header.map((_, i) => (isApart ? parts[places.indexOf(i)] : parts[i])?.span ?? nothing());
}
