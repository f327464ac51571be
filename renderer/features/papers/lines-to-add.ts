import type { InputOf } from '../../../electron/contract/index.ts';
import { belonging, type LineRow } from '../../shared/records-of-lines.ts';
import type { Records } from './paper-records.ts';

type AddedRow = NonNullable<InputOf<'papers.add'>['rows']>[number];

/** Prefix by which a row names a record of the committee. */
const named = (id: string | null) => (id === null ? null : `id:${id}`);

/**
 * Rows of lines as papers.add takes them, each belonging where what stands nearest to it in the paper belongs.
 * @param starts where each record stands in the paper
 */
export function rowsToAdd(rows: readonly LineRow[], { items, points, excerpts }: Pick<Records, 'items' | 'points' | 'excerpts'>, starts: ReadonlyMap<string, number>): AddedRow[] {
  const made = [
    ...items.map(({ id }) => ({ key: id, kind: 'deliberation_item' as const, item: null, section: '' })),
    ...points.map(({ id, kind, itemId }) => ({ key: id, kind, item: itemId, section: '' })),
    ...excerpts.map(({ id, kind, section }) => ({ key: id, kind, item: null, section })),
  ].flatMap((one) => {
    const start = starts.get(one.key);
    return start === undefined ? [] : [{ ...one, start }];
  });
  return rows.map(({ kind, text, speaker, ranges }, index) => {
    const { item, parent, section } = belonging(kind, ranges[0]?.start ?? 0, made);
    return { key: `line ${index}`, kind: kind === 'deliberation_item' ? 'item' : kind, text, speaker, section, item: named(item), parent: named(parent), cities: [], ranges };
  });
}
