import { memo } from 'react';
import { useT, type MessageKey } from '../../i18n/index.ts';
import { ja } from '../../i18n/import.ts';
import { CityTag } from '../../shared/city-tag.tsx';
import { InlineEdit } from '../../shared/inline-edit.tsx';
import { RecordLine, type RecordLineProps } from '../../shared/record-line.tsx';
import { SpokenText } from '../../shared/spoken-text.tsx';
import type { PreviewMeeting, PreviewMember, PreviewRow } from '../../../electron/contract/preview/preview.ts';
import type { Editing } from './preview-screen.tsx';
import { SplitText } from './split-text.tsx';
import type { Corrections } from './use-corrections.ts';
import classes from '../../shared/record-line.module.css';

/** `place`: see places.ts. */
type LineProps = RecordLineProps & {
  editing: Editing['what'] | null;
  corrections: Corrections;
  onEndEdit: () => void;
};

/** One recognised record: its number to be, its text, its cities, and why it should be looked at. */
export const RowLine = memo(function RowLine({ row, child, number, heading = false, kind = false, place, editing, corrections, onEndEdit, ...rest }: LineProps & {
  row: PreviewRow;
  child: boolean;
  number?: string;
  heading?: boolean;
  /** Says its kind, where no heading above does. */
  kind?: boolean;
}) {
  const t = useT();
  return (
    <RecordLine place={place} left={row.left} child={child} heading={heading} {...(number === undefined ? {} : { number })} {...rest}>
      {editing === 'speaker' ? (
        <InlineEdit singleLine allowEmpty value={row.speaker} label={t('words.speaker')} placeholder={t('words.speaker')} onSave={(speaker) => corrections.setSpeaker(row.key, speaker)} onClose={onEndEdit} />
      ) : null}
      <SpokenText
        kind={kind ? t(`words.record.${row.kind}`) : ''}
        speaker={editing === 'speaker' ? '' : row.speaker}
        field={
          editing === 'text' ? <InlineEdit value={row.text} label={t('import.editText')} onSave={(text) => corrections.setText(row.key, text)} onClose={onEndEdit} />
          : editing === 'split' ? <SplitText text={row.text} onSplit={(at) => { corrections.split(row.key, at); onEndEdit(); }} onCancel={onEndEdit} />
          : null
        }
      >
        {row.text}
      </SpokenText>
      {editing === 'cities' ? (
        <InlineEdit singleLine allowEmpty value={row.cities.join('、')} label={t('import.cities')} placeholder={t('import.citiesPlaceholder')} onSave={(cities) => corrections.setCities(row.key, cities)} onClose={onEndEdit} />
      ) : row.cities.length > 0 ? (
        <span className={classes.cities}>{row.cities.map((city) => <CityTag key={city} city={city} />)}</span>
      ) : null}
      {row.doubt !== null && !row.left ? <DoubtLine code={row.doubt} /> : null}
    </RecordLine>
  );
});

function DoubtLine({ code }: { code: string }) {
  const t = useT();
  return <span className={classes.doubt}>△ {t(doubtKey(code))}</span>;
}

/** The sentence of a recogniser's doubt; a code this catalogue does not know yet is said in general. */
function doubtKey(code: string): Extract<MessageKey, `import.doubt.${string}`> {
  const known = Object.keys(ja).find((key): key is Extract<keyof typeof ja, `doubt.${string}`> => key === `doubt.${code}`);
  return `import.${known ?? 'doubt.other'}`;
}

/** A meeting with its date as written, how that was understood, and why it should be looked at. */
export const MeetingLine = memo(function MeetingLine({ meeting, place, editing, corrections, onEndEdit, ...rest }: LineProps & { meeting: PreviewMeeting }) {
  const t = useT();
  const { dateRaw, start, end } = meeting;
  return (
    <RecordLine place={place} left={meeting.left} {...rest}>
      <span className={classes.meeting}>
        <span className={classes.date}>
          {editing === 'date' ? (
            <InlineEdit singleLine value={dateRaw} label={t('import.date')} placeholder={t('import.datePlaceholder')} onSave={(written) => corrections.setDate(meeting.key, written)} onClose={onEndEdit} />
          ) : dateRaw}
          {start === null && end === null ? null : <span className={classes.topics}>{start === end ? start : `${start ?? ''} – ${end ?? ''}`}</span>}
          {meeting.flag === 'year-from-context' && meeting.doubt === null ? <span className={classes.topics}>{t('import.yearFromContext')}</span> : null}
        </span>
        {editing === 'text' ? (
          <InlineEdit singleLine value={meeting.label} label={t('import.editText')} onSave={(text) => corrections.setText(meeting.key, text)} onClose={onEndEdit} />
        ) : <span className={classes.text}>{meeting.label}</span>}
      </span>
      {meeting.topics ? <span className={classes.topics}>{meeting.topics}</span> : null}
      {meeting.doubt !== null && !meeting.left ? <DoubtLine code={meeting.doubt} /> : null}
    </RecordLine>
  );
});

/** A member with role, affiliation and field. */
export function MemberLine({ member, place, editing, corrections, onEndEdit, ...rest }: LineProps & { member: PreviewMember }) {
  const t = useT();
  return (
    <RecordLine place={place} left={member.left} {...rest}>
      {editing === 'text' ? (
        <InlineEdit singleLine value={member.name} label={t('import.editText')} onSave={(text) => corrections.setText(member.key, text)} onClose={onEndEdit} />
      ) : (
        <span className={classes.text}>
          {member.name}
          <span className={classes.beside}>{[t(`words.role.${member.role}`), member.affiliation, member.field].filter((word) => word !== '').join('　')}</span>
        </span>
      )}
    </RecordLine>
  );
}
