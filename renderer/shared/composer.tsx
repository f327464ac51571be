import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { isComposing } from './keys.ts';
import { useKeptText } from './kept-text.ts';
import classes from './composer.module.css';

export type ComposerProps = {
  /** Names the text that is kept while it is not recorded: 「board.issue.<item>」. */
  name: string;
  label: string;
  placeholder: string;
  onAdd: (line: string) => Promise<unknown>;
  onClose: () => void;
};

/**
 * The row a new record is typed into: Enter adds it and leaves the row empty for the next, Esc or an empty Enter ends.
 * Leaving it adds what stands there; what Esc leaves behind is there again when the row is opened next.
 */
export function Composer({ name, label, placeholder, onAdd, onClose }: ComposerProps) {
  const { text, setText, hold } = useKeptText(name);
  const field = useRef<HTMLTextAreaElement>(null);
  const latest = useRef(text);
  latest.current = text;

  useLayoutEffect(() => {
    field.current?.focus();
  }, []);
  // What was added stands above the row and pushes it down: it stays in sight.
  useLayoutEffect(() => {
    if (document.activeElement === field.current) field.current?.scrollIntoView({ block: 'nearest' });
  });
  useLayoutEffect(() => {
    if (field.current === null) return;
    field.current.style.height = '0';
    field.current.style.height = `${field.current.scrollHeight}px`;
  }, [text]);

  const record = async () => {
    const line = text.trim();
    if (line === '') return;
    const release = hold(line);
    setText('');
    try {
      await onAdd(line);
      release();
    } catch {
      // The refusal was shown by the command; the line comes back before whatever was typed since.
      release();
      setText(latest.current === '' ? line : `${line}\n${latest.current}`);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isComposing(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (text.trim() === '') onClose();
      else void record();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
  };
  const onBlur = () => {
    // Another window came to the front: the line waits for its writer.
    if (!document.hasFocus()) return;
    void record();
    onClose();
  };

  return (
    <textarea
      ref={field}
      rows={1}
      className={classes.field}
      aria-label={label}
      placeholder={placeholder}
      value={text}
      data-own-undo={text !== ''}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    />
  );
}
