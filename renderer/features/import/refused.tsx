import { useT } from '../../i18n/index.ts';
import { useStore } from '../../shared/store.ts';
import { forgetRefused, importStore } from './import-session.ts';
import classes from './refused.module.css';

/** The papers that could not be taken in, each with why and what to do; the others go on. */
export function Refused() {
  const t = useT();
  const { entries } = useStore(importStore);
  const refused = entries.filter((entry) => entry.state === 'refused');
  if (refused.length === 0) return null;
  return (
    <section role="alert" className={classes.refused}>
      <div className={classes.head}>
        <h2>{t('import.refusedTitle')}　{refused.length}</h2>
        <button type="button" className="quiet" onClick={forgetRefused}>{t('common.close')}</button>
      </div>
      <ul>
        {refused.map(({ id, fileName, sentence }) => <li key={id}><b>{fileName}</b>　{sentence}</li>)}
      </ul>
    </section>
  );
}
