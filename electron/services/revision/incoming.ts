import { LIBRARY_ID } from '../../../db/domain/library.ts';
import { acceptedOthers, acceptedRows } from '../../contract/preview/accepted-rows.ts';
import { libraryRows } from '../../contract/preview/library-rows.ts';
import { rowsFromRecognised } from '../../contract/preview/rows-from-recognised.ts';
import type { RecognisedPaper } from '../../contract/recognised.ts';
import type { Incoming } from '../paper-records.ts';
import type { Placed } from '../papers/revision/match-records.ts';

/** What a paper would bring where nothing is corrected by hand: into a committee, or into the library as the city's own. */
export function incomingOf(recognised: RecognisedPaper, committeeId: string, municipality: string): Incoming {
  const preview = rowsFromRecognised(recognised);
  if (committeeId === LIBRARY_ID) return { rows: libraryRows(preview.rows, municipality), meetings: [], members: [] };
  return { rows: acceptedRows(preview.rows), ...acceptedOthers(preview) };
}

/** A meeting and a member in one line, to be compared. */
export const meetingText = (one: { label: string; dateRaw: string; topics: string }): string => [one.label, one.dateRaw, one.topics].filter((part) => part !== '').join('　');
export const memberText = (one: { name: string; affiliation: string; field: string; role: string }): string =>
  [one.name, one.affiliation, one.field].filter((part) => part !== '').join('　');

/** The rows of a paper as they are paired with records; a meeting and a member go by their number. */
export function placedRows({ rows, meetings, members }: Incoming): Placed[] {
  return [
    ...rows.map((row): Placed => ({ id: row.key, table: row.kind === 'item' ? 'item' : 'point', kind: row.kind === 'item' ? null : row.kind, text: row.text, ranges: row.ranges })),
    ...meetings.map((one, i): Placed => ({ id: `meeting ${i}`, table: 'meeting', kind: null, text: meetingText(one), name: one.label, ranges: one.ranges })),
    ...members.map((one, i): Placed => ({ id: `member ${i}`, table: 'member', kind: null, text: memberText(one), name: one.name, ranges: one.ranges })),
  ];
}
