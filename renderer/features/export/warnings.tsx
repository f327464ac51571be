import { OUTSIDE_ITEMS, go, routes } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { SectionLabel } from '../../shared/section-label.tsx';
import { useRead } from '../../shared/use-operation.ts';
import { exportWarnings } from './export-warnings.ts';
import classes from './export.module.css';

/** 書き出す前に: issues still open, and (for a draft) citations of what was removed, each with the way to it. */
export function Warnings({ committeeId, draftId }: { committeeId: string; draftId: string | undefined }) {
  const t = useT();
  const points = useRead('points.all', { committeeId });
  const draft = useRead('drafts.get', { committeeId, id: draftId ?? '' }, { enabled: draftId !== undefined });
  const clauses = draftId === undefined ? undefined : draft.data;
  const { openIssues, firstOpenIssue, goneCitations, firstGoneClauseId } = exportWarnings(points.data ?? [], clauses?.clauses ?? [], clauses?.targets ?? []);
  if (!points.data) return null;
  return (
    <section>
      <SectionLabel>{t('export.before')}</SectionLabel>
      <ul className={classes.warnings}>
        {firstOpenIssue ? (
          <li>
            <span className={classes.warning}><span aria-hidden>○</span> {t('export.openIssues', { n: openIssues })}</span>
            <button type="button" className="quiet" onClick={() => go(routes.board(committeeId, firstOpenIssue.itemId ?? OUTSIDE_ITEMS), { pointId: firstOpenIssue.id })}>{t('export.showOpenIssues')}</button>
          </li>
        ) : null}
        {firstGoneClauseId !== null && draftId !== undefined ? (
          <li>
            <span className={classes.warning}><span aria-hidden>△</span> {t('export.goneCitations', { n: goneCitations })}</span>
            <button type="button" className="quiet" onClick={() => go(routes.draft(committeeId, draftId), { clauseId: firstGoneClauseId })}>{t('export.showGone')}</button>
          </li>
        ) : null}
        {openIssues === 0 && goneCitations === 0 ? <li>{t('export.noWarnings')}</li> : null}
      </ul>
    </section>
  );
}
