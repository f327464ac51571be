import type { SourceRange } from '../../../electron/contract/recognised.ts';
import type { Preview } from '../../../electron/contract/preview/preview.ts';
import { belonging, type LineRecords } from '../../shared/records-of-lines.ts';

/** What a person made of lines that the reading missed is named apart from what was read. */
const BY_HAND = 'n';
export const isByHand = ({ key }: { key: string }): boolean => key.startsWith(BY_HAND);

const startOf = ({ ranges }: { ranges: readonly SourceRange[] }) => ranges[0]?.start ?? 0;

/** Puts records where the paper has them among their like. */
export function inPaperOrder<T extends { ranges: readonly SourceRange[] }>(all: readonly T[], added: readonly T[]): T[] {
  return added.reduce<T[]>((list, one) => list.toSpliced(list.findLastIndex((other) => startOf(other) <= startOf(one)) + 1, 0, one), [...all]);
}

/** Adds what was made of lines of the paper. @returns the key of the first of it as well */
export function addLines(preview: Preview, { rows, indicators, actions }: LineRecords): { preview: Preview; key: string | null } {
  const all = [...preview.rows, ...preview.indicators, ...preview.actions].filter(isByHand);
  let last = Math.max(0, ...all.map(({ key }) => Number.parseInt(key.slice(BY_HAND.length), 10)));
  const key = () => `${BY_HAND}${(last += 1)}`;
  const known = preview.rows.map((row) => ({ key: row.key, kind: row.kind, start: startOf(row), item: row.item, section: row.section }));
  const made = {
    rows: rows.map((row) => ({ ...row, ...belonging(row.kind, startOf(row), known), key: key(), cities: [], doubt: null, left: false })),
    indicators: indicators.map((one) => ({ ...one, key: key(), left: false })),
    actions: actions.map((one) => ({ ...one, key: key(), left: false })),
  };
  return {
    key: [...made.rows, ...made.indicators, ...made.actions][0]?.key ?? null,
    preview: { ...preview, rows: inPaperOrder(preview.rows, made.rows), indicators: inPaperOrder(preview.indicators, made.indicators), actions: inPaperOrder(preview.actions, made.actions) },
  };
}
