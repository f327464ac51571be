import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { CommitteeSummary } from '../../../electron/contract/committees.ts';
import { invoke } from '../../app/api.ts';
import { useViewMemory } from '../../app/preferences.ts';
import { go, routes } from '../../app/routes.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { municipalityBefore } from '../../shared/committee-label.ts';
import { InlineEdit } from '../../shared/inline-edit.tsx';
import { Kbd } from '../../shared/kbd.tsx';
import { isTextField } from '../../shared/keys.ts';
import { arrowStep } from '../../shared/rows.ts';
import { showUndoNotice, shortened } from '../../shared/undo-notice.tsx';
import { useCommand } from '../../shared/use-operation.ts';
import { whenSaid } from '../../shared/when.ts';
import { sortCommittees, type CommitteeSort } from './sort-committees.ts';
import type { Ways } from './ways.tsx';
import classes from './shelf.module.css';

type Field = 'name' | 'municipality';

/** Every committee on this computer: what it is called, how far it is, when it last changed. */
export function CommitteeList({ committees, ways }: { committees: readonly CommitteeSummary[]; ways: Ways }) {
  const t = useT();
  const [kept, setSort] = useViewMemory('shelf.sort', 'change');
  const sort: CommitteeSort = kept === 'name' ? 'name' : 'change';
  const [editing, setEditing] = useState<{ id: string; field: Field } | null>(null);
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    // the arrow keys work from the first moment, unless the person is elsewhere already
    if (document.activeElement === document.body) list.current?.querySelector('a')?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isTextField(event.target)) return;
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const now = links.findIndex((link) => link.closest('li')?.contains(document.activeElement));
    const step = arrowStep(event);
    if (step !== 0) links[Math.min(links.length - 1, Math.max(0, now + step))]?.focus();
    else if (event.key === 'F2' && now >= 0) setEditing({ id: links[now]?.dataset['id'] ?? '', field: 'name' });
    else return;
    event.preventDefault();
  };

  return (
    <section>
      <div className={classes.head}>
        <h1 className={classes.title}>{t('shelf.committees')}<span className={classes.count}>{committees.length}</span></h1>
        <div className={classes.actions}>
          <button type="button" className="quiet" onClick={() => setSort(sort === 'name' ? 'change' : 'name')}>
            {t('shelf.sort', { order: t(sort === 'name' ? 'shelf.sortByName' : 'shelf.sortByChange') })}
          </button>
          <Button size="xs" variant="default" onClick={ways.sample}>{t('shelf.openSample')}</Button>
          <Button size="xs" variant="default" rightSection={<Kbd keys="n" />} onClick={ways.create}>{t('shelf.newCommittee')}</Button>
          <Button size="xs" rightSection={<Kbd keys="mod+o" />} onClick={ways.import}>{t('import.open')}</Button>
        </div>
      </div>
      <ul ref={list} className={classes.list} onKeyDown={onKeyDown}>
        {sortCommittees(committees, sort).map((committee) => (
          <CommitteeLine
            key={committee.id}
            committee={committee}
            editing={editing?.id === committee.id ? editing.field : null}
            onEdit={(field) => setEditing({ id: committee.id, field })}
            onEndEdit={() => {
              setEditing(null);
              list.current?.querySelector<HTMLElement>(`a[data-id="${committee.id}"]`)?.focus();
            }}
          />
        ))}
      </ul>
    </section>
  );
}

function CommitteeLine({ committee, editing, onEdit, onEndEdit }: {
  committee: CommitteeSummary;
  editing: Field | null;
  onEdit: (field: Field) => void;
  onEndEdit: () => void;
}) {
  const t = useT();
  const language = useLanguage();
  const update = useCommand('committees.update');
  const remove = useCommand('committees.remove');
  const { id, name, municipality, issues, openIssues, changedAt } = committee;

  const removeWithUndo = async () => {
    await remove.run({ committeeId: id });
    showUndoNotice({
      message: t('common.removed', { what: shortened(name) }),
      committeeId: id,
      origin: 'committees.remove',
      undo: () => invoke('committees.restore', { committeeId: id }),
    });
  };
  return (
    <li className={classes.line}>
      {editing ? (
        <div className={classes.name}>
          <InlineEdit
            key={editing}
            singleLine
            allowEmpty={editing === 'municipality'}
            value={editing === 'name' ? name : municipality}
            label={t(editing === 'name' ? 'shelf.name' : 'shelf.municipality')}
            onSave={(text) => update.run({ committeeId: id, [editing]: text })}
            onClose={onEndEdit}
          />
        </div>
      ) : (
        <a className={classes.name} href={`#${routes.board(id)}`} data-id={id}>
          <span>{name}</span>
          {committee.sample ? <span className={classes.sample}>{t('shelf.sample')}</span> : null}
          <span className={classes.municipality}>{municipalityBefore(committee)}</span>
        </a>
      )}
      <span className={classes.counts} onClick={() => go(routes.board(id))}>{t('shelf.counts', { items: committee.items, issues, meetings: committee.meetings, papers: committee.papers })}</span>
      <span className={classes.state} data-state={issues === 0 ? 'none' : openIssues > 0 ? 'open' : 'done'}>
        {issues === 0 ? t('shelf.noIssues') : openIssues > 0 ? `○ ${t('shelf.openIssues', { n: openIssues })}` : `● ${t('shelf.allAnswered')}`}
      </span>
      <span className={classes.changed}>{changedAt ? t('shelf.changed', { when: whenSaid(changedAt, t, language) }) : t('shelf.neverChanged')}</span>
      <Menu>
        <Menu.Target><ActionIcon aria-label={t('shelf.actionsOf', { name })}><IconDots size={18} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item rightSection={<Kbd keys="F2" />} onClick={() => onEdit('name')}>{t('common.rename')}</Menu.Item>
          <Menu.Item onClick={() => onEdit('municipality')}>{t('shelf.changeMunicipality')}</Menu.Item>
          <Menu.Item onClick={() => void removeWithUndo()}>{t('common.remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
