import { useCallback, useMemo, useState } from 'react';
import type { SourceRange } from '../../electron/contract/recognised.ts';
import { paperUnits, type PaperUnit } from './paper-units.ts';

/** From the line one began at to the one the keys are at, by their places among all; `cell` where only a part of a row is meant. */
type Chosen = { anchor: number; at: number; cell: number | null };

/**
 * Choosing lines of a paper, of which a record is to be made: by keys line by line and cell by cell, or by pointing at
 * them. Nothing is chosen until one begins.
 * @param text the paper's; undefined while it is read. @param passages what records were made of
 */
export function useChosenLines(text: string | undefined, passages: readonly SourceRange[]) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [offered, setOffered] = useState(false);
  const choosing = chosen !== null;
  const units = useMemo(() => (choosing && text !== undefined ? paperUnits(text) : NONE), [choosing, text]);
  const own = chosen === null ? NONE : units.slice(Math.min(chosen.anchor, chosen.at), Math.max(chosen.anchor, chosen.at) + 1);
  const cell = chosen?.cell === null || own.length !== 1 ? undefined : own[0]?.cells[chosen?.cell ?? 0];
  const [first, last] = [own[0], own.at(-1)];
  const [start, stop] = [cell?.start ?? first?.start ?? 0, cell?.end ?? last?.end ?? 0];
  const range = useMemo(() => (start < stop ? { start, end: stop } : null), [start, stop]);

  /** Begins behind an offset with the first line of which nothing was made, or with the lines from one offset to another. */
  const begin = useCallback(
    (from: number, to?: number) => {
      if (text === undefined) return;
      const all = paperUnits(text);
      const free = (unit: PaperUnit) => unit.start >= from && !passages.some(({ start, end }) => start < unit.end && unit.start < end);
      const at = to === undefined ? all.findIndex(free) : unitAt(all, from);
      const begun = at < 0 ? unitAt(all, from) : at;
      if (all.length > 0) setChosen({ anchor: begun, at: to === undefined ? begun : unitAt(all, to), cell: null });
    },
    [text, passages],
  );
  const point = useCallback(
    (offset: number, extend: boolean) => {
      const at = unitAt(units, offset);
      const inside = units[at]?.cells.findIndex((one) => one.start < one.end && one.start <= offset && offset <= one.end) ?? -1;
      setChosen((now) => (now === null ? now : extend ? { ...now, at, cell: null } : { anchor: at, at, cell: inside < 0 ? null : inside }));
    },
    [units],
  );
  const step = (by: number, extend: boolean) => setChosen((now) => {
    if (now === null) return now;
    const at = Math.min(units.length - 1, Math.max(0, now.at + by));
    return { anchor: extend ? now.anchor : at, at, cell: null };
  });
  /** To the next cell of a row, or back; before the first is the row itself. */
  const aside = (by: 1 | -1) => setChosen((now) => {
    if (now === null) return now;
    const filled = (units[now.at]?.cells ?? NONE).flatMap((one, i) => (one.start < one.end ? [i] : []));
    const to = Math.min(filled.length - 1, filled.indexOf(now.cell ?? -1) + by);
    return { anchor: now.at, at: now.at, cell: filled[to] ?? null };
  });
  const end = useCallback(() => setChosen(null), []);
  return {
    /** What is chosen: its lines and, where it is a part of a row, that cell; null while nobody chooses. */
    lines: range === null ? null : { units: own, cell: cell ?? null, range },
    /** How the paper tells of being pointed at; undefined while nobody chooses. */
    onPoint: choosing ? point : undefined,
    /** How the paper tells of text that was selected in it; undefined while nobody would see what to do with it. */
    onSelect: offered ? begin : undefined,
    /** Said by what shows the chosen lines while it is there. */
    offer: setOffered,
    begin,
    step,
    aside,
    end,
  };
}

export type ChosenLines = ReturnType<typeof useChosenLines>;
/** The lines that were chosen. */
export type Lines = NonNullable<ChosenLines['lines']>;

const NONE: readonly never[] = [];

/** The line at an offset, or the last before it. */
const unitAt = (units: readonly PaperUnit[], offset: number): number => Math.max(0, units.findLastIndex(({ start }) => start <= offset));
