/**
 * A stretch of a paragraph's text as Word draws it: \n for a line break, \f for a page break, \t for a tab.
 * `role`: what is deleted or crossed out, hidden or set above other text (ruby) is no part of the reading; what is inserted is.
 */
export type Piece = { text: string; role: 'plain' | 'inserted' | 'deleted' | 'hidden' | 'ruby' };

const TAGS: Record<Piece['role'], readonly [string, string]> = {
  plain: ['', ''], inserted: ['<ins>', '</ins>'], deleted: ['<del>', '</del>'], hidden: ['<!--', '-->'], ruby: ['<rt>', '</rt>'],
};

/** Adds a stretch to those before it. */
export function addPiece(pieces: Piece[], { text, role }: Piece): void {
  const last = pieces.at(-1);
  if (last?.role === role) last.text += text;
  else pieces.push({ text, role });
}

/** A text without certain characters at its ends. (An expression for the end would go through all spaces within.) */
export function trimmedOf(text: string, characters: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && characters.includes(text.charAt(start))) start += 1;
  while (end > start && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** What a reader of the paper sees. */
export function shownText(pieces: readonly Piece[]): string {
  return pieces.map(({ text, role }) => (role === 'plain' || role === 'inserted' ? text : '')).join('');
}

/** The text in Markdown's form, each change within its line; breaks and tabs stay as they are. */
export function dressedText(pieces: readonly Piece[]): string {
  const merged: Piece[] = [];
  for (const piece of pieces) addPiece(merged, piece);
  return merged.map(({ text, role }) => {
    const [open, close] = TAGS[role];
    return escaped(text).split(/([\n\f])/).map((line) => (line === '' || /^[\n\f]$/.test(line) ? line : open + line + close)).join('');
  }).join('');
}

/** Signs that Markdown or a tag is made of get a backslash; a lone * or _ means nothing. */
function escaped(text: string): string {
  return text.replace(/\\(?=[\\*_#.()[\]<>~`|+&-])|\*(?=\*)|(?<=\*)\*|_(?=_)|(?<=_)_|<(?=[a-z/!])|\||&(?=(?:nbsp|amp|lt|gt|quot|#\w+);)|-(?=->)/gi, '\\$&');
}

/** A line that begins as a heading, a quotation or a list of Markdown would, says that it does not. */
export function escapedStart(line: string): string {
  return line.replace(/^(?:[#>]|\*(?=[ \t]))/, '\\$&');
}
