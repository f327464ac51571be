import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { sentenceOf } from '../../app/api.ts';
import { useViewMemory } from '../../app/preferences.ts';
import { go, routes } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { useCommand, useRead } from '../../shared/use-operation.ts';
import { DraftBench } from './draft-bench.tsx';

/** 方針案: the draft of the address, else the one that was written last. */
export default function DraftScreen({ committeeId, draftId }: { committeeId: string; draftId: string | null }) {
  const t = useT();
  const drafts = useRead('drafts.list', { committeeId });
  const add = useCommand('drafts.add');
  const [lastId, setLastId] = useViewMemory(`draft.last.${committeeId}`, '');
  const list = drafts.data ?? [];
  const draft = list.find(({ id }) => id === draftId) ?? list.find(({ id }) => id === lastId) ?? list[0];
  const currentId = draft?.id ?? '';
  useEffect(() => {
    if (currentId !== '' && currentId !== lastId) setLastId(currentId);
  }, [currentId, lastId, setLastId]);

  if (drafts.error) return <main><EmptyState title={t('common.failedToRead')} hint={sentenceOf(drafts.error)}><Button onClick={() => void drafts.refetch()}>{t('common.tryAgain')}</Button></EmptyState></main>;
  if (!drafts.data) return <main />;
  if (!draft) {
    const start = async () => go(routes.draft(committeeId, (await add.run({ committeeId, title: t('draft.firstTitle') })).id));
    return <main><EmptyState title={t('draft.none')} hint={t('draft.noneHint')}><Button loading={add.pending} onClick={() => void start()}>{t('draft.start')}</Button></EmptyState></main>;
  }
  return <DraftBench key={draft.id} committeeId={committeeId} draft={draft} drafts={list} />;
}
