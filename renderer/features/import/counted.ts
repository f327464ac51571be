import type { RecordCounts } from '../../../electron/contract/papers.ts';
import type { PreviewCounts } from '../../../electron/contract/preview/preview.ts';
import type { Translate } from '../../i18n/index.ts';

const said = (t: Translate, counts: readonly (readonly [what: string, n: number])[]) =>
  counts.filter(([, n]) => n > 0).map(([what, n]) => t('import.counted', { what, n })).join('・');

/** 「審議事項 3・課題 14・記載 24・指標 6」: what a preview becomes; empty where it becomes nothing. */
export function previewSaid(t: Translate, { items, points, childLines, excerpts, indicators, actions, meetings, members }: PreviewCounts): string {
  return said(t, [
    [t('words.item'), items],
    [t('words.short.viewpoint'), points.viewpoint + childLines.viewpoint],
    [t('words.short.issue'), points.issue + childLines.issue],
    [t('words.short.example'), points.example + childLines.example],
    [t('words.indicator'), indicators],
    [t('words.action'), actions],
    [t('words.meeting'), meetings],
    [t('import.members'), members],
    [t('words.excerpt'), excerpts],
  ]);
}

/** The same of what was made. */
export function madeSaid(t: Translate, { items, points, excerpts, indicators, actions, meetings, members }: RecordCounts): string {
  return said(t, [
    [t('words.item'), items], [t('words.points'), points], [t('words.indicator'), indicators], [t('words.action'), actions],
    [t('words.meeting'), meetings], [t('import.members'), members], [t('words.excerpt'), excerpts],
  ]);
}
