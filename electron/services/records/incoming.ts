import { AppError } from '../../contract/errors.ts';
import type { AcceptedContent, AcceptedRow } from '../../contract/papers.ts';
import type { Context } from '../context.ts';
import { requireRecords } from '../door.ts';

/** What a person took in of a paper. */
export type Incoming = AcceptedContent;

/** Prefix by which a row names a record that the committee already has. */
export const EXISTING = 'id:';

const POINTS: ReadonlySet<AcceptedRow['kind']> = new Set(['viewpoint', 'issue', 'example']);
/** The rows that one may be a child line of: points of points, excerpts of excerpts. */
const family = ({ kind }: AcceptedRow): string => (kind === 'item' ? 'item' : POINTS.has(kind) ? 'point' : 'excerpt');

/**
 * Checks that what was taken in names only what is there.
 * @throws AppError bad-input where two rows have one key, or a row names a row that is not there or of another sort
 */
export function checkReferences({ rows }: Pick<Incoming, 'rows'>): void {
  const families = new Map(rows.map((row) => [row.key, family(row)]));
  if (families.size < rows.length) throw new AppError('bad-input', { field: 'rows.key' });
  for (const row of rows) {
    if (row.item !== null && !row.item.startsWith(EXISTING) && families.get(row.item) !== 'item') throw new AppError('bad-input', { field: 'rows.item' });
    if (row.parent !== null && !row.parent.startsWith(EXISTING) && (families.get(row.parent) !== family(row) || family(row) === 'item' || row.parent === row.key)) throw new AppError('bad-input', { field: 'rows.parent' });
  }
}

/** @throws AppError not-found where something is said to be one that the committee does not have */
export function requireExisting(context: Context, committeeId: string, { rows, meetings, members }: Pick<Incoming, 'rows' | 'meetings' | 'members'>): void {
  const named = (key: string | null) => (key?.startsWith(EXISTING) ? key.slice(EXISTING.length) : null);
  requireRecords(
    context, committeeId,
    ...meetings.map(({ existing }) => ['meeting', existing] as const), ...members.map(({ existing }) => ['member', existing] as const),
    ...rows.map(({ item }) => ['item', named(item)] as const),
    ...rows.map((row) => [POINTS.has(row.kind) ? 'point' : 'excerpt', named(row.parent)] as const),
  );
}
