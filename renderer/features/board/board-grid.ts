import type { Point } from '../../../electron/contract/board.ts';
import { POINT_KINDS } from '../../../db/domain/words.ts';
import type { PointKind } from '../../../db/domain/words.ts';

/** The three columns of a board, each a flat list: a point, then its child lines, then the next point. */
export type Columns = Readonly<Record<PointKind, readonly Point[]>>;

/**
 * Arranges the points of one item into their columns.
 * @param points in the item's order; a child line whose parent is not among them stands by itself.
 */
export function columnsOf(points: readonly Point[]): Columns {
  const column = (kind: PointKind): Point[] => {
    const own = points.filter((point) => point.kind === kind);
    const ids = new Set(own.map((point) => point.id));
    const isChild = (point: Point) => point.parentId !== null && ids.has(point.parentId);
    return own.filter((point) => !isChild(point)).flatMap((point) => [point, ...own.filter((child) => child.parentId === point.id)]);
  };
  return { viewpoint: column('viewpoint'), issue: column('issue'), example: column('example') };
}

export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

const at = (column: readonly Point[], index: number): string | null => column[Math.max(0, Math.min(index, column.length - 1))]?.id ?? null;

/**
 * Where an arrow key leads from a point.
 * Sideways it goes to the row of the same rank in the next column that has any; at an edge it stays.
 * @returns the id of the point arrived at; the first point there is where `from` is null; null on an empty board.
 */
export function step(columns: Columns, from: string | null, direction: Direction): string | null {
  const kinds = POINT_KINDS.filter((kind) => columns[kind].length > 0);
  const kind = kinds.find((each) => columns[each].some((point) => point.id === from));
  if (kind === undefined) return kinds[0] === undefined ? null : at(columns[kinds[0]], 0);
  const column = columns[kind];
  const row = column.findIndex((point) => point.id === from);
  if (direction === 'up') return at(column, row - 1);
  if (direction === 'down') return at(column, row + 1);
  if (direction === 'first') return at(column, 0);
  if (direction === 'last') return at(column, column.length - 1);
  const next = kinds[kinds.indexOf(kind) + (direction === 'left' ? -1 : 1)];
  return next === undefined ? from : at(columns[next], row);
}

/**
 * The place a point takes when it is moved one step among its siblings (points of its column, or lines of its parent).
 * @returns the id it then follows (null: it becomes the first), or undefined where it is at the edge already.
 */
export function shift(columns: Columns, point: Point, direction: 'up' | 'down'): string | null | undefined {
  const parents = new Set(columns[point.kind].map((each) => each.id));
  const parentOf = (each: Point) => (each.parentId !== null && parents.has(each.parentId) ? each.parentId : null);
  const siblings = columns[point.kind].filter((each) => parentOf(each) === parentOf(point));
  const row = siblings.findIndex((each) => each.id === point.id);
  if (direction === 'down') return siblings[row + 1]?.id;
  return row < 1 ? undefined : (siblings[row - 2]?.id ?? null);
}

/**
 * Everything between two points of one column, both included, for Shift+↑/↓ and Shift+click.
 * @returns ids in the column's order; only `to` where the two stand in different columns.
 */
export function span(columns: Columns, from: string, to: string): string[] {
  const column = POINT_KINDS.map((kind) => columns[kind]).find((points) => points.some((point) => point.id === from)) ?? [];
  const [a, b] = [from, to].map((id) => column.findIndex((point) => point.id === id)).toSorted((x, y) => x - y);
  return a === undefined || b === undefined || a < 0 ? [to] : column.slice(a, b + 1).map((point) => point.id);
}

/**
 * Leaves out the points that name cities, but not this one; what names no city stays, and so does the parent of a line
 * that matches.
 * @returns the points shown, in order, and how many are hidden.
 */
export function filterByCity(points: readonly Point[], city: string | null): { shown: Point[]; hidden: number } {
  if (city === null) return { shown: [...points], hidden: 0 };
  const names = (point: Point) => point.cities.includes(city);
  const keptParents = new Set(points.filter(names).map((point) => point.parentId));
  const matchingIds = new Set(points.filter(names).map((point) => point.id));
  const shown = points.filter((point) => {
    if (names(point) || keptParents.has(point.id)) return true;
    if (point.cities.length > 0) return false;
    const parent = point.parentId === null ? undefined : points.find((each) => each.id === point.parentId);
    if (parent !== undefined && parent.cities.length > 0) return matchingIds.has(parent.id);
    const lines = points.filter((line) => line.parentId === point.id && line.cities.length > 0);
    return lines.length === 0;
  });
  return { shown, hidden: points.length - shown.length };
}

/** What a point is linked to, kind by kind in the order of the columns, for the line under it: 「視点③ 事例2」. */
export function linkSummary(point: Point, byId: ReadonlyMap<string, Point>): { kind: PointKind; points: Point[] }[] {
  const linked = point.linkedIds.flatMap((id) => byId.get(id) ?? []);
  return POINT_KINDS.map((kind) => ({ kind, points: linked.filter((each) => each.kind === kind) })).filter((group) => group.points.length > 0);
}
