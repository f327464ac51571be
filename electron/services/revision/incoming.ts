import { LIBRARY_ID } from '../../../db/domain/library.ts';
import type { Orm } from '../../../db/open.ts';
import { meetingRows } from '../../../db/queries/meetings.ts';
import { memberRows } from '../../../db/queries/members.ts';
import { committeeContent } from '../../contract/preview/accepted-rows.ts';
import type { Existing } from '../../contract/preview/accepted-rows.ts';
import { libraryContent } from '../../contract/preview/library-rows.ts';
import { rowsFromRecognised } from '../../contract/preview/rows-from-recognised.ts';
import type { RecognisedPaper } from '../../contract/recognised.ts';
import type { Incoming } from '../records/incoming.ts';

/** The committee's own meetings and members, which a paper may name. */
export const existingIn = (orm: Orm, committeeId: string): Existing => ({ meetings: meetingRows(orm, committeeId), members: memberRows(orm, committeeId) });

/** What a paper would bring where nothing is corrected by hand: into a committee, or into the library as the city's own. */
export function incomingOf(recognised: RecognisedPaper, committeeId: string, municipality: string, existing?: Existing): Incoming {
  const preview = rowsFromRecognised(recognised);
  if (committeeId === LIBRARY_ID) return libraryContent(preview, municipality);
  return committeeContent(preview, existing);
}
