import { useCallback } from 'react';
import type { Point } from '../../../electron/contract/board.ts';
import { useT } from '../../i18n/index.ts';

/** The short form of a point: 「課題②」; of a child line, which has no number, its kind alone. */
export function usePointLabel(): (point: Pick<Point, 'kind' | 'number'>) => string {
  const t = useT();
  return useCallback((point) => (point.number === '' ? t(`words.short.${point.kind}`) : t('words.numbered', { kind: t(`words.short.${point.kind}`), number: point.number })), [t]);
}
