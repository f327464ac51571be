import { useEffect, useRef, type MouseEvent, type ReactNode, type RefObject } from 'react';
import type { KeyedRange } from './paper-lines.ts';
import classes from './paper-marks.module.css';

/** What stands in the margin of the line where a passage begins; a link where there is somewhere to go. */
export type MarginNote = { label: string; href?: string };

type Pointing = {
  /** Name for assistive technology. */
  label: string;
  active?: string | null;
  hovered?: string | null;
  onPress?: (key: string) => void;
  onHover?: (key: string | null) => void;
};

/** What every way to show a paper takes: its passages, which of them is marked, and whom to tell of one pressed. */
export type PaperView = Pointing & {
  passages: readonly KeyedRange[];
  margin: ReadonlyMap<string, MarginNote>;
};

/** The passage under the pointer. */
const keyAt = (target: EventTarget) => (target instanceof Element ? (target.closest('[data-key]')?.getAttribute('data-key') ?? null) : null);

/**
 * Where a paper scrolls: marks the active and the hovered passage of what stands in it, brings the active one into
 * view, and tells of the one pointed at or pressed. `drawn` changes when the passages are drawn anew.
 */
export function PassagesPane({ pane, drawn, label, active = null, hovered = null, onPress, onHover, children }: Pointing & {
  pane: RefObject<HTMLDivElement | null>;
  drawn: unknown;
  children: ReactNode;
}) {
  const pressed = useRef<string | null>(null);
  useEffect(() => mark(pane.current, 'data-active', active), [pane, active, drawn]);
  useEffect(() => mark(pane.current, 'data-hovered', hovered), [pane, hovered, drawn]);
  useEffect(() => {
    // what was pressed here is in view already: nothing moves that the person did not move
    if (active !== null && pressed.current !== active) pane.current?.querySelector(`[data-key="${CSS.escape(active)}"]`)?.scrollIntoView({ block: 'center' });
    pressed.current = null;
  }, [pane, active]);
  const onClick = (event: MouseEvent) => {
    const key = keyAt(event.target);
    if (!key || !onPress || window.getSelection()?.isCollapsed === false) return;
    pressed.current = key;
    onPress(key);
  };
  return (
    // a list beside it is the keyboard's way to the same selection; pressing the paper is the mouse's shortcut
    <div
      ref={pane}
      role="region"
      tabIndex={0}
      aria-label={label}
      className={classes.pane}
      data-pressable={onPress !== undefined || undefined}
      onMouseOver={(event) => onHover?.(keyAt(event.target))}
      onMouseLeave={() => onHover?.(null)}
      onClick={onClick}
    >
      {children}
    </div>
  );
}

/** Marks by hand, so that selecting a passage draws no line of a long paper anew. */
function mark(pane: HTMLElement | null, attribute: string, key: string | null): void {
  for (const element of pane?.querySelectorAll(`[${attribute}]`) ?? []) element.removeAttribute(attribute);
  if (key === null) return;
  for (const element of pane?.querySelectorAll(`[data-passage][data-key="${CSS.escape(key)}"]`) ?? []) element.setAttribute(attribute, '');
}

/** The notes of the passages that begin here, each said once. */
export function MarginNotes({ keys, margin }: { keys: readonly string[]; margin: ReadonlyMap<string, MarginNote> }) {
  const notes = keys.flatMap((key) => {
    const note = margin.get(key);
    return note ? [{ key, ...note }] : [];
  });
  const distinct = notes.filter((note, index) => notes.findIndex(({ label }) => label === note.label) === index);
  return distinct.map(({ key, label, href }) => (href ? <a key={key} href={href} data-key={key}>{label}</a> : <span key={key} aria-hidden>{label}</span>));
}
