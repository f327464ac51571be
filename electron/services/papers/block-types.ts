import type { RecognisedPaper, RecordKind } from '../../contract/recognised.ts';
import type { Marker } from '../../../db/domain/marker.ts';
import type { Line, Span } from './lines.ts';
import type { Open } from './outline.ts';
import type { Table } from './tables.ts';

export type HeadingBlock = {
  kind: 'heading';
  level: number;
  /** The heading as the blocks below it name it. */
  open: Open;
  source: { start: number; end: number };
};

export type TextBlock = {
  kind: 'text';
  marker: Marker | null;
  /** The lines it was printed on, markers off; joined they are `text`. */
  pieces: Span[];
  text: string;
  /** Marker included. */
  start: number;
  /** Its first and its last line. */
  line: Line;
  lastLine: Line;
  /** Index in the blocks of the item it belongs to. */
  owner: number | null;
  /** Who says it, in minutes that name the speaker apart from the words. */
  speaker?: string;
  /** What it is whatever its section says, in papers that hold nothing else. */
  as?: RecordKind;
  /** Brackets still open at its end. */
  open: number;
};

export type TableBlock = { kind: 'table'; table: Table };

export type NoteBlock = { kind: 'note'; marker: string; pieces: Span[]; text: string; start: number };

/** An indicator that a list sets out on lines of its own. */
export type IndicatorBlock = { kind: 'indicator'; kpi: RecognisedPaper['kpis'][number] };

/** A block and the headings it stands under, outermost first. */
export type Block = (HeadingBlock | TextBlock | TableBlock | NoteBlock | IndicatorBlock) & { under: readonly Open[] };
