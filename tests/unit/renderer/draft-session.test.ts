// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plainText } from '../../../db/domain/clause-content.ts';
import type { CitationLabels } from '../../../renderer/editor/citation-node.ts';
import { clausesOfDoc } from '../../../renderer/editor/clause-doc.ts';
import { applyChanges } from '../../../renderer/editor/diff-clauses.ts';
import { openDraft } from '../../../renderer/editor/draft-session.ts';
import { sameClause, type EditorClause } from '../../../renderer/editor/editor-clause.ts';
import { syncDoc } from '../../../renderer/editor/sync-doc.ts';
import { createStore } from '../../../renderer/shared/store.ts';
import { clause, clauseList, edited } from './clause-arbitraries.ts';
import { caret, clausesOf, editorOf, specs, type } from './draft-editor.ts';

const nothing = () => {};
const options = { labels: createStore<CitationLabels>(new Map()), onChoose: nothing, onCite: nothing, onLeave: nothing };

function fixture(start: EditorClause[]) {
  const disk = { clauses: start };
  const session = openDraft({
    read: async () => disk.clauses,
    save: async (changes) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      disk.clauses = applyChanges(disk.clauses, changes);
    },
  }, start, options);
  document.body.append(session.host);
  return { session, disk, editor: session.editor };
}
const texts = (clauses: readonly EditorClause[]) => clauses.map(({ content }) => plainText(content));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a draft open for writing', () => {
  it('saves what is typed, and an empty draft only once there is something in it', async () => {
    const { session, disk, editor } = fixture([]);
    await session.autosave.flush();
    expect(disk.clauses).toEqual([]);
    type(editor, '前文');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(texts(disk.clauses)).toEqual(['前文']);
    editor.commands.selectAll();
    editor.commands.deleteSelection();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(disk.clauses).toEqual([]);
  });

  it('takes in what came from elsewhere without moving the caret or losing unsaved typing', async () => {
    const { session, disk, editor } = fixture([clause('p3 一', 'a'), clause('p3 二', 'b'), clause('p3 三', 'c')]);
    caret(editor, 1, 1);
    type(editor, '打');
    disk.clauses = [clause('h1 章', 'n'), clause('p3 一つ', 'a'), clause('p3 二', 'b')];
    const pulled = session.pull();
    type(editor, 'つ');
    await vi.advanceTimersByTimeAsync(2_000);
    await pulled;
    expect(texts(clausesOfDoc(editor.state.doc))).toEqual(['章', '一つ', '二打つ']);
    expect(texts(disk.clauses)).toEqual(['章', '一つ', '二打つ']);
    const { $from } = editor.state.selection;
    expect([$from.parent.textContent, $from.parentOffset]).toEqual(['二打つ', 3]);
  });

  it('leaves a clause alone while an input method composes in it, and catches up afterwards', async () => {
    const { session, disk, editor } = fixture([clause('p3 一', 'a'), clause('p3 二', 'b')]);
    caret(editor, 0);
    editor.view.dom.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    expect(editor.view.composing).toBe(true);
    type(editor, 'かんじ');
    disk.clauses = [clause('p3 別の一', 'a'), clause('p3 別の二', 'b')];
    void session.pull();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(texts(clausesOf(editor))).toEqual(['一かんじ', '二']);
    expect(texts(disk.clauses)).toEqual(['別の一', '別の二']); // what is being composed is no text yet
    editor.view.dom.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(texts(clausesOf(editor))).toEqual(['一かんじ', '別の二']);
    expect(texts(disk.clauses)).toEqual(['一かんじ', '別の二']);
  });

  it('saves the last keys when it is closed', async () => {
    const { session, disk, editor } = fixture([clause('p3 一', 'a')]);
    caret(editor, 0);
    type(editor, 'つ');
    const closed = session.close();
    await vi.advanceTimersByTimeAsync(100);
    await closed;
    expect(texts(disk.clauses)).toEqual(['一つ']);
  });

  it('leaves what came from elsewhere out of its own undo', async () => {
    const { session, disk, editor } = fixture([clause('p3 一', 'a'), clause('p3 二', 'b')]);
    caret(editor, 0);
    type(editor, 'つ');
    await vi.advanceTimersByTimeAsync(1_000);
    disk.clauses = [clause('p3 一つ', 'a'), clause('p3 別の二', 'b')];
    const pulled = session.pull();
    await vi.advanceTimersByTimeAsync(500);
    await pulled;
    editor.commands.undo();
    expect(specs(editor)).toEqual(['p3 一', 'p3 別の二']);
  });
});

it('brings any document to any list of clauses, touching none that is the same', () => {
  fc.assert(fc.property(clauseList().chain((old) => fc.tuple(fc.constant(old), edited(old))), ([old, next]) => {
    const editor = editorOf(old);
    const before = new Map(editor.state.doc.children.map((node) => [String(node.attrs['id']), node]));
    const tr = syncDoc(editor.state, next, 'empty');
    const doc = tr?.doc ?? editor.state.doc;
    doc.check();
    expect(clausesOfDoc(doc)).toEqual(clausesOfDoc(editorOf(next).state.doc));
    for (const node of doc.children) {
      const was = before.get(String(node.attrs['id']));
      const wanted = next.find(({ id }) => id === node.attrs['id']);
      const unchanged = old.find(({ id }) => id === node.attrs['id']);
      if (was && wanted && unchanged && sameClause(wanted, unchanged)) expect(node.eq(was)).toBe(true);
    }
    editor.destroy();
  }), { numRuns: 60 });
});
