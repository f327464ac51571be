import { Extension, InputRule } from '@tiptap/core';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { numberClauses } from '../../db/domain/numbering.ts';
import { clauseAt } from './clause-commands.ts';
import { readClauseMarker } from './clause-marker.ts';
import { formOf, formsOf } from './clause-numbers.ts';
import { numberedLevel, type ClauseForm } from './editor-clause.ts';

/** 「(1) 」「ア　」「第2章　」「・」「- 」 right at the start of a clause, the last character just typed. */
const TYPED = /^(?:[^\s　]{1,6}[ 　]|[・•])$/;

/**
 * A marker typed at the start of a text clause becomes the clause's form. A number only where it is the number the clause
 * then has, so that 「30 」 stays the thirty it was. It works for what an input method confirms as well, and one Backspace
 * (or undo) gives the typed characters back.
 */
export const MarkerInput = Extension.create({
  name: 'markerInput',
  addInputRules: () => [
    new InputRule({
      find: TYPED,
      handler: ({ state, range, match }) => (applyMarker(state, range.from, range.to, match[0]) ? undefined : null),
    }),
  ],
});

function applyMarker(state: EditorState, from: number, to: number, typed: string): Transaction | null {
  const { tr } = state;
  const place = clauseAt(tr.doc.resolve(from));
  if (!place || place.node.type.name !== 'clause' || from !== place.pos + 1 || formOf(place.node).kind !== 'paragraph') return null;
  // a marker is read by what stands behind it, so a word takes the place of the text to come
  const marked = readClauseMarker(`${typed}本文`);
  if (!marked || marked.restAt < typed.length) return null;
  const form = openingForm(marked.form);
  const forms = formsOf(tr.doc);
  if (marked.ordinal !== null && marked.ordinal !== ordinalAt(forms, place.at, form)) return null;
  tr.delete(from, to).setNodeMarkup(place.pos, null, { ...place.node.attrs, ...form });
  return tr.setSelection(TextSelection.create(tr.doc, from));
}

/** What is about to be written after 「1 」 is a heading, as the level has it. */
const openingForm = (form: ClauseForm): ClauseForm => (form.level === 2 ? { ...form, kind: 'heading' } : form);

/** The ordinal the clause would have in that form. */
function ordinalAt(forms: readonly ClauseForm[], at: number, form: ClauseForm): number | null {
  const levels = [...forms.slice(0, at), form].map(numberedLevel);
  const number = numberClauses(levels).at(-1)?.label;
  return number ? (readClauseMarker(`${number}　本文`)?.ordinal ?? null) : null;
}
