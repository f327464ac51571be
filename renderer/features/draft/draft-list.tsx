import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Draft } from '../../../electron/contract/drafts.ts';
import { DRAFT_EDITIONS } from '../../../db/domain/words.ts';
import { go, routes } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { InlineEdit } from '../../shared/inline-edit.tsx';
import { SectionLabel } from '../../shared/section-label.tsx';
import { useRemovedNotice } from '../../shared/undo-notice.tsx';
import { useCommand } from '../../shared/use-operation.ts';
import classes from './contents.module.css';

/** 版: the committee's drafts with their editions; one is being written, any can be named, made a new edition of, removed. */
export function DraftList({ committeeId, drafts, currentId }: { committeeId: string; drafts: readonly Draft[]; currentId: string }) {
  const t = useT();
  const [renaming, setRenaming] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const add = useCommand('drafts.add');
  const update = useCommand('drafts.update');
  return (
    <section>
      <SectionLabel
        count={drafts.length}
        aside={<ActionIcon aria-label={t('draft.addDraft')} title={t('draft.addDraft')} onClick={() => setAdding(true)}><IconPlus size={16} /></ActionIcon>}
      >
        {t('draft.editions')}
      </SectionLabel>
      <ul className={classes.drafts}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            {renaming === draft.id ? (
              <div className={classes.editing}>
                <InlineEdit
                  value={draft.title}
                  label={t('draft.draftName')}
                  singleLine
                  onSave={(title) => update.run({ committeeId, id: draft.id, title })}
                  onClose={() => setRenaming(null)}
                />
              </div>
            ) : (
              <>
                <button
                  type="button"
                  className={`row-button ${classes.draft}`}
                  aria-current={draft.id === currentId ? 'page' : undefined}
                  onClick={() => go(routes.draft(committeeId, draft.id))}
                  onDoubleClick={() => setRenaming(draft.id)}
                >
                  <span>{draft.title}</span>
                  <small>{t(`words.edition.${draft.edition}`)}　{draft.id === currentId ? t('draft.editing') : t('draft.characters', { n: draft.characters.toLocaleString('ja-JP') })}</small>
                </button>
                <DraftMenu committeeId={committeeId} draft={draft} onRename={() => setRenaming(draft.id)} />
              </>
            )}
          </li>
        ))}
        {adding ? (
          <li>
            <div className={classes.editing}>
              <InlineEdit
                value=""
                label={t('draft.newDraftName')}
                placeholder={t('draft.newDraftName')}
                singleLine
                onSave={async (title) => go(routes.draft(committeeId, (await add.run({ committeeId, title })).id))}
                onClose={() => setAdding(false)}
              />
            </div>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function DraftMenu({ committeeId, draft, onRename }: { committeeId: string; draft: Draft; onRename: () => void }) {
  const t = useT();
  const update = useCommand('drafts.update');
  const remove = useCommand('drafts.remove');
  const removed = useRemovedNotice(committeeId);
  const removeDraft = async () => {
    await remove.run({ committeeId, id: draft.id });
    removed(draft.title, 'drafts.remove');
  };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={t('draft.draftActions', { title: draft.title })}><IconDots size={16} /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onRename}>{t('common.rename')}</Menu.Item>
        {DRAFT_EDITIONS.filter((edition) => edition !== draft.edition).map((edition) => (
          <Menu.Item key={edition} onClick={() => void update.run({ committeeId, id: draft.id, edition })}>
            {t('draft.changeEdition', { edition: t(`words.edition.${edition}`) })}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void removeDraft()}>{t('draft.removeDraft')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
