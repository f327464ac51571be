import { memo, type ReactNode } from 'react';
import { useT, type MessageKey } from '../../i18n/index.ts';
import { ja } from '../../i18n/import.ts';
import { CityTag } from '../../shared/city-tag.tsx';
import { InlineEdit } from '../../shared/inline-edit.tsx';
import type { PreviewMeeting, PreviewMember, PreviewRow } from '../../../electron/contract/preview/preview.ts';
import type { Editing } from './preview-screen.tsx';
import { SplitText } from './split-text.tsx';
import type { Corrections } from './use-corrections.ts';
import classes from './row-line.module.css';

type LineProps = {
  /** Where it stands in the list (see places.ts). */
  place: string;
  selected: boolean;
  /** Whether Tab stops at this row (the active one). */
  tabStop: boolean;
  editing: Editing['what'] | null;
  corrections: Corrections;
  onEndEdit: () => void;
};

/** One recognised record: its number to be, its text, its cities, and why it should be looked at. */
export const RowLine = memo(function RowLine({ row, child, number, heading = false, kind = false, place, editing, corrections, onEndEdit, ...rest }: LineProps & {
  row: PreviewRow;
  child: boolean;
  number: string;
  heading?: boolean;
  /** Says its kind, where no heading above does. */
  kind?: boolean;
}) {
  const t = useT();
  return (
    <Line place={place} left={row.left} child={child} heading={heading} number={number} {...rest}>
      {kind ? <span className={classes.topics}>{t(`words.record.${row.kind}`)}</span> : null}
      {editing === 'text' ? (
        <InlineEdit value={row.text} label={t('import.editText')} onSave={(text) => corrections.setText(row.key, text)} onClose={onEndEdit} />
      ) : editing === 'split' ? (
        <SplitText text={row.text} onSplit={(at) => { corrections.split(row.key, at); onEndEdit(); }} onCancel={onEndEdit} />
      ) : (
        <span className={classes.text}>{row.text}</span>
      )}
      {editing === 'cities' ? (
        <InlineEdit singleLine allowEmpty value={row.cities.join('、')} label={t('import.cities')} placeholder={t('import.citiesPlaceholder')} onSave={(cities) => corrections.setCities(row.key, cities)} onClose={onEndEdit} />
      ) : row.cities.length > 0 ? (
        <span className={classes.cities}>{row.cities.map((city) => <CityTag key={city} city={city} />)}</span>
      ) : null}
      {row.doubt !== null && !row.left ? <DoubtLine code={row.doubt} /> : null}
    </Line>
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
    <Line place={place} left={meeting.left} {...rest}>
      <span className={classes.meeting}>
        <span className={classes.date}>
          {editing === 'date' ? (
            <InlineEdit singleLine value={dateRaw} label={t('import.date')} placeholder={t('import.datePlaceholder')} onSave={(written) => corrections.setDate(meeting.key, written)} onClose={onEndEdit} />
          ) : dateRaw}
          {start === null && end === null ? null : <span className={classes.topics}>{start === end ? start : `${start ?? ''} – ${end ?? ''}`}</span>}
        </span>
        {editing === 'text' ? (
          <InlineEdit singleLine value={meeting.label} label={t('import.editText')} onSave={(text) => corrections.setText(meeting.key, text)} onClose={onEndEdit} />
        ) : <span className={classes.text}>{meeting.label}</span>}
      </span>
      {meeting.topics ? <span className={classes.topics}>{meeting.topics}</span> : null}
      {meeting.doubt !== null && !meeting.left ? <DoubtLine code={meeting.doubt} /> : null}
    </Line>
  );
});

/** A member with role, affiliation and field. */
export function MemberLine({ member, place, editing, corrections, onEndEdit, ...rest }: LineProps & { member: PreviewMember }) {
  const t = useT();
  return (
    <Line place={place} left={member.left} {...rest}>
      {editing === 'text' ? (
        <InlineEdit singleLine value={member.name} label={t('import.editText')} onSave={(text) => corrections.setText(member.key, text)} onClose={onEndEdit} />
      ) : <span className={classes.text}>{member.name}</span>}
      <span className={classes.topics}>{[t(`words.role.${member.role}`), member.affiliation, member.field].filter((word) => word !== '').join('　')}</span>
    </Line>
  );
}

function Line({ place, selected, tabStop, left, child = false, heading = false, number = '', children }: Pick<LineProps, 'place' | 'selected' | 'tabStop'> & {
  left: boolean;
  child?: boolean;
  heading?: boolean;
  number?: string;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <div
      role="row"
      data-row={place}
      data-left={left || undefined}
      data-child={child || undefined}
      data-heading={heading || undefined}
      aria-selected={selected}
      tabIndex={tabStop ? 0 : -1}
      className={classes.line}
    >
      <div role="gridcell" className={classes.cell}>
        <span className={classes.number}>{number}</span>
        <span className={classes.body}>{children}</span>
        {left ? <span className={classes.leftOut}>{t('import.leftOutMark')}</span> : null}
      </div>
    </div>
  );
}
