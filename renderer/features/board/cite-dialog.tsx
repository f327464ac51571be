import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Point } from '../../../electron/contract/board.ts';
import { citedIds, plainText } from '../../../db/domain/clause-content.ts';
import { routes, useGo } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { PickerDialog } from '../../shared/picker-dialog.tsx';
import { shortened } from '../../shared/undo-notice.tsx';
import { useCommand, useRead } from '../../shared/use-operation.ts';

/** Cites points into a clause of the draft, or takes the citation out of one that has it. */
export function CiteDialog({ committeeId, points, title, onClose }: { committeeId: string; points: readonly Point[]; title: string; onClose: () => void }) {
  const t = useT();
  const go = useGo();
  const [chosenDraft, setChosenDraft] = useState<string | null>(null);
  const { data: drafts = [], isPending } = useRead('drafts.list', { committeeId });
  const draftId = chosenDraft ?? drafts[0]?.id ?? '';
  const draft = useRead('drafts.get', { committeeId, id: draftId }, { enabled: draftId !== '' });
  const { run: cite } = useCommand('clauses.cite');
  const { run: uncite } = useCommand('clauses.uncite');
  if (isPending || (draftId !== '' && draft.isPending)) return null;

  const clauses = draft.data?.clauses ?? [];
  const citing = (id: string) => {
    const clause = clauses.find((each) => each.id === id);
    const cited = clause === undefined ? [] : citedIds(clause.content);
    return points.every((point) => cited.includes(point.id));
  };
  const onPick = async (clauseId: string) => {
    const run = citing(clauseId) ? uncite : cite;
    for (const point of points) await run({ committeeId, clauseId, targetId: point.id });
  };
  return (
    <PickerDialog
      title={title}
      several
      options={clauses.map((clause) => ({
        id: clause.id,
        lead: clause.label,
        text: shortened(plainText(clause.content), 80),
        checked: citing(clause.id),
      }))}
      above={
        drafts.length < 2 ? null : (
          <select aria-label={t('words.draft')} value={draftId} onChange={(event) => setChosenDraft(event.currentTarget.value)}>
            {drafts.map((each) => <option key={each.id} value={each.id}>{each.title}</option>)}
          </select>
        )
      }
      nothing={
        <EmptyState title={t('board.noDraft')} hint={t('board.noDraftHint')}>
          <Button onClick={() => go(routes.draft(committeeId))}>{t('board.goToDraft')}</Button>
        </EmptyState>
      }
      onPick={onPick}
      onClose={onClose}
    />
  );
}
