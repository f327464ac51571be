import { acceptedOthers, type Existing } from '../../../electron/contract/preview/accepted-rows.ts';
import type { Preview, PreviewCounts } from '../../../electron/contract/preview/preview.ts';
import { useT } from '../../i18n/index.ts';
import { useRead } from '../../shared/use-operation.ts';
import { previewSaid } from './counted.ts';
import type { Session } from './import-session.ts';
import classes from './preview-screen.module.css';

/** What becomes of the paper: how many records of what, and how many are tied to what the committee has already. */
export function TakenIn({ session, counts, committeeId }: { session: Session; counts: PreviewCounts; committeeId: string | null }) {
  const t = useT();
  const there = { enabled: committeeId !== null };
  const meetings = useRead('meetings.list', { committeeId: committeeId ?? '' }, there).data;
  const members = useRead('members.list', { committeeId: committeeId ?? '' }, there).data;
  const what = previewSaid(t, counts);
  const tied = committeeId === null || !meetings || !members ? 0 : tiedIn(session.present, { meetings, members });
  return (
    <div>
      <p>{what === '' ? t('import.summaryNothing') : t('import.summary', { what })}</p>
      {tied > 0 ? <p className={classes.soft}>{t('import.tied', { n: tied })}</p> : null}
    </div>
  );
}

/** How many meetings and members of the paper the committee has already. */
function tiedIn(preview: Preview, has: Existing): number {
  const { meetings, members } = acceptedOthers(preview, has);
  return [...meetings, ...members].filter(({ existing }) => existing !== null).length;
}
