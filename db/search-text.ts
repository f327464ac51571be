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

const hex = (text: string, i: number): string => text.charCodeAt(i).toString(16);

/**
 * A text as the index stores it: one token a position, `x<this character>y<the next>` (the last ends in a bare `y`), then
 * each of its characters once as `x<character>`, for queries of one character: a prefix query over the pairs would have
 * to merge thousands of lists. FTS5's own trigram tokenizer finds nothing for one or two characters, and most Japanese
 * terms have two.
 */
export function indexTokens(text: string): string {
  const folded = foldText(text);
  const characters = new Set<string>();
  const tokens: string[] = [];
  for (let i = 0; i < folded.length; i++) {
    const character = `x${hex(folded, i)}`;
    characters.add(character);
    tokens.push(`${character}y${i + 1 < folded.length ? hex(folded, i + 1) : ''}`);
  }
  return [...tokens, ...characters].join(' ');
}

/** The FTS5 query that finds exactly the texts containing `text` (already non-empty), from one character up. */
export function indexQuery(text: string): string {
  const folded = foldText(text);
  if (folded.length === 1) return `x${hex(folded, 0)}`;
  const tokens: string[] = [];
  for (let i = 0; i + 1 < folded.length; i++) tokens.push(`x${hex(folded, i)}y${hex(folded, i + 1)}`);
  return `"${tokens.join(' ')}"`;
}

/** Where `text` first stands in `body`, as UTF-16 offsets of `body`; null where it does not. */
export function findIn(body: string, text: string): { start: number; end: number } | null {
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
