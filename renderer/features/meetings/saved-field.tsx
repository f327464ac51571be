import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { sentenceOf } from '../../app/api.ts';
import { isComposing } from '../../shared/keys.ts';
import classes from './meeting-form.module.css';

export type SavedFieldProps = {
  label: string;
  value: string;
  hint?: ReactNode;
  placeholder?: string;
  lines?: number;
  autoFocus?: boolean;
  /** Saves what was typed; a refusal is said beside the field and the text stays as typed. */
  onSave: (text: string) => Promise<unknown>;
};

/** A labelled field that saves itself on Enter and when it is left; Esc puts back what was saved. */
export function SavedField({ label, value, hint, placeholder, lines = 1, autoFocus = false, onSave }: SavedFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  const save = async () => {
    if (typed === null) return;
    if (typed.trim() === value) return setTyped(null);
    try {
      await onSave(typed.trim());
      setRefusal(null);
      setTyped((now) => (now === typed ? null : now));
    } catch (error) {
      setRefusal(sentenceOf(error));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && (lines === 1 || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      setTyped(null);
      setRefusal(null);
    }
  };
  const field = {
    id,
    className: classes.input,
    value: typed ?? value,
    placeholder,
    autoFocus,
    'aria-invalid': refusal !== null,
    'aria-describedby': `${id}-said`,
    'data-own-undo': typed !== null && typed !== value,
    // Mantine's own sign: the Esc that puts a text back does not close the dialog around it.
    'data-mantine-stop-propagation': typed !== null,
    onKeyDown,
    onBlur: () => void save(),
  };
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      {lines === 1 ? (
        <input {...field} onChange={(event) => setTyped(event.currentTarget.value)} />
      ) : (
        <textarea {...field} rows={lines} onChange={(event) => setTyped(event.currentTarget.value)} />
      )}
      <div id={`${id}-said`} className={classes.said}>
        {refusal === null ? hint : <span role="alert" className={classes.refusal}>{refusal}</span>}
      </div>
    </div>
  );
}
