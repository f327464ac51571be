import { routes } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { useStore } from '../../shared/store.ts';
import { importStore, isUnderWay } from '../import/import-session.ts';
import classes from './shelf.module.css';

/** The way back to papers that are half looked through. */
export function ResumeImport() {
  const t = useT();
  const { entries, openId } = useStore(importStore);
  const left = entries.filter(isUnderWay);
  const shown = left.find((entry) => entry.id === openId) ?? left[0];
  if (!shown) return null;
  const sentence = left.length === 1 ? t('import.resume', { file: shown.fileName }) : t('import.resumeMany', { file: shown.fileName, n: left.length - 1 });
  return <p className={classes.resume}><a href={`#${routes.import()}`}>{sentence}</a></p>;
}
