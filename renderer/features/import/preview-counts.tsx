import { POINT_KINDS } from '../../../db/domain/words.ts';
import { useT } from '../../i18n/index.ts';
import type { PreviewCounts } from '../../../electron/contract/preview/preview.ts';
import classes from './preview-counts.module.css';

/** How many of each kind would be taken in, and the way to those that want a look. */
export function PreviewCountsLine({ counts, onDoubts }: { counts: PreviewCounts; onDoubts: () => void }) {
  const t = useT();
  return (
    <ul className={classes.counts}>
      <li>{t('import.countItems')} <b>{counts.items}</b></li>
      {POINT_KINDS.map((kind) => (
        <li key={kind}>
          {t(`words.point.${kind}`)} <b>{counts.points[kind]}</b>
          {counts.childLines[kind] > 0 ? <span className={classes.child}>{t('import.childLines', { n: counts.childLines[kind] })}</span> : null}
        </li>
      ))}
      <li>{t('words.meeting')} <b>{counts.meetings}</b></li>
      {counts.members > 0 ? <li>{t('import.members')} <b>{counts.members}</b></li> : null}
      {counts.leftOut > 0 ? <li className={classes.soft}>{t('import.leftOut', { n: counts.leftOut })}</li> : null}
      {counts.doubts > 0 ? (
        <li><button type="button" className={classes.doubts} onClick={onDoubts}>{t('import.countDoubts')} <b>{counts.doubts}</b></button></li>
      ) : null}
    </ul>
  );
}
