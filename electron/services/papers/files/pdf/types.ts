import type { Tag } from './tags.ts';

/**
 * Text that PDF.js gives in one go, in points from the top left of the page as it is read: for vertical writing the page
 * is turned, so that text always runs to the right and lines follow downwards (turn.ts).
 * `face` says how its letters look (faces.ts), `tag` what the PDF itself says that it is.
 */
export type Run = { text: string; x: number; right: number; base: number; size: number; face: string; tag?: Tag | undefined };

/** A stretch of a line without a wide gap in it. */
export type Piece = {
  text: string; x: number; right: number; base: number; top: number; bottom: number; size: number;
  /** The faces of its letters; of the Japanese ones, where there are any. */
  faces: readonly string[];
  /** Where text goes on after a gap, as behind a label: lines below may begin there. */
  tab?: number;
  /** Where all of it has one. */
  tag?: Tag | undefined;
};

/** What stands on one level: a line of text, or the cells of a row. */
export type Row = { pieces: Piece[]; base: number; top: number; bottom: number; size: number; ruby?: Piece[] };

/** The column that a line stands in. */
export type Column = {
  left: number;
  edge: number;
  /** The usual distance of two lines, in their size. */
  pitch: number;
  /** How far from the left edge a line may begin and still be one that is set from the left, in its size. */
  indent: number;
};

/** A line as it is printed, in its column. `page`: where that is not the page of what it stands in. */
export type Line = Piece & Column & { ruby?: Piece[]; page?: Page };

/** A cell's paragraphs, each of its printed lines. */
export type Cell = Line[][];

/** What a page holds, in the order in which it is read. */
export type Element = { kind: 'line'; line: Line } | Table;

/**
 * `xs`: where its columns part, its edges among them. `tagged`: of a table told by tags, which of its rows the first and the last
 * one here are, `of` so many.
 */
export type Table = { kind: 'table'; rows: Cell[][]; top: number; bottom: number; xs: number[]; tagged?: { first: number; last: number; of: number } };

/** A ruling line: at `at` across, from `from` to `to` along. */
export type Rule = { at: number; from: number; to: number };
export type Rulings = { across: Rule[]; down: Rule[] };
/** A small round or square shape. */
export type Dot = { x: number; right: number; middle: number };
export type Drawing = { rulings: Rulings; dots: Dot[] };

/** What stands above and below the lines of a page set vertically (margins.ts). */
export type Margins = { head: Row[]; foot: Row[] };

/**
 * A page before its layout is known. `turn`: how many quarters it was turned for its text to run to the right; `drawn`: whether
 * what is drawn on it was read, so that the colours of its letters are known.
 */
export type Page = { number: number; width: number; height: number; turn: Turn; runs: readonly Run[]; rows: Row[]; margins: Margins; drawn: boolean; rulings: Rulings | null };
export type Turn = 0 | 1 | 2 | 3;
