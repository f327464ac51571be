import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Member } from '../../../electron/contract/meetings.ts';
import { useT } from '../../i18n/index.ts';
import { isComposing } from '../../shared/keys.ts';
import { Kbd } from '../../shared/kbd.tsx';
import { arrowStep } from '../../shared/rows.ts';
import { candidatesFor, type Speaker } from './speaker.ts';
import classes from './entry-line.module.css';

export type SpeakerPickerProps = {
  members: readonly Member[];
  /** Speakers of this meeting, latest first. */
  recent: readonly Speaker[];
  onPick: (speaker: Speaker) => void;
  onClose: () => void;
};

/** Picks who speaks: a digit at once, or a part of the name and Enter; a name that is nobody's is taken as it is typed. */
export function SpeakerPicker({ members, recent, onPick, onClose }: SpeakerPickerProps) {
  const t = useT();
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const chosen = useRef<HTMLLIElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = candidatesFor(typed, members, recent);
  const row = Math.min(at, found.length - 1);

  useEffect(() => {
    field.current?.focus();
  }, []);
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [row]);

  const onType = (text: string) => {
    // With an input method on, a digit arrives as full-width text that is still being composed; it means the same.
    const digit = text.normalize('NFKC').trim();
    const seat = /^\d$/.test(digit) ? candidatesFor('', members, []).find((each) => each.key === digit) : undefined;
    if (seat !== undefined) return onPick(seat);
    setTyped(text);
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isComposing(event)) return;
    const name = typed.trim();
    const step = arrowStep(event);
    if (step !== 0) setAt(Math.max(0, Math.min(row + step, found.length - 1)));
    else if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' || event.key === 'Tab') {
      const candidate = found[row];
      if (candidate !== undefined) onPick(candidate);
      else if (name !== '') onPick({ speakerId: null, speaker: name });
      else onClose();
    } else return;
    event.preventDefault();
  };

  return (
    <div className={classes.picker}>
      <input
        ref={field}
        className={classes.pickerField}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-label={t('meeting.pickSpeaker')}
        aria-activedescendant={found[row] === undefined ? undefined : `${list}-${row}`}
        placeholder={t('meeting.pickSpeakerHint')}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => { if (document.hasFocus()) onClose(); }}
      />
      <ul id={list} role="listbox" aria-label={t('meeting.speakers')} className={classes.pickerList}>
        {found.map((candidate, index) => (
          <li
            key={candidate.speakerId ?? candidate.speaker}
            id={`${list}-${index}`}
            ref={index === row ? chosen : null}
            role="option"
            aria-selected={index === row}
            className={classes.pickerRow}
            onPointerMove={() => setAt(index)}
            onPointerDown={(event) => {
              event.preventDefault();
              onPick(candidate);
            }}
          >
            <span className={classes.pickerKey}>{candidate.key === null ? null : <Kbd keys={candidate.key} />}</span>
            <span className={classes.pickerName}>{candidate.member?.role === 'chair' ? '◎' : ''}{candidate.speaker}</span>
            <span className={classes.pickerFrom}>{candidate.member?.affiliation}</span>
          </li>
        ))}
        {found.length === 0 ? <li className={classes.pickerFrom} role="option" aria-selected={false}>{t('meeting.takeAsTyped', { name: typed.trim() })}</li> : null}
      </ul>
    </div>
  );
}
