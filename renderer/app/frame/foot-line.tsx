import { useT } from '../../i18n/index.ts';
import { usePreferences } from '../preferences.ts';
import { go, routes } from '../routes.ts';
import { useFoot } from './where.ts';
import classes from './frame.module.css';

/** When it was saved, that no network is in use, who writes, which meeting. `savedAt` is an ISO time. */
export function FootLine({ savedAt }: { savedAt: string | null }) {
  const t = useT();
  const note = useFoot();
  const { author } = usePreferences();
  return (
    <footer className={classes.foot}>
      <span role="status">{savedAt ? `${t('common.saved')}　${clock(savedAt)}` : t('common.savedNothingYet')}</span>
      <span>{t('common.noNetwork')}</span>
      <button type="button" className="quiet" onClick={() => go(routes.settings())}>{author ? `${t('common.writer')}　${author}` : t('common.writerUnknown')}</button>
      {note ? <span>{note}</span> : null}
    </footer>
  );
}

/** 10:42:07 of this computer's day. */
function clock(iso: string): string {
  return new Date(iso).toLocaleTimeString('ja-JP', { hour12: false });
}
