import { useMemo } from 'react';
import { useT } from '../i18n/index.ts';
import type { FigureWords } from './figure-table.ts';

/** The headings of tables of figures in the interface's language. */
export function useFigureWords(): FigureWords {
  const t = useT();
  return useMemo(() => ({ name: t('words.indicator'), base: t('words.base'), target: t('words.target'), reason: t('words.reason'), plan: { plan: t('words.plan.plan'), revised: t('words.plan.revised') } }), [t]);
}
