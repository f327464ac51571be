import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { v7 as uuid } from 'uuid';

type Known = ReadonlySet<string>;

/** Holds every id that was this draft's since it was opened. */
const key = new PluginKey<Known>('clause-ids');
const GIVEN = 'clause-ids-given';

/** Says that the ids a transaction brings are this draft's own, such as those read from the store: they are kept. */
export const withOwnIds = (tr: Transaction): Transaction => tr.setMeta(GIVEN, true);

/**
 * Gives every new clause an id of its own: where one was split off or copied, and where one was pasted from another draft,
 * whose clause must stay that draft's. The clause that was there before keeps its id, and with it its history and who
 * cites it; so does one that was cut here and is pasted again.
 */
export const ClauseIds = Extension.create({
  name: 'clauseIds',
  addProseMirrorPlugins: () => [
    new Plugin<Known>({
      key,
      state: {
        init: (_, { doc }) => new Set(idsOf(doc)),
        apply: (tr, known) => (tr.getMeta(GIVEN) === true ? new Set([...known, ...idsOf(tr.doc)]) : known),
      },
      appendTransaction: (transactions, before, state) => (transactions.some((tr) => tr.docChanged) ? withIds(transactions, before, state) : null),
    }),
  ],
});

const idOf = (block: Node): string => String(block.attrs['id'] ?? '');
const idsOf = (doc: Node): string[] => doc.children.map(idOf).filter((id) => id !== '');

function withIds(transactions: readonly Transaction[], before: EditorState, state: EditorState): Transaction | null {
  const known = key.getState(state);
  const places = new Map<string, number[]>();
  const wanting: number[] = [];
  state.doc.forEach((block, pos) => {
    const id = idOf(block);
    if (known?.has(id)) places.set(id, [...(places.get(id) ?? []), pos]);
    else wanting.push(pos);
  });
  const doubled = [...places].filter(([, positions]) => positions.length > 1);
  if (doubled.length > 0) {
    const owners = placesNow(before.doc, transactions);
    for (const [id, positions] of doubled) {
      const owner = positions.find((pos) => pos === owners.get(id)) ?? positions[0];
      wanting.push(...positions.filter((pos) => pos !== owner));
    }
  }
  if (wanting.length === 0) return null;
  const { tr } = state;
  for (const pos of wanting) tr.setNodeAttribute(pos, 'id', uuid());
  return withOwnIds(tr);
}

/** Where the clauses of the document before stand now, by id; those taken out are left out. */
function placesNow(doc: Node, transactions: readonly Transaction[]): Map<string, number> {
  const places = new Map<string, number>();
  doc.forEach((block, offset) => {
    let pos = offset;
    let gone = false;
    for (const { mapping } of transactions) {
      const mapped = mapping.mapResult(pos, 1);
      gone ||= mapped.deletedAfter;
      pos = mapped.pos;
    }
    if (!gone) places.set(idOf(block), pos);
  });
  return places;
}
