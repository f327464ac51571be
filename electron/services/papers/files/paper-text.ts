import type { SourceRange } from '../../../contract/recognised.ts';
import type { PaperLayout, PaperWarning } from '../../../contract/papers.ts';

/**
 * What every reader of a kind of file gives: the paper as text, in the one form the recogniser reads.
 *
 * The text is Markdown where the file has structure of its own: `#` for a heading by style, a list mark or the number
 * that the program would show, `| a | b |` for a row of a table (a line break in a cell is `<br>`, a bar `\|`), `\f` where a new page begins,
 * `<del>…</del>` and `<ins>…</ins>` for tracked changes, `<rt>…</rt>` for the reading above a word, `<!--…-->` for hidden text,
 * `※1 …` for a footnote, two spaces at the end of a line that was ended on purpose within its paragraph. Two tables right
 * below each other are told apart by a rule (`| --- |`) on top of the second. A character of the paper that would be taken
 * for such a sign is escaped with a backslash. Line ends are \n; there is no byte order mark.
 */
export type PaperText = {
  text: string;
  /** How the file was read, as shown to a person: 「UTF-8」「Word」「PDF」「CSV（Shift_JIS）」. */
  encoding: string;
  /** Page numbers and running heads that the file itself tells apart, where their form in the text would not. */
  furniture?: readonly SourceRange[];
  /** Where each line stands on its page, of files that have pages. */
  layout?: PaperLayout;
  warnings?: readonly PaperWarning[];
};

/**
 * Told how far a reader is, in steps of its own (pages, sheets); `total` 0 where it is not known yet. Each call is a sign of
 * life, and a reader that gives none for some seconds is ended as stuck (electron/reader/pool.ts): it is called at least
 * once in a tenth of a second of work on a fast machine, with the same numbers if need be, and only where the reader has
 * got further in the file.
 */
export type Progress = (done: number, total: number) => void;
