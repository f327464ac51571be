import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CitationLabels } from '../../../renderer/editor/citation-node.ts';
import { clausesOfDoc, docOfClauses } from '../../../renderer/editor/clause-doc.ts';
import { draftExtensions } from '../../../renderer/editor/draft-extensions.ts';
import { createStore } from '../../../renderer/shared/store.ts';
import { clauseList } from './clause-arbitraries.ts';

const nothing = () => {};
const schema = getSchema(draftExtensions({ labels: createStore<CitationLabels>(new Map()), onChoose: nothing, onCite: nothing, onLeave: nothing }));
const through = (clauses: Parameters<typeof docOfClauses>[0]) => {
  const doc = schema.nodeFromJSON(docOfClauses(clauses));
  doc.check();
  return clausesOfDoc(doc);
};
const isBlankPage = ([only, ...others]: Parameters<typeof docOfClauses>[0]) =>
  others.length === 0 && only?.kind === 'paragraph' && only.level === 0 && only.content.form === 'runs' && only.content.runs.length === 0;

it('gives every clause back as it was: forms, texts, marks, citations, breaks and tables', () => {
  fc.assert(fc.property(clauseList('c', 20).filter((list) => !isBlankPage(list)), (clauses) => {
    expect(through(clauses)).toEqual(clauses);
  }));
});

it('shows an empty draft as a page to write on, which is no clause', () => {
  expect(docOfClauses([], 'x').content).toHaveLength(1);
  expect(through([])).toEqual([]);
});

it('takes in content that is not in its normal form', () => {
  const odd = { id: 'a', kind: 'paragraph' as const, level: 0, numbered: false, content: { form: 'runs' as const, runs: [
    { t: 'text' as const, text: '一' }, { t: 'text' as const, text: '' }, { t: 'text' as const, text: '二\n三' },
  ] } };
  expect(through([odd])[0]?.content).toEqual({ form: 'runs', runs: [{ t: 'text', text: '一二' }, { t: 'break' }, { t: 'text', text: '三' }] });
  const noRows = { id: 't', kind: 'table' as const, level: 0, numbered: false, content: { form: 'table' as const, caption: '表', rows: [] } };
  expect(through([noRows])[0]?.content).toMatchObject({ form: 'table', caption: '表', rows: [[{ runs: [] }]] });
});
