import { forwardRef, useCallback, useImperativeHandle, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Member } from '../../../electron/contract/meetings.ts';
import { useViewMemory } from '../../app/preferences.ts';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/kbd.tsx';
import { useKeptText } from '../../shared/kept-text.ts';
import { EMPTY_ENTRY, cycleKind, readKeptEntry, writeKeptEntry, type Entry } from './entry.ts';
import { entryActionOf } from './entry-keys.ts';
import { nameOf, readPrefix, type Prefix, type Speaker } from './speaker.ts';
import { SpeakerPicker } from './speaker-picker.tsx';
import classes from './entry-line.module.css';

export type EntryLineHandle = { focus: () => void; toggleLink: (pointId: string) => void };

export type EntryLineProps = {
  meetingId: string;
  /** The agenda item that the next note will stand under. */
  under: string;
  members: readonly Member[];
  recent: readonly Speaker[];
  labelOf: (pointId: string) => string;
  /** Records what was entered and says what to suggest next; `written` is to be called when it is on disk. */
  onRecord: (entry: Entry, written: () => void) => Entry;
  onAgenda: (direction: 'next' | 'previous') => void;
  onLink: (linked: readonly string[]) => void;
  onToNotes: () => void;
};

/**
 * The one line that notes are taken in. The text is on disk within half a second of being typed, and no Enter that
 * belongs to an input method ever records it.
 */
export const EntryLine = forwardRef<EntryLineHandle, EntryLineProps>(function EntryLine(props, ref) {
  const { meetingId, under, members, recent, labelOf, onRecord, onAgenda, onLink, onToNotes } = props;
  const t = useT();
  const { text, setText, hold } = useKeptText(`meeting.${meetingId}`);
  const [kept, setKept] = useViewMemory(`meeting.entry.${meetingId}`, '');
  const [head, setHeadState] = useState<Omit<Entry, 'text'>>(() => readKeptEntry(kept) ?? EMPTY_ENTRY);
  const [picking, setPicking] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const composing = useRef(false);
  const taken = useRef<Prefix | null>(null);

  const setHead = useCallback((next: Omit<Entry, 'text'>) => {
    setHeadState(next);
    setKept(writeKeptEntry(next));
  }, [setKept]);
  const focus = useCallback(() => field.current?.focus(), []);
  const toggleLink = useCallback((pointId: string) => {
    const rest = head.pointIds.filter((id) => id !== pointId);
    setHead({ ...head, pointIds: rest.length < head.pointIds.length ? rest : [...head.pointIds, pointId] });
    focus();
  }, [head, setHead, focus]);
  useImperativeHandle(ref, () => ({ focus, toggleLink }), [focus, toggleLink]);

  useLayoutEffect(() => {
    const area = field.current;
    if (area === null) return;
    area.style.height = '0';
    area.style.height = `${area.scrollHeight}px`;
  }, [text]);

  const onType = (typed: string) => {
    const prefix = composing.current ? null : readPrefix(typed, members);
    // A prefix just put back with BackSpace is meant as text.
    if (prefix === null || prefix.taken === taken.current?.taken) return setText(typed);
    taken.current = prefix;
    setHead('kind' in prefix ? { ...head, kind: prefix.kind } : { ...head, ...prefix.speaker });
    setText(prefix.rest);
  };
  const record = () => {
    const line = text.trim();
    if (line === '') return;
    const { text: _empty, ...next } = onRecord({ ...head, text: line }, hold(line));
    setHead(next);
    setText('');
    taken.current = null;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const area = event.currentTarget;
    const action = entryActionOf(event.nativeEvent, {
      empty: text === '',
      caretAtStart: area.selectionStart === 0 && area.selectionEnd === 0,
      composing: composing.current,
    });
    // Without Shift, Enter breaks no line either: not even one that a browser reports beside the input method's own.
    if (event.key === 'Enter' && !event.shiftKey && event.keyCode !== 229) event.preventDefault();
    if (action === null || (action === 'restore-prefix' && (taken.current === null || text.startsWith(taken.current.taken)))) return;
    event.preventDefault();
    event.stopPropagation();
    if (action === 'record') record();
    else if (action === 'speaker') setPicking(true);
    else if (action === 'kind' || action === 'kind-back') setHead({ ...head, kind: cycleKind(head.kind, action === 'kind-back') });
    else if (action === 'next-agenda') onAgenda('next');
    else if (action === 'previous-agenda') onAgenda('previous');
    else if (action === 'link') onLink(head.pointIds);
    else if (action === 'to-notes') onToNotes();
    else setText(`${taken.current?.taken ?? ''}${text}`);
  };
  const onCompositionEnd = () => {
    // Some browsers send the Enter that confirmed the kanji only after this event, within the same task.
    setTimeout(() => {
      composing.current = false;
      if (field.current !== null) onTypeLatest.current(field.current.value);
    });
  };
  const onTypeLatest = useRef(onType);
  onTypeLatest.current = onType;
  const pick = (speaker: Speaker) => {
    setHead({ ...head, speakerId: speaker.speakerId, speaker: speaker.speaker });
    setPicking(false);
    focus();
  };

  const speaker = nameOf(head, members);
  return (
    <section className={classes.entry} aria-label={t('meeting.entry')}>
      {picking ? <SpeakerPicker members={members} recent={recent} onPick={pick} onClose={() => { setPicking(false); focus(); }} /> : null}
      <div className={classes.line}>
        <button type="button" tabIndex={-1} className={classes.chip} data-empty={speaker === '' || undefined} onClick={() => setPicking(true)}>
          {speaker === '' ? t('meeting.speaker') : speaker}
        </button>
        <button type="button" tabIndex={-1} className={classes.chip} data-kind={head.kind} onClick={() => { setHead({ ...head, kind: cycleKind(head.kind) }); focus(); }}>
          {t(`words.note.${head.kind}`)}
        </button>
        <textarea
          ref={field}
          rows={1}
          autoFocus
          className={classes.field}
          aria-label={t('meeting.entryLabel', { speaker: speaker === '' ? t('meeting.nobody') : speaker, kind: t(`words.note.${head.kind}`) })}
          placeholder={t('meeting.entryHint')}
          value={text}
          data-own-undo={text !== ''}
          onChange={(event) => onType(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onCompositionStart={() => { composing.current = true; }}
          onCompositionEnd={onCompositionEnd}
        />
      </div>
      {head.pointIds.length === 0 ? null : (
        <p className={classes.links}>
          {head.pointIds.map((id) => (
            <button key={id} type="button" tabIndex={-1} className={classes.link} title={t('meeting.unlink')} onClick={() => toggleLink(id)}>
              {labelOf(id)} ×
            </button>
          ))}
        </p>
      )}
      <p className={classes.keys}>
        <span><Kbd keys="enter" /> {t('meeting.keyRecord')}</span>
        <span><Kbd keys="tab" /> {t('meeting.speaker')}</span>
        <span><Kbd keys="f2" /> {t('meeting.keyKind')}</span>
        <span><Kbd keys="mod+arrowdown" /> {t('meeting.keyNextAgenda')}</span>
        <span><Kbd keys="mod+l" /> {t('meeting.keyLink')}</span>
        <span><Kbd keys="arrowup" /> {t('meeting.keyToNotes')}</span>
      </p>
      <p className={classes.promise}>{t('meeting.goesUnder', { agenda: under })}　{t('meeting.enterPromise')}</p>
    </section>
  );
});
