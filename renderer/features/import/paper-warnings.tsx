import type { PaperWarning } from '../../../electron/contract/papers.ts';
import { useT, type Translate } from '../../i18n/index.ts';
import classes from './preview-screen.module.css';

/** What a person should know of a file that was read nonetheless, a sentence each. */
export function PaperWarnings({ warnings }: { warnings: readonly PaperWarning[] }) {
  const t = useT();
  if (warnings.length === 0) return null;
  return <ul className={classes.warnings}>{warnings.map((warning) => <li key={warning.code}>△ {sentenceFor(t, warning)}</li>)}</ul>;
}

function sentenceFor(t: Translate, { code, count, pages }: PaperWarning): string {
  if (code === 'pages-without-text') return t('import.warning.pages-without-text', { pages: pageNumbers(pages ?? []), n: count ?? pages?.length ?? 0 });
  return t(`import.warning.${code}`, { n: count ?? 0 });
}

/** 「3、5–8」: runs of pages said by their ends. */
export function pageNumbers(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && page <= last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、');
}
