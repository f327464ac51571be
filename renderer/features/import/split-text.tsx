import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useT } from '../../i18n/index.ts';
import classes from './split-text.module.css';

const SENTENCE_END = /[。．；;、)）」』\n]/;

/** A text with a place to cut it at: moved by ← → (Ctrl: to the next stop) or by pressing the text, then Enter. */
export function SplitText({ text, onSplit, onCancel }: { text: string; onSplit: (at: number) => void; onCancel: () => void }) {
  const t = useT();
  const [at, setAt] = useState(() => firstPlace(text));
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by !== 0) setAt(event.ctrlKey || event.altKey ? nextStop(text, at, by) : within(text, at + by));
    else if (event.key === 'Enter') onSplit(at);
    else if (event.key === 'Escape') onCancel();
    else if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent) => {
    event.stopPropagation();
    const place = document.caretPositionFromPoint(event.clientX, event.clientY);
    const piece = place?.offsetNode.parentElement?.getAttribute('data-from');
    if (place && piece) setAt(within(text, Number(piece) + place.offset));
  };
  return (
    <div
      ref={field}
      role="slider"
      tabIndex={0}
      aria-label={t('import.splitAt')}
      aria-valuemin={1}
      aria-valuemax={text.length - 1}
      aria-valuenow={at}
      aria-valuetext={`${text.slice(0, at)} | ${text.slice(at)}`}
      className={classes.split}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onBlur={onCancel}
    >
      <span data-from={0}>{text.slice(0, at)}</span>
      <span className={classes.mark} aria-hidden />
      <span data-from={at}>{text.slice(at)}</span>
      <span className={classes.hint}>{t('import.splitHint')}</span>
    </div>
  );
}

const within = (text: string, at: number) => Math.min(text.length - 1, Math.max(1, at));

/** After the stop nearest to the middle: where a joined pair most likely parts. */
function firstPlace(text: string): number {
  const stops = [...text.matchAll(/[。．；;、)）」』\n]/g)].map((stop) => stop.index + 1).filter((at) => at < text.length);
  const middle = text.length / 2;
  return within(text, stops.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? Math.round(middle));
}

function nextStop(text: string, at: number, by: number): number {
  for (let place = at + by; place > 0 && place < text.length; place += by) {
    if (SENTENCE_END.test(text[place - 1] ?? '')) return place;
  }
  return within(text, by > 0 ? text.length : 0);
}
