import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useT } from '../i18n/index.ts';
import { readKept, useKeptEdit } from './kept-text.ts';
import { isComposing } from './keys.ts';
import classes from './inline-edit.module.css';

export type InlineEditProps = {
  value: string;
  /** Name for assistive technology. */
  label: string;
  placeholder?: string;
  /** One line: Shift+Enter does nothing and pasted line breaks become spaces. */
  singleLine?: boolean;
  /** An empty text is given up like Esc unless this is set. */
  allowEmpty?: boolean;
  autoFocus?: boolean;
  /** Names what was typed and not saved, so that it survives a crash and is there when the edit is opened again. */
  keepAs?: string;
  /** Saves; where it fails (throws) the text stays as typed. Not called for an unchanged text. */
  onSave: (text: string) => Promise<unknown> | void;
  /** The edit is over: saved, unchanged or given up. */
  onClose?: () => void;
};

/**
 * A text edited where it stands: Enter saves, Shift+Enter breaks the line, Esc gives up, leaving it saves. An Enter that
 * confirms kanji never saves, and what was typed is never lost: a refused save keeps it in the field and says so.
 */
export function InlineEdit({ value, label, placeholder, singleLine = false, allowEmpty = false, autoFocus = true, keepAs, onSave, onClose }: InlineEditProps) {
  const t = useT();
  const [text, setText] = useState(() => (keepAs === undefined ? '' : readKept(keepAs)) || value);
  const forget = useKeptEdit(keepAs, text === value ? null : text);
  const [failed, setFailed] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const over = useRef(false);

  useLayoutEffect(() => {
    const area = field.current;
    if (!autoFocus || !area) return;
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  }, [autoFocus]);

  const close = () => {
    over.current = true;
    forget();
    onClose?.();
  };
  const save = async () => {
    if (over.current) return;
    const typed = singleLine ? text.replace(/\s*\n\s*/g, ' ').trim() : text.trim();
    if (typed === value.trim() || (typed === '' && !allowEmpty)) return close();
    over.current = true;
    try {
      await onSave(typed);
      close();
    } catch {
      // the refusal itself was shown by the command; here the text stays and says that it is not saved
      over.current = false;
      setFailed(true);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // plain keys are text and no business of the rows around; Ctrl K and the like go on to the window
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    if (isComposing(event)) return;
    if (event.key === 'Enter' && (singleLine || !event.shiftKey)) {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  };

  return (
    <span className={classes.edit}>
      <textarea
        ref={field}
        className={classes.field}
        rows={1}
        aria-label={label}
        aria-invalid={failed}
        placeholder={placeholder}
        title={t('common.editHint')}
        value={text}
        data-own-undo={text !== value}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => void save()}
      />
      {failed ? <span role="alert" className={classes.failed}>{t('common.notSaved')}</span> : null}
    </span>
  );
}
