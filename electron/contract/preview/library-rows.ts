import type { RecordKind } from '../recognised.ts';
import type { AcceptedRow } from '../papers.ts';
import type { PointKind } from '../../../db/domain/words.ts';
import { acceptedRows } from './accepted-rows.ts';
import type { PreviewRow } from './preview.ts';

/** What a row of another city's paper is to a committee: what the city does or plans is an example of it. */
const AS_POINT: Partial<Record<RecordKind, PointKind>> = {
  viewpoint: 'viewpoint', issue: 'issue', example: 'example', policy_direction: 'example', measure: 'example', outcome: 'example',
};

/**
 * The rows to send of a paper that goes to the library: its measures and directions become examples. Each names the city
 * whose paper it is, unless the paper itself names cities for it.
 * @param municipality empty where it is not known
 */
export function libraryRows(rows: readonly PreviewRow[], municipality: string): AcceptedRow[] {
  const asPoints = rows.map((row) => ({ ...row, kind: AS_POINT[row.kind] ?? row.kind }));
  return acceptedRows(asPoints).map((row) =>
    (row.kind === 'item' || row.cities.length > 0 || municipality === '' ? row : { ...row, cities: [municipality] }));
}
