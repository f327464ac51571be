/**
 * The form in which texts are compared: width folded (NFKC), case folded. Each character of the result keeps the offset
 * of the character it came from, so that a hit can be marked in the text as it was written (㈱ folds to three characters).
 */
export function fold(text: string): { folded: string; offsets: number[] } {
  let folded = '';
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    const form = character.normalize('NFKC').toLowerCase();
    for (let i = 0; i < form.length; i++) offsets.push(at);
    folded += form;
    at += character.length;
  }
  offsets.push(at);
  return { folded, offsets };
}

export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The token for `length` characters from `at` on: their codes in hex, apart from each other. */
const token = (text: string, at: number, length: number): string =>
  Array.from({ length }, (_, i) => `x${text.charCodeAt(at + i).toString(16)}`).join('');

/**
 * A text as the index stores it: each of its characters and each pair once, then a token of three characters for every
 * position. A query of one or two characters is one token, a longer one a phrase of threes, which finds exactly the texts
 * that contain it. (FTS5's own trigram tokenizer finds nothing for one or two characters, and most Japanese terms have
 * two; phrases of pairs are exact as well, but have far longer lists to go through.)
 */
export function indexTokens(text: string): string {
  const folded = foldText(text);
  const short = new Set<string>();
  const threes: string[] = [];
  for (let i = 0; i < folded.length; i++) {
    short.add(token(folded, i, 1));
    if (i + 1 < folded.length) short.add(token(folded, i, 2));
    if (i + 2 < folded.length) threes.push(token(folded, i, 3));
  }
  return [...short, ...threes].join(' ');
}

/** The FTS5 query that finds exactly the texts containing `text` (already non-empty), from one character up. */
export function indexQuery(text: string): string {
  const folded = foldText(text);
  if (folded.length <= 2) return token(folded, 0, folded.length);
  return `"${Array.from({ length: folded.length - 2 }, (_, i) => token(folded, i, 3)).join(' ')}"`;
}

/** Where `text` stands in `body`, as UTF-16 offsets of `body`; null where it does not. */
export function findIn(body: string, text: string): { start: number; end: number } | null {
  const asWritten = body.indexOf(text);
  if (asWritten >= 0) return { start: asWritten, end: asWritten + text.length };
  const { folded, offsets } = fold(body);
  const wanted = foldText(text);
  const at = folded.indexOf(wanted);
  const start = offsets[at];
  if (at < 0 || start === undefined) return null;
  // The end is that of the last matched character as written, even where folding made one character several.
  const last = offsets[at + wanted.length - 1] ?? start;
  const end = offsets.find((offset) => offset > last) ?? body.length;
  return { start, end };
}
