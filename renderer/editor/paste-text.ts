import { textContent } from '../../db/domain/clause-content.ts';
import { readClauseMarker } from './clause-marker.ts';
import { BODY, type EditorClause } from './editor-clause.ts';

/** A clause that is yet to get its id. */
export type PastedClause = Omit<EditorClause, 'id'>;

/**
 * Pasted plain text as clauses, a line each: a line that opens with 第1章 / 1 / (1) / ア / (ア) / ・ is a clause of that
 * level without the marker, a Markdown heading a heading, any other line text. Empty lines are left out; nothing else is.
 */
export function clausesOfText(text: string): PastedClause[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const hashes = /^(#{1,6})[ \t　]+(?=\S)/.exec(line);
    const body = (hashes ? line.slice(hashes[0].length) : line).replace(/^[ \t　]+|[ \t　]+$/g, '');
    if (body === '') return [];
    const marked = readClauseMarker(body);
    if (hashes) {
      const form = marked ? { ...marked.form, kind: 'heading' as const } : { kind: 'heading' as const, level: Math.min(5, hashes[1]?.length ?? 1), numbered: false };
      return [{ ...form, content: textContent(marked ? body.slice(marked.restAt) : body) }];
    }
    return [marked ? { ...marked.form, content: textContent(body.slice(marked.restAt)) } : { ...BODY, content: textContent(body) }];
  });
}
