import { describe, expect, it } from 'vitest';
import { recognisePaper } from '../../../electron/services/papers/recognise-paper.ts';
import { compileBasicPolicy } from '../../../electron/services/reports/compile-basic-policy.ts';
import { compileWorkingPaper } from '../../../electron/services/reports/compile-working-paper.ts';
import { toMd } from '../../../electron/services/reports/to-md.ts';
import { clauseTexts, outOfOrder } from './expected-text.ts';
import { options, source } from './report-fixture.ts';

const KINDS = ['viewpoint', 'issue', 'example'] as const;

describe('the working paper as Markdown', () => {
  const recognised = recognisePaper(toMd(compileWorkingPaper(source, options)));

  it('gives an import the same items back', () => {
    const items = recognised.records.filter((record) => record.kind === 'deliberation_item');
    expect(items.map((record) => [record.marker, record.text])).toEqual(source.items.map((item) => [item.number, item.title]));
  });

  it('gives an import the same points back, with their numbers, cities and child lines', () => {
    const read = recognised.records.filter((record) => KINDS.some((kind) => kind === record.kind));
    expect(read.map(({ kind, marker, text, cities, parent }) => ({ kind, marker: marker ?? '', text, cities, parent: parent === null ? null : recognised.records[parent]?.text })))
      .toEqual(source.items.flatMap((item) => KINDS.flatMap((kind) => source.points.filter((point) => point.itemId === item.id && point.kind === kind)))
        .map(({ kind, number, text, cities, parentId }) => ({ kind, marker: number, text, cities, parent: parentId === null ? null : source.points.find((point) => point.id === parentId)?.text })));
  });

  it('gives an import the same meetings back, their dates as written', () => {
    expect(recognised.meetings.map(({ label, date_raw, topics }) => ({ label, date_raw, topics })))
      .toEqual(source.meetings.map(({ label, dateRaw, topics }) => ({ label, date_raw: dateRaw, topics })));
  });
});

describe('a working paper with an issue outside its items', () => {
  const [point] = source.points.filter((one) => one.kind === 'issue');
  if (!point) throw new Error('the fixture has issues');
  const outside = { ...point, id: 'outside', itemId: null, number: '①', text: '市の南北で施設の数に差がある。' };
  const { records } = recognisePaper(toMd(compileWorkingPaper({ ...source, points: [outside, ...source.points] }, options)));

  it('gives it back outside the items, and the items as items', () => {
    expect(records.find((record) => record.text === outside.text)).toMatchObject({ kind: 'issue', marker: '①' });
    expect(records.filter((record) => record.kind === 'deliberation_item').map((record) => record.text)).toEqual(source.items.map((item) => item.title));
    expect(records.filter((record) => record.kind === 'issue').length).toBe(1 + source.points.filter((one) => one.kind === 'issue').length);
  });
});

describe('the basic policy as Markdown', () => {
  const text = toMd(compileBasicPolicy(source, options));

  it('holds every clause in order', () => {
    const plain = text.replace(/[\s　]+|\[\^\d+\]|\*\*|^[-#]+ /gm, '').replace(/\||---/g, '');
    expect(outOfOrder(plain, clauseTexts(source).map((clause) => clause.replace(/^・/, '')))).toEqual([]);
  });

  it('has a footnote for each mark', () => {
    const marks = [...text.matchAll(/(?<!^)\[\^(\d+)\](?!:)/gm)].map((match) => match[1]);
    const notes = [...text.matchAll(/^\[\^(\d+)\]: /gm)].map((match) => match[1]);
    expect(marks).toEqual(notes);
    expect(notes.length).toBeGreaterThan(10);
  });
});
