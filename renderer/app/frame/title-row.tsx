import { reasonSaid, useT } from '../../i18n/index.ts';
import { openPalette } from '../../features/search/search-palette.tsx';
import { municipalityBefore } from '../../shared/committee-label.ts';
import { Kbd } from '../../shared/kbd.tsx';
import { useRead } from '../../shared/use-operation.ts';
import { go, routes } from '../routes.ts';
import type { useUndo } from './use-undo.ts';
import { useTitle } from './where.ts';
import classes from './frame.module.css';

/** Which committee, where in it, search, undo. */
export function TitleRow({ committeeId, history }: { committeeId: string | null; history: ReturnType<typeof useUndo> }) {
  const t = useT();
  const where = useTitle();
  const { data: committee } = useRead('committees.get', { committeeId: committeeId ?? '' }, { enabled: committeeId !== null });
  return (
    // not a <header>: Mantine's dialogs bring the one banner a page may have
    <section className={classes.title} aria-label={t('common.titleRow')}>
      <button type="button" className={classes.brand} title={t('common.shelf')} onClick={() => go(routes.shelf())}>{t('common.app')}</button>
      <div className={classes.where}>
        {committeeId && committee ? (
          <span className={classes.committee} title={committee.name}>
            {municipalityBefore(committee) ? <span className={classes.municipality}>{municipalityBefore(committee)}</span> : null}
            {committee.name}
          </span>
        ) : null}
        <span className={classes.place} title={where}>{where}</span>
      </div>
      <button type="button" className={classes.search} aria-haspopup="dialog" onClick={openPalette}>
        {t('common.searchBox')} <Kbd keys="mod+k" />
      </button>
      {committeeId ? (
        <div className={classes.history}>
          <button
            type="button"
            className={`quiet ${classes.undo}`}
            disabled={!history.undoReason}
            title={history.undoReason ? t('common.undoWhat', { reason: reasonSaid(t, history.undoReason) }) : undefined}
            onClick={history.undo}
          >
            <Kbd keys="mod+z" /> {t('common.undo')}
          </button>
          {history.redoReason ? (
            <button type="button" className={`quiet ${classes.undo}`} title={reasonSaid(t, history.redoReason)} onClick={history.redo}>{t('common.redo')}</button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
