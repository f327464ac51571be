import { IconArrowUpRight } from '@tabler/icons-react';
import { memo } from 'react';
import { go } from '../../app/routes.ts';
import { useT } from '../../i18n/index.ts';
import { CityTag } from '../../shared/city-tag.tsx';
import { InlineEdit } from '../../shared/inline-edit.tsx';
import { RecordLine, type RecordLineProps } from '../../shared/record-line.tsx';
import { SpokenText } from '../../shared/spoken-text.tsx';
import type { KeyedExcerpt } from './paper-records.ts';
import type { RecordEditing } from './records-pane.tsx';
import type { RecordEdits } from './use-record-edits.ts';
import classes from '../../shared/record-line.module.css';

/** A record that has a screen of its own, with the way there: Enter, a double click, or the arrow at its end. */
export function MadeLine({ text, beside = '', note = '', cities = [], href, heading = false, child = false, ...line }: RecordLineProps & {
  number?: string;
  text: string;
  /** Said behind the text, and under it. */
  beside?: string;
  note?: string;
  cities?: readonly string[];
  href: { path: string; focus: Parameters<typeof go>[1] } | null;
  heading?: boolean;
  child?: boolean;
}) {
  const t = useT();
  const way = href === null ? null : (
    <button type="button" tabIndex={-1} className={classes.way} aria-label={t('papers.openRecord')} title={t('papers.openRecord')} onClick={() => go(href.path, href.focus)}><IconArrowUpRight size={16} stroke={1.5} aria-hidden /></button>
  );
  return (
    <RecordLine heading={heading} child={child} aside={way} {...line}>
      <span className={classes.text}>
        {text}
        {beside === '' ? null : <span className={classes.beside}>{beside}</span>}
      </span>
      {note === '' ? null : <span className={classes.topics}>{note}</span>}
      {cities.length === 0 ? null : <span className={classes.cities}>{cities.map((city) => <CityTag key={city} city={city} />)}</span>}
    </RecordLine>
  );
}

type EditProps = RecordLineProps & { editing: RecordEditing['what'] | null; edits: RecordEdits; onEndEdit: () => void };

/** What a paper states, with who says it in front; both are edited in place. */
export const ExcerptLine = memo(function ExcerptLine({ excerpt, child, kind, editing, edits, onEndEdit, ...line }: EditProps & {
  excerpt: KeyedExcerpt;
  child: boolean;
  /** Says its kind, where the heading above is of another. */
  kind: boolean;
}) {
  const t = useT();
  const { id, text, speaker } = excerpt;
  return (
    <RecordLine child={child} {...line}>
      {editing === 'speaker' ? (
        <InlineEdit singleLine allowEmpty value={speaker} label={t('words.speaker')} placeholder={t('words.speaker')} keepAs={`excerpt.${id}.speaker`} onSave={(typed) => edits.setSpeaker(id, typed)} onClose={onEndEdit} />
      ) : null}
      <SpokenText
        kind={kind ? t(`words.record.${excerpt.kind}`) : ''}
        speaker={editing === 'speaker' ? '' : speaker}
        field={editing === 'text' ? <InlineEdit value={text} label={t('import.editText')} keepAs={`excerpt.${id}`} onSave={(typed) => edits.setText(id, typed)} onClose={onEndEdit} /> : null}
      >
        {text}
      </SpokenText>
    </RecordLine>
  );
});
