import { useEffect, useRef, type MouseEvent, type RefObject } from 'react';
import type { KeyedRange } from './paper-lines.ts';

/** What stands in the margin of the line where a passage begins; a link where there is somewhere to go. */
export type MarginNote = { label: string; href?: string };

/** What every way to show a paper takes: its passages, which of them is marked, and whom to tell of one pressed. */
export type PaperView = {
  /** Name for assistive technology. */
  label: string;
  passages: readonly KeyedRange[];
  margin: ReadonlyMap<string, MarginNote>;
  active?: string | null;
  hovered?: string | null;
  onPress?: (key: string) => void;
  onHover?: (key: string | null) => void;
};

/** The passage under the pointer. */
export const keyAt = (target: EventTarget) => (target instanceof Element ? (target.closest('[data-key]')?.getAttribute('data-key') ?? null) : null);

/**
 * Marks the active and the hovered passage within `pane` and brings the active one into view; `drawn` changes when the
 * passages are drawn anew. @returns the click listener of the pane
 */
export function useMarks(pane: RefObject<HTMLElement | null>, drawn: unknown, active: string | null, hovered: string | null, onPress: ((key: string) => void) | undefined) {
  const pressed = useRef<string | null>(null);
  useEffect(() => mark(pane.current, 'data-active', active), [pane, active, drawn]);
  useEffect(() => mark(pane.current, 'data-hovered', hovered), [pane, hovered, drawn]);
  useEffect(() => {
    // what was pressed here is in view already: nothing moves that the person did not move
    if (active !== null && pressed.current !== active) pane.current?.querySelector(`[data-key="${CSS.escape(active)}"]`)?.scrollIntoView({ block: 'center' });
    pressed.current = null;
  }, [pane, active]);
  return (event: MouseEvent) => {
    const key = keyAt(event.target);
    if (!key || !onPress || window.getSelection()?.isCollapsed === false) return;
    pressed.current = key;
    onPress(key);
  };
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
