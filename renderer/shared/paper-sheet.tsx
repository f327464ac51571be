import { memo, useEffect, useMemo, useRef, type CSSProperties } from 'react';
import type { SourceRange } from '../../electron/contract/recognised.ts';
import { paperLines, type KeyedRange, type PaperLine } from './paper-lines.ts';
import classes from './paper-sheet.module.css';

/** Lines that are laid out together: far ones cost the browser nothing until they come near. */
const CHUNK = 40;

/** What stands in the margin of the line where a passage begins; a link where there is somewhere to go. */
export type MarginNote = { label: string; href?: string };

/**
 * A paper as it is, with line numbers. The passage of `active` is marked and brought into view when it changes, that of
 * `hovered` only marked. A passage can be pressed where `onPress` is given.
 */
export function PaperSheet({ text, label, passages, margin, headings = [], active = null, hovered = null, onPress, onHover }: {
  text: string;
  /** Name for assistive technology. */
  label: string;
  passages: readonly KeyedRange[];
  margin: ReadonlyMap<string, MarginNote>;
  headings?: readonly SourceRange[];
  active?: string | null;
  hovered?: string | null;
  onPress?: (key: string) => void;
  onHover?: (key: string | null) => void;
}) {
  const pane = useRef<HTMLDivElement>(null);
  const pressed = useRef<string | null>(null);
  const lines = useMemo(() => paperLines(text, passages), [text, passages]);
  const headingLines = useMemo(() => linesOf(lines, headings), [lines, headings]);

  useEffect(() => mark(pane.current, 'data-active', active), [active, lines]);
  useEffect(() => mark(pane.current, 'data-hovered', hovered), [hovered, lines]);
  useEffect(() => {
    // what was pressed here is in view already: nothing moves that the person did not move
    if (active !== null && pressed.current !== active) pane.current?.querySelector(`[data-key="${CSS.escape(active)}"]`)?.scrollIntoView({ block: 'center' });
    pressed.current = null;
  }, [active, text]);

  const chunks = Array.from({ length: Math.ceil(lines.length / CHUNK) }, (_, index) => lines.slice(index * CHUNK, (index + 1) * CHUNK));
  return (
    // a list beside it is the keyboard's way to the same selection; pressing the paper is the mouse's shortcut
    <div
      ref={pane}
      role="region"
      tabIndex={0}
      aria-label={label}
      className={classes.pane}
      data-pressable={onPress !== undefined || undefined}
      style={{ '--digits': `${String(lines.length).length}ch` } as CSSProperties}
      onMouseOver={(event) => onHover?.(keyAt(event.target))}
      onMouseLeave={() => onHover?.(null)}
      onClick={(event) => {
        const key = keyAt(event.target);
        if (!key || !onPress || window.getSelection()?.isCollapsed === false) return;
        pressed.current = key;
        onPress(key);
      }}
    >
      <div className={classes.sheet}>
        {chunks.map((chunk) => <Chunk key={chunk[0]?.number} lines={chunk} margin={margin} headingLines={headingLines} />)}
      </div>
    </div>
  );
}

const keyAt = (target: EventTarget) => (target instanceof Element ? (target.closest('[data-key]')?.getAttribute('data-key') ?? null) : null);

/** Numbers of the lines on which the ranges begin. */
function linesOf(lines: readonly PaperLine[], ranges: readonly SourceRange[]): ReadonlySet<number> {
  const starts = ranges.map((range) => range.start).sort((a, b) => a - b);
  const numbers = new Set<number>();
  let line = 0;
  for (const start of starts) {
    while (line + 1 < lines.length && (lines[line + 1]?.start ?? Infinity) <= start) line += 1;
    numbers.add(line + 1);
  }
  return numbers;
}

/** Marks by hand, so that selecting a passage draws no line of a long paper anew. */
function mark(pane: HTMLElement | null, attribute: string, key: string | null): void {
  for (const element of pane?.querySelectorAll(`[${attribute}]`) ?? []) element.removeAttribute(attribute);
  if (key === null) return;
  for (const element of pane?.querySelectorAll(`span[data-key="${CSS.escape(key)}"]`) ?? []) element.setAttribute(attribute, '');
}

const Chunk = memo(function Chunk({ lines, margin, headingLines }: { lines: readonly PaperLine[]; margin: ReadonlyMap<string, MarginNote>; headingLines: ReadonlySet<number> }) {
  return (
    <div className={classes.chunk} style={{ containIntrinsicSize: `auto ${lines.length * 30}px` }}>
      {lines.map((line) => (
        <div key={line.number} className={classes.line} data-heading={headingLines.has(line.number) || undefined}>
          <span className={classes.number} aria-hidden>{line.number}</span>
          <span className={classes.margin}><MarginNotes keys={line.begins} margin={margin} /></span>
          <span className={classes.text}>
            {line.pieces.map((piece) =>
              piece.key === null ? piece.text : <span key={piece.start} className={classes.passage} data-key={piece.key}>{piece.text}</span>,
            )}
          </span>
        </div>
      ))}
    </div>
  );
});

function MarginNotes({ keys, margin }: { keys: readonly string[]; margin: ReadonlyMap<string, MarginNote> }) {
  const notes = keys.flatMap((key) => {
    const note = margin.get(key);
    return note ? [{ key, ...note }] : [];
  });
  const distinct = notes.filter((note, index) => notes.findIndex(({ label }) => label === note.label) === index);
  return distinct.map(({ key, label, href }) => (href ? <a key={key} href={href} data-key={key}>{label}</a> : <span key={key} aria-hidden>{label}</span>));
}
