import { useLayoutEffect, useMemo } from 'react';
import type { CitationTarget } from '../../../electron/contract/drafts.ts';
import type { CitationLabels } from '../../editor/citation-node.ts';
import { useT } from '../../i18n/index.ts';
import type { Store } from '../../shared/store.ts';
import { useRead } from '../../shared/use-operation.ts';
import { citationLabels, noteGroups, pointGroups, TABS, type EvidenceGroup, type Tab } from './evidence.ts';

/** Everything a draft can cite, grouped for the right pane; `labels` is kept at what citations are called now. */
export function useEvidence(committeeId: string, targets: readonly CitationTarget[] | undefined, labels: Store<CitationLabels>) {
  const t = useT();
  const { data: points = NONE } = useRead('points.all', { committeeId });
  const { data: items = NONE } = useRead('items.list', { committeeId });
  const { data: notes = NONE } = useRead('notes.list', { committeeId });
  const { data: meetings = NONE } = useRead('meetings.list', { committeeId });
  const outside = t('draft.outsideItems');
  const gone = t('draft.gone');
  const groups = useMemo((): Record<Tab, EvidenceGroup[]> => ({
    issue: pointGroups('issue', items, points, outside),
    viewpoint: pointGroups('viewpoint', items, points, outside),
    example: pointGroups('example', items, points, outside),
    note: noteGroups(meetings, notes),
  }), [items, points, notes, meetings, outside]);
  // before the first paint, so that no citation shows without its name
  useLayoutEffect(() => {
    labels.set(citationLabels(targets ?? [], TABS.flatMap((tab) => groups[tab]), gone));
  }, [labels, targets, groups, gone]);
  const tabOf = (id: string): Tab | undefined => TABS.find((tab) => groups[tab].some((group) => group.entries.some((entry) => entry.id === id)));
  return { points, notes, groups, tabOf };
}

const NONE: readonly never[] = [];
