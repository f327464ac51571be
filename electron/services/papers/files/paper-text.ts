import type { SourceRange } from '../../../contract/recognised.ts';
import type { PaperLayout, PaperWarning } from '../../../contract/papers.ts';

/**
 * What every reader of a kind of file gives: the paper as text, in the one form the recogniser reads.
 *
 * The text is Markdown where the file has structure of its own: `#` for a heading by style, a list mark or the number
 * that the program would show, `| a | b |` for a row of a table (a line break in a cell is `<br>`, a bar `\|`), `\f` where a new page begins,
 * `<del>…</del>` and `<ins>…</ins>` for tracked changes, `※1 …` for a footnote. A character of the paper that would be taken
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

/** Told now and then how far a reader is, in steps of its own (pages, sheets); `total` 0 where it is not known yet. */
export type Progress = (done: number, total: number) => void;
