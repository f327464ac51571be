import type { Point } from '../../../electron/contract/board.ts';
import { useT } from '../../i18n/index.ts';
import { SectionLabel } from '../../shared/section-label.tsx';
import { coverageOf } from './evidence.ts';
import classes from './contents.module.css';

/** 課題の対応: how many issues a clause answers, how many have a reason, how many are open. */
export function CoverageBar({ points }: { points: readonly Point[] }) {
  const t = useT();
  const { answered, reasoned, open } = coverageOf(points);
  const total = answered + reasoned + open;
  return (
    <section>
      <SectionLabel>{t('draft.coverage')}</SectionLabel>
      {total === 0 ? <p className={classes.hint}>{t('draft.coverageNone')}</p> : (
        <>
          <div className={classes.bar} aria-hidden>
            <span data-state="answered" style={{ flexGrow: answered }} />
            <span data-state="reasoned" style={{ flexGrow: reasoned }} />
            <span data-state="open" style={{ flexGrow: open }} />
          </div>
          <p className={classes.legend}>
            <span>{t('draft.coverageAnswered', { n: answered })}</span>
            <span>{t('draft.coverageReasoned', { n: reasoned })}</span>
            <span className={open > 0 ? classes.open : undefined}>{t('draft.coverageOpen', { n: open })}</span>
          </p>
        </>
      )}
    </section>
  );
}
