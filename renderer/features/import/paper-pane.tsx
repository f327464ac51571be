import { useMemo, type ComponentProps } from 'react';
import type { RecordKind, SourceRange } from '../../../electron/contract/recognised.ts';
import { useT, type Translate } from '../../i18n/index.ts';
import { PaperFace } from '../../shared/paper-face.tsx';
import type { MarginNote } from '../../shared/paper-marks.tsx';
import { isPointKind } from '../../../electron/contract/preview/preview.ts';
import type { Session } from './import-session.ts';

/** A recognised passage of the paper; one that is left out stands without a name in the margin. */
export type PaperPassage = { key: string; kind: RecordKind | 'meeting' | 'member' | 'indicator' | 'action'; left: boolean; ranges: readonly SourceRange[] };

/** The paper beside the preview: each passage names its kind in the margin and, pressed, selects its row. */
export function PaperPane({ session, passages, ...rest }: {
  session: Pick<Session, 'sha256' | 'text' | 'layout' | 'headings'>;
  passages: readonly PaperPassage[];
} & Pick<ComponentProps<typeof PaperFace>, 'active' | 'hovered' | 'onPress' | 'chosen' | 'onPoint' | 'onSelect'>) {
  const t = useT();
  const { sha256, text, layout, headings } = session;
  const ranges = useMemo(() => passages.flatMap(({ key, ranges: own }) => own.map((range) => ({ ...range, key }))), [passages]);
  const margin = useMemo(() => new Map(passages.flatMap(({ key, kind, left }): [string, MarginNote][] => (left ? [] : [[key, { label: shortName(kind, t) }]]))), [passages, t]);
  return <PaperFace sha256={sha256} text={text} layout={layout} headings={headings} label={t('import.paper')} passages={ranges} margin={margin} {...rest} />;
}

function shortName(kind: PaperPassage['kind'], t: Translate): string {
  if (kind === 'meeting') return t('words.meeting');
  if (kind === 'member') return t('words.role.member');
  if (kind === 'deliberation_item') return t('import.countItems');
  if (kind === 'indicator' || kind === 'action') return t(`words.short.${kind}`);
  return t(isPointKind(kind) ? `words.short.${kind}` : `words.record.${kind}`);
}
