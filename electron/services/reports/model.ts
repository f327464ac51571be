/**
 * What a report says and how its parts stand to each other, before any file format. Pure data: the compilers make it,
 * to-docx, to-html and to-md each write the whole of it, so that Word, PDF and Markdown never say different things.
 */
export type ReportDocument = {
  title: string;
  /** The body that publishes it, for the file's properties. */
  author: string;
  /** ISO time written into the file's properties; nothing else in a report depends on the clock. */
  createdAt: string;
  cover: Cover | null;
  contents: Contents | null;
  blocks: Block[];
  /** Numbered from 1 in order of first reference; each is referred to once. */
  notes: Note[];
};

export type Cover = { title: string; edition: string; date: string; publisher: string; committee: string };

/** `depth`: the deepest heading level it lists. */
export type Contents = { title: string; depth: number };

export type Note = { number: number; text: string };

export type Run =
  | { t: 'text'; text: string; bold?: true; underline?: true }
  | { t: 'break' }
  /** The mark of a note: ※1. */
  | { t: 'note'; number: number };

export type HeadingLevel = 1 | 2 | 3 | 4 | 5;

export type Heading = {
  kind: 'heading';
  /** Letters, digits and hyphens; unique in the document: what the contents list points at. */
  id: string;
  level: HeadingLevel;
  /** As printed (第1章, 1., (1)), empty where it takes none. */
  number: string;
  runs: Run[];
  newPage: boolean;
};

export type Paragraph = {
  kind: 'paragraph';
  look: 'text' | 'small' | 'emphasis';
  /** What stands before the text and is aligned apart from it: ①, (1), ・; empty for none. */
  marker: string;
  /** Where the marker (or, without one, the text) begins, in ems from the left margin. */
  indent: number;
  /** Ems from the marker to the text; without a marker, how far the first line stands in. */
  hang: number;
  runs: Run[];
  keepWithNext: boolean;
  /** Set apart from the paragraph above, of whose list it is no part. */
  apart?: true;
};

export type Cell = { runs: Run[]; header: boolean; colspan: number; rowspan: number; centred: boolean };

export type Table = {
  kind: 'table';
  caption: string;
  /** Rows from the top that are repeated where the table goes on over a page. */
  headerRows: number;
  /** Share of the text width each column takes; they add up to 1. */
  widths: number[];
  rows: Cell[][];
};

/** Date and paper number at the top right of the first page (右上に日付と資料番号). */
export type Mark = { kind: 'mark'; date: string; paperNumber: string };

export type Title = { kind: 'title'; text: string };

export type Block = Heading | Paragraph | Table | Mark | Title;

/** Text as runs, its line ends as breaks. */
export function runsOf(text: string): Run[] {
  return text.split(/\r\n?|\n/).flatMap((line, i): Run[] => [
    ...(i > 0 ? [{ t: 'break' as const }] : []),
    ...(line === '' ? [] : [{ t: 'text' as const, text: line }]),
  ]);
}

/** A cell of text. */
export function cellOf(text: string, options: { header?: boolean; colspan?: number; centred?: boolean } = {}): Cell {
  return { runs: runsOf(text), header: options.header ?? false, colspan: options.colspan ?? 1, rowspan: 1, centred: options.centred ?? false };
}

/** The runs as plain text: breaks as line ends, note marks left out. */
export function textOfRuns(runs: readonly Run[]): string {
  return runs.map((run) => (run.t === 'text' ? run.text : run.t === 'break' ? '\n' : '')).join('');
}

/** A heading as the contents list prints it: 「第1章　総論」. */
export function headingText(heading: Heading): string {
  return [heading.number, textOfRuns(heading.runs).replaceAll('\n', '')].filter((part) => part !== '').join('　');
}

/** The headings a contents list of that depth names, in order. */
export function contentsEntries(document: ReportDocument): Heading[] {
  const depth = document.contents?.depth ?? 0;
  return document.blocks.filter((block): block is Heading => block.kind === 'heading' && block.level <= depth);
}
