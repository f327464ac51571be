import type { RecordKind } from '../recognised.ts';
import type { AcceptedContent, AcceptedRow } from '../papers.ts';
import { POINT_KINDS, type PointKind } from '../../../db/domain/words.ts';
import { acceptedOthers, acceptedRows } from './accepted-rows.ts';
import type { Preview, PreviewRow } from './preview.ts';

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
    (isPoint(row) && row.cities.length === 0 && municipality !== '' ? { ...row, cities: [municipality] } : row));
}

const isPoint = ({ kind }: AcceptedRow): boolean => POINT_KINDS.some((one) => one === kind);

/** Everything the library keeps of another city's paper: its meetings and members are not the reader's. */
export function libraryContent(preview: Preview, municipality: string): AcceptedContent {
  return { ...acceptedOthers(preview), rows: libraryRows(preview.rows, municipality), meetings: [], members: [] };
}
