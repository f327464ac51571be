import { useEffect, useRef, type MouseEvent, type ReactNode, type RefObject } from 'react';
import type { SourceRange } from '../../electron/contract/recognised.ts';
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
  /** The lines of which a record is to be made. */
  chosen?: SourceRange | null;
  /** While lines are chosen: told of the place in the text that was pointed at, and whether what is chosen goes on to it. */
  onPoint?: ((offset: number, extend: boolean) => void) | undefined;
  /** Told of text that was selected with the mouse, by the places where its first and its last line begin. */
  onSelect?: ((from: number, to: number) => void) | undefined;
};

/** What every way to show a paper takes: its passages, which of them is marked, and whom to tell of one pressed. */
export type PaperView = Pointing & {
  passages: readonly KeyedRange[];
  margin: ReadonlyMap<string, MarginNote>;
};

/** Where the line or cell begins that a node is in. */
const lineAt = (node: EventTarget | null): number | null => {
  const element = node instanceof Element ? node : node instanceof Node ? node.parentElement : null;
  const start = element?.closest('[data-start]')?.getAttribute('data-start');
  return start === null || start === undefined ? null : Number(start);
};

/** The passage under the pointer. */
const keyAt = (target: EventTarget) => (target instanceof Element ? (target.closest('[data-key]')?.getAttribute('data-key') ?? null) : null);

/**
 * Where a paper scrolls: marks the active and the hovered passage of what stands in it, brings the active one into
 * view, and tells of the one pointed at or pressed. `drawn` changes when the passages are drawn anew.
 */
export function PassagesPane({ pane, drawn, label, active = null, hovered = null, chosen = null, onPress, onHover, onPoint, onSelect, offsetAt = lineAt, children }: Pointing & {
  pane: RefObject<HTMLDivElement | null>;
  drawn: unknown;
  /** The place in the paper's text that is pointed at; by default where the line or cell begins that says so (data-start). */
  offsetAt?: (target: EventTarget | null, event: MouseEvent) => number | null;
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
  const [from, to] = [chosen?.start ?? 0, chosen?.end ?? 0];
  useEffect(() => markLines(pane.current, from, to), [pane, from, to, drawn]);
  useEffect(() => {
    if (to > from) pane.current?.querySelector('[data-chosen]')?.scrollIntoView({ block: 'nearest' });
  }, [pane, from, to]);
  const onClick = (event: MouseEvent) => {
    const selection = window.getSelection();
    const selected = selection?.isCollapsed === false ? [lineAt(selection.anchorNode), lineAt(selection.focusNode)].filter((offset) => offset !== null) : [];
    const [first, last] = selected.toSorted((a, b) => a - b);
    const offset = onPoint ? offsetAt(event.target, event) : null;
    if (onPoint && (event.shiftKey || first === undefined || last === undefined)) {
      // the browser selects what lies between, too
      if (event.shiftKey) selection?.removeAllRanges();
      if (offset !== null) onPoint(offset, event.shiftKey);
      return;
    }
    if (first !== undefined && last !== undefined) onSelect?.(first, last);
    const key = keyAt(event.target);
    if (!key || !onPress || selection?.isCollapsed === false) return;
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
      data-choosing={onPoint !== undefined || undefined}
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

/** Marks the lines and cells that begin within a range. */
function markLines(pane: HTMLElement | null, from: number, to: number): void {
  for (const element of pane?.querySelectorAll('[data-start][data-chosen]') ?? []) element.removeAttribute('data-chosen');
  if (to <= from) return;
  for (const element of pane?.querySelectorAll<HTMLElement>('[data-start]') ?? []) {
    const start = Number(element.dataset['start']);
    if (start >= from && start < to) element.setAttribute('data-chosen', '');
  }
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
