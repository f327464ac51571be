import { routes } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { useStore } from '../../shared/store.ts';
import { importStore } from '../import/import-session.ts';
import classes from './shelf.module.css';

/** The way back to a paper that is half looked through. */
export function ResumeImport() {
  const t = useT();
  const fileName = useStore(importStore, (state) => state.session?.fileName ?? null);
  if (fileName === null) return null;
  return <p className={classes.resume}><a href={`#${routes.import()}`}>{t('import.resume', { file: fileName })}</a></p>;
}
