import { Modal } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useT } from '../i18n/index.ts';
import { isComposing } from './keys.ts';
import { Kbd } from './kbd.tsx';
import { arrowStep } from './rows.ts';
import classes from './picker-dialog.module.css';

export type PickerOption = {
  id: string;
  /** What stands first on the line, such as a number: 「第2章1(1)」. */
  lead?: string;
  text: string;
  /** What stands under the text, smaller: where it comes from. */
  note?: string;
  checked?: boolean;
};

export type PickerDialogProps = {
  title: string;
  options: readonly PickerOption[];
  onPick: (id: string) => unknown;
  onClose: () => void;
  /** Several may be picked: Ctrl+Enter or Ctrl+click picks one and leaves the dialog open. */
  several?: boolean;
  /** Stands over the field, such as a choice of where the options come from. */
  above?: ReactNode;
  /** Told what is typed, where the options are sought elsewhere: they are then shown as they come. */
  onTyped?: (text: string) => void;
  /** What to say, and what to do, where there is nothing to pick from at all. */
  nothing?: ReactNode;
};

const squash = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** The options that hold every word that was typed, in their own order. */
export function matching(options: readonly PickerOption[], typed: string): PickerOption[] {
  const words = typed.split(/[\s　]+/).map(squash).filter((word) => word !== '');
  return options.filter((option) => words.every((word) => squash(`${option.lead ?? ''}${option.text}`).includes(word)));
}

/** Picks a record from a list by typing a part of it: ↑↓ choose, Enter picks, Esc closes. */
export function PickerDialog({ title, options, onPick, onClose, several = false, above, onTyped, nothing }: PickerDialogProps) {
  const t = useT();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const chosen = useRef<HTMLLIElement>(null);
  const found = onTyped ? options : matching(options, typed);
  // one without a lead stands in line with the others
  const led = options.some(({ lead }) => lead !== undefined);
  const row = Math.min(at, found.length - 1);
  const pick = (id: string, stay: boolean) => {
    onPick(id);
    if (!stay) onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const option = found[row];
    const step = arrowStep(event);
    if (step !== 0) setAt(Math.max(0, Math.min(row + step, found.length - 1)));
    else if (event.key === 'Enter' && option !== undefined) pick(option.id, several && (event.ctrlKey || event.metaKey));
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [row, typed]);

  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('common.close') }}>
      {options.length === 0 && typed === '' ? (
        nothing
      ) : (
        <>
          {above}
          <input
            data-autofocus
            className={classes.field}
            role="combobox"
            aria-expanded
            aria-controls={list}
            aria-label={title}
            aria-activedescendant={found[row] === undefined ? undefined : `${list}-${found[row].id}`}
            placeholder={t('board.typeToNarrow')}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              onTyped?.(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
          <ul id={list} role="listbox" aria-label={title} aria-multiselectable={several} className={classes.list}>
            {found.map((option, index) => (
              <li
                key={option.id}
                id={`${list}-${option.id}`}
                ref={index === row ? chosen : null}
                role="option"
                aria-selected={several ? option.checked === true : index === row}
                data-at={index === row || undefined}
                className={classes.option}
                onPointerMove={() => setAt(index)}
                onClick={(event) => pick(option.id, several && (event.ctrlKey || event.metaKey))}
              >
                {several ? <span aria-hidden className={classes.check}>{option.checked ? '✓' : ''}</span> : null}
                {led ? <span className={classes.lead}>{option.lead}</span> : null}
                <span>{option.text}{option.note === undefined ? null : <span className={classes.note}>{option.note}</span>}</span>
              </li>
            ))}
          </ul>
          <p className={classes.hint} role="status">
            {found.length === 0 ? t('board.nothingMatches') : t('common.count', { n: found.length })}
            <Kbd keys="enter" /> {t('board.pick')}
            {several ? <><Kbd keys="mod+enter" /> {t('board.pickMore')}</> : null}
            <Kbd keys="escape" /> {t('common.close')}
          </p>
        </>
      )}
    </Modal>
  );
}
