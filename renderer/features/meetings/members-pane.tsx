import { useState, type KeyboardEvent } from 'react';
import type { InputOf } from '../../../electron/contract/index.ts';
import type { Member } from '../../../electron/contract/meetings.ts';
import { MEMBER_ROLES } from '../../../db/domain/words.ts';
import type { MemberRole } from '../../../db/domain/words.ts';
import { invoke } from '../../app/api.ts';
import { useT } from '../../i18n/index.ts';
import { AddRow } from '../../shared/add-row.tsx';
import { isComposing } from '../../shared/keys.ts';
import { SectionLabel } from '../../shared/section-label.tsx';
import { SortableList } from '../../shared/sortable-list.tsx';
import { useRemovedNotice } from '../../shared/undo-notice.tsx';
import { useCommand, useRead } from '../../shared/use-operation.ts';
import { readMemberLines } from './member-lines.ts';
import { SavedField } from './saved-field.tsx';
import classes from './members-pane.module.css';

/** The committee's members in the order of its list: add (or paste a list), edit, put in order, remove. */
export function MembersPane({ committeeId, focusId }: { committeeId: string; focusId?: string | undefined }) {
  const t = useT();
  const { data: members = [] } = useRead('members.list', { committeeId });
  const [editing, setEditing] = useState<string | null>(focusId ?? null);
  const { run: add } = useCommand('members.add');
  const { run: move } = useCommand('members.move');
  const { run: remove } = useCommand('members.remove');
  const removed = useRemovedNotice(committeeId);

  const addAll = async (lines: string) => {
    for (const member of readMemberLines(lines)) await add({ committeeId, ...member });
  };
  const onKeyDown = (event: KeyboardEvent, member: Member) => {
    if (isComposing(event) || event.altKey || (event.key !== 'Delete' && event.key !== 'Backspace')) return;
    event.preventDefault();
    void remove({ committeeId, id: member.id }).then(() => removed(member.name, 'members.remove'));
  };
  return (
    <section aria-label={t('meeting.members')}>
      <SectionLabel count={members.length}>{t('meeting.members')}</SectionLabel>
      <SortableList items={members} idOf={(member) => member.id} label={t('meeting.members')} onMove={(id, afterId) => move({ committeeId, id, afterId })}>
        {(member) => (
          <div data-open={member.id === editing || undefined} className={classes.row}>
            <button type="button" className={`row-button ${classes.member}`} aria-expanded={member.id === editing} title={t('meeting.memberKeys')} onClick={() => setEditing(member.id === editing ? null : member.id)} onKeyDown={(event) => onKeyDown(event, member)}>
              <span>{member.role === 'chair' ? '◎' : member.role === 'vice-chair' ? '○' : ''}{member.name}</span>
              <span className={classes.role}>{t(`words.role.${member.role}`)}</span>
              {member.affiliation === '' && member.field === '' ? null : <span className={classes.from}>{[member.affiliation, member.field].filter((text) => text !== '').join('　')}</span>}
            </button>
            {member.id === editing ? <MemberForm committeeId={committeeId} member={member} /> : null}
          </div>
        )}
      </SortableList>
      <AddRow
        label={t('meeting.addMember')}
        name={`members.${committeeId}`}
        fieldLabel={t('meeting.newMember')}
        placeholder={t('meeting.newMemberHint')}
        hint={t('meeting.pasteMembers')}
        onAdd={addAll}
      />
    </section>
  );
}

function MemberForm({ committeeId, member }: { committeeId: string; member: Member }) {
  const t = useT();
  const save = (change: Omit<InputOf<'members.update'>, 'committeeId' | 'id'>) => invoke('members.update', { committeeId, id: member.id, ...change });
  const { run: setRole } = useCommand('members.update');
  return (
    <div className={classes.form}>
      <SavedField label={t('meeting.memberName')} value={member.name} hint={t('meeting.memberNameHint')} autoFocus onSave={(name) => save({ name })} />
      <div className={classes.roles} role="radiogroup" aria-label={t('meeting.role')}>
        {MEMBER_ROLES.map((role: MemberRole) => (
          <label key={role}>
            <input type="radio" name="role" checked={member.role === role} onChange={() => void setRole({ committeeId, id: member.id, role })} /> {t(`words.role.${role}`)}
          </label>
        ))}
      </div>
      <SavedField label={t('meeting.affiliation')} value={member.affiliation} onSave={(affiliation) => save({ affiliation })} />
      <SavedField label={t('meeting.field')} value={member.field} onSave={(field) => save({ field })} />
    </div>
  );
}
