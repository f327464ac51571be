import { useRef, useState, type ReactNode } from 'react';
import { useScreenCommands } from '../app/commands.ts';
import { Composer } from './composer.tsx';
import { Kbd } from './kbd.tsx';
import classes from './add-row.module.css';

export type AddRowProps = {
  /** What the row offers: 「議題を加える」. */
  label: string;
  /** Key of the screen that opens the row, such as 「n」. */
  keys?: string;
  /** Names the text that is kept while it is not recorded. */
  name: string;
  fieldLabel: string;
  placeholder: string;
  /** Said under the field while it is open. */
  hint?: ReactNode;
  /** Closes after the first one, for what goes on elsewhere. */
  once?: boolean;
  onAdd: (line: string) => Promise<unknown>;
};

/** The last row of a list, which becomes a field to type new records into, one after the other, and a button again. */
export function AddRow({ label, keys, name, fieldLabel, placeholder, hint, once = false, onAdd }: AddRowProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useScreenCommands(keys === undefined ? [] : [{ id: `add.${name}`, label, keys, run: () => setOpen(true) }]);
  const close = () => {
    setOpen(false);
    // Closed by a key, nothing has the focus then; closed by a click, what was clicked has it.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) button.current?.focus();
    });
  };
  if (!open) {
    return (
      <button ref={button} type="button" className={`row-button ${classes.add}`} onClick={() => setOpen(true)}>
        <span aria-hidden>＋</span> {label} {keys === undefined ? null : <Kbd keys={keys} />}
      </button>
    );
  }
  const add = async (line: string) => {
    await onAdd(line);
    if (once) setOpen(false);
  };
  return (
    <div className={classes.open}>
      <Composer name={name} label={fieldLabel} placeholder={placeholder} onAdd={add} onClose={close} />
      {hint === undefined ? null : <p className={classes.hint}>{hint}</p>}
    </div>
  );
}
