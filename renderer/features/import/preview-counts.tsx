import { POINT_KINDS } from '../../../db/domain/words.ts';
import type { PreviewCounts } from '../../../electron/contract/preview/preview.ts';
import { useT } from '../../i18n/index.ts';
import type { CountedPart } from './places.ts';
import classes from './preview-counts.module.css';

/** How many of each kind would be taken in, each the way to the first of them. */
export function PreviewCountsLine({ counts, onJump }: { counts: PreviewCounts; onJump: (part: CountedPart) => void }) {
  const t = useT();
  const others = [
    { part: 'meetings' as const, label: t('words.meeting'), count: counts.meetings },
    { part: 'members' as const, label: t('import.members'), count: counts.members },
    { part: 'indicators' as const, label: t('words.indicator'), count: counts.indicators },
    { part: 'actions' as const, label: t('words.action'), count: counts.actions },
    { part: 'excerpts' as const, label: t('words.excerpt'), count: counts.excerpts },
  ].filter(({ count }) => count > 0);
  const points = [
    { part: 'items' as const, label: t('import.countItems'), count: counts.items, children: 0 },
    ...POINT_KINDS.map((kind) => ({ part: kind, label: t(`words.point.${kind}`), count: counts.points[kind], children: counts.childLines[kind] })),
  ];
  // a paper of items is asked for everything an item has; of another only what there is is said
  const asked = counts.items > 0 || [...points, ...others].every(({ count }) => count === 0);
  return (
    <ul className={classes.counts}>
      {points.filter(({ count }) => asked || count > 0).map(({ part, label, count, children }) => (
        <Count key={part} label={label} count={count} onJump={() => onJump(part)}>
          {children > 0 ? <span className={classes.child}>{t('import.childLines', { n: children })}</span> : null}
        </Count>
      ))}
      {others.map(({ part, label, count }) => <Count key={part} label={label} count={count} onJump={() => onJump(part)} />)}
      {counts.leftOut > 0 ? <li className={classes.soft}>{t('import.leftOut', { n: counts.leftOut })}</li> : null}
      {counts.doubts > 0 ? (
        <li><button type="button" className={classes.doubts} onClick={() => onJump('doubts')}>{t('import.countDoubts')} <b>{counts.doubts}</b></button></li>
      ) : null}
    </ul>
  );
}

function Count({ label, count, onJump, children }: { label: string; count: number; onJump: () => void; children?: React.ReactNode }) {
  return (
    <li><button type="button" className={classes.count} disabled={count === 0} onClick={onJump}>{label} <b>{count}</b>{children}</button></li>
  );
}
