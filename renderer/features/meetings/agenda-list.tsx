import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import type { Item } from '../../../electron/contract/board.ts';
import type { AgendaItem } from '../../../electron/contract/meetings.ts';
import { useT } from '../../i18n/index.ts';
import { AddRow } from '../../shared/add-row.tsx';
import { InlineEdit } from '../../shared/inline-edit.tsx';
import { isComposing } from '../../shared/keys.ts';
import { rowOf } from '../../shared/rows.ts';
import { SortableList } from '../../shared/sortable-list.tsx';
import { useRemovedNotice } from '../../shared/undo-notice.tsx';
import { useCommand } from '../../shared/use-operation.ts';
import { readAgendaLine, writeAgendaLine } from './agenda-line.ts';
import classes from './room.module.css';

export type AgendaListProps = {
  committeeId: string;
  meetingId: string;
  agenda: readonly AgendaItem[];
  current: string | null;
  items: readonly Item[];
  /** The share of its planned time that the current item has used; null where none was planned. */
  used: number | null;
  onTakeUp: (id: string) => void;
};

/** The agenda: which item the meeting is at, how its time runs, and what it is about. */
export function AgendaList({ committeeId, meetingId, agenda, current, items, used, onTakeUp }: AgendaListProps) {
  const t = useT();
  const [editing, setEditing] = useState<string | null>(null);
  const { run: add } = useCommand('agenda.add');
  const { run: update } = useCommand('agenda.update');
  const { run: move } = useCommand('agenda.move');
  const { run: remove } = useCommand('agenda.remove');
  const removed = useRemovedNotice(committeeId);

  const closeEdit = (id: string) => {
    setEditing(null);
    requestAnimationFrame(() => rowOf(document, 'data-agenda', id)?.focus());
  };
  const removeItem = (item: AgendaItem) => void remove({ committeeId, id: item.id }).then(() => removed(item.title, 'agenda.remove'));
  const toggleDone = (item: AgendaItem) => void update({ committeeId, id: item.id, state: item.state === 'done' ? 'open' : 'done' });
  const onKeyDown = (event: KeyboardEvent, item: AgendaItem) => {
    if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'F2') setEditing(item.id);
    else if (event.key === ' ') toggleDone(item);
    else if (event.key === 'Delete' || event.key === 'Backspace') removeItem(item);
    else return;
    event.preventDefault();
  };
  const toggleItem = (agendaItem: AgendaItem, id: string) => {
    const rest = agendaItem.itemIds.filter((each) => each !== id);
    void update({ committeeId, id: agendaItem.id, itemIds: rest.length < agendaItem.itemIds.length ? rest : [...agendaItem.itemIds, id] });
  };
  const about = (item: AgendaItem) => {
    const numbers = item.itemIds.map((id) => items.find((each) => each.id === id)?.number ?? '').join('');
    return [numbers === '' ? '' : t('meeting.aboutItems', { numbers }), item.notes === 0 ? '' : t('board.notesCount', { n: item.notes })].filter((text) => text !== '').join('　');
  };

  return (
    <>
      <SortableList items={agenda} idOf={(item) => item.id} label={t('meeting.agenda')} onMove={(id, afterId) => move({ committeeId, id, afterId })}>
        {(item) => {
          const isCurrent = item.id === current;
          return (
            <div className={`row ${classes.agenda}`} data-current={isCurrent || undefined}>
              {editing === item.id ? (
                <div className={`row-button ${classes.agendaEdit}`}>
                  <span className={classes.agendaNumber}>{item.number}</span>
                  <InlineEdit value={writeAgendaLine(item)} singleLine label={t('meeting.agendaTitle')} onSave={(line) => update({ committeeId, id: item.id, ...readAgendaLine(line) })} onClose={() => closeEdit(item.id)} />
                </div>
              ) : (
                <button type="button" data-agenda={item.id} className={`row-button ${classes.agendaRow}`} aria-current={isCurrent ? 'step' : undefined} title={t('meeting.agendaKeys')} onClick={() => onTakeUp(item.id)} onKeyDown={(event) => onKeyDown(event, item)}>
                  <span className={classes.agendaNumber}>{item.number}</span>
                  <span className={classes.agendaTitle}>{item.title}</span>
                  {item.state === 'done' ? <span className={classes.done}>{t('words.agenda.done')}</span> : item.minutes === null ? null : <span>{t('common.minutes', { n: item.minutes })}</span>}
                  {about(item) === '' ? null : <span className={classes.about}>{about(item)}</span>}
                  {isCurrent && used !== null ? (
                    <span className={classes.bar} role="img" aria-label={t('meeting.used', { percent: Math.round(used * 100) })} data-over={used > 1 || undefined}>
                      <span style={{ width: `${Math.min(1, used) * 100}%` }} />
                    </span>
                  ) : null}
                </button>
              )}
              <Menu>
                <Menu.Target>
                  <button type="button" className="row-menu" aria-label={t('meeting.agendaActions', { item: item.title })}><IconDots size={16} /></button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => setEditing(item.id)} rightSection="F2">{t('meeting.editAgenda')}</Menu.Item>
                  <Menu.Item onClick={() => toggleDone(item)} rightSection="Space">{t(item.state === 'done' ? 'meeting.notDone' : 'meeting.markDone')}</Menu.Item>
                  <Menu.Item onClick={() => removeItem(item)} rightSection="Del">{t('common.remove')}</Menu.Item>
                  {items.length === 0 ? null : <Menu.Label>{t('meeting.linkedItems')}</Menu.Label>}
                  {items.map((each) => (
                    <Menu.CheckboxItem key={each.id} checked={item.itemIds.includes(each.id)} onChange={() => toggleItem(item, each.id)}>
                      {each.number} {each.title}
                    </Menu.CheckboxItem>
                  ))}
                </Menu.Dropdown>
              </Menu>
            </div>
          );
        }}
      </SortableList>
      <AddRow
        label={t('meeting.addAgenda')}
        name={`meeting.agenda.${meetingId}`}
        fieldLabel={t('meeting.newAgenda')}
        placeholder={t('meeting.newAgendaHint')}
        onAdd={(line) => add({ committeeId, meetingId, ...readAgendaLine(line) })}
      />
    </>
  );
}
