import { routes, TRAY } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { useRead } from '../../shared/use-operation.ts';
import classes from './papers.module.css';

/** Says, where it is so, that records wait in the tray, and leads there. */
export function TrayLine({ committeeId }: { committeeId: string }) {
  const t = useT();
  const { data } = useRead('papers.tray', { committeeId });
  if (!data || data.length === 0) return null;
  return <p className={classes.trayLine}><a href={`#${routes.papers(committeeId, TRAY)}`}>{t('papers.trayLine', { n: data.length })}</a></p>;
}
