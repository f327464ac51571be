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

/** Characters a longer token holds. */
const LONG = 3;

/** The token of one character: its code in hex. Those of several stand apart from each other by their x. */
const sign = (code: number): string => `x${code.toString(16)}`;

/** The token for `length` characters from `at` on. */
const token = (text: string, at: number, length: number): string =>
  Array.from({ length }, (_, i) => sign(text.charCodeAt(at + i))).join('');

/**
 * A text as the index stores it: each character, each pair and each three of it, once. FTS5's own trigram tokenizer finds
 * nothing for one or two characters, and most Japanese terms have two.
 */
export function indexTokens(text: string): string {
  const folded = foldText(text);
  const tokens = new Set<string>();
  let [first, second] = ['', ''];
  // The tokens that end at each character.
  for (let i = 0; i < folded.length; i++) {
    const third = sign(folded.charCodeAt(i));
    tokens.add(third);
    if (i > 0) tokens.add(second + third);
    if (i > 1) tokens.add(first + second + third);
    [first, second] = [second, third];
  }
  return [...tokens].join(' ');
}

/**
 * The FTS5 query for the texts that may contain `text` (already non-empty): exact up to three characters. Of a longer
 * text it asks for every second three, which few other texts have all of; the rows are then to be checked with findIn.
 * (A phrase of all of them would be exact, but takes half as long again.)
 */
export function indexQuery(text: string): string {
  const folded = foldText(text);
  if (folded.length <= LONG) return token(folded, 0, folded.length);
  const last = folded.length - LONG;
  const places = Array.from({ length: Math.ceil(last / 2) }, (_, i) => i * 2);
  return [...places, last].map((at) => token(folded, at, LONG)).join(' AND ');
}

/** Where `text` stands in `body`, as UTF-16 offsets of `body`; null where it does not. */
export function findIn(body: string, text: string): { start: number; end: number } | null {
  const asWritten = body.indexOf(text);
  if (asWritten >= 0) return { start: asWritten, end: asWritten + text.length };
  const wanted = foldText(text);
  if (!foldText(body).includes(wanted)) return null; // most of what the index offers in vain ends here, quickly
  const { folded, offsets } = fold(body);
  const at = folded.indexOf(wanted);
  const start = offsets[at];
  if (at < 0 || start === undefined) return null;
  // The end is that of the last matched character as written, even where folding made one character several.
  const last = offsets[at + wanted.length - 1] ?? start;
  const end = offsets.find((offset) => offset > last) ?? body.length;
  return { start, end };
}
