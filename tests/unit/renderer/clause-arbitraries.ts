import fc from 'fast-check';
import type { ClauseContent, Inline } from '../../../db/domain/clause-content.ts';
import { normalRuns, type EditorClause } from '../../../renderer/editor/editor-clause.ts';

const text = fc.stringMatching(/^[ぁ-んァ-ン一二三四五六七八九十a-z0-9 　、。（）①]{1,12}$/);

export const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ t: fc.constant('text' as const), text }),
  fc.record({ t: fc.constant('text' as const), text, bold: fc.constant(true as const) }),
  fc.record({ t: fc.constant('text' as const), text, bold: fc.constant(true as const), underline: fc.constant(true as const) }),
  fc.record({ t: fc.constant('cite' as const), targetId: fc.uuid() }),
  fc.constant({ t: 'break' as const }),
);

const runs = fc.array(inline, { maxLength: 5 }).map(normalRuns);
const textual: fc.Arbitrary<ClauseContent> = runs.map((list) => ({ form: 'runs', runs: list }));
const table: fc.Arbitrary<ClauseContent> = fc.integer({ min: 1, max: 3 }).chain((columns) =>
  fc.record({
    form: fc.constant('table' as const),
    caption: fc.oneof(fc.constant(''), text),
    rows: fc.array(
      fc.array(fc.record({ header: fc.boolean(), colspan: fc.constant(1), rowspan: fc.constant(1), runs }), { minLength: columns, maxLength: columns }),
      { minLength: 1, maxLength: 3 },
    ),
  }));

const level = fc.integer({ min: 0, max: 5 });
const clauseBody: fc.Arbitrary<Omit<EditorClause, 'id'>> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('heading' as const, 'paragraph' as const, 'bullet' as const), level, numbered: fc.boolean(), content: textual }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('table' as const), level, numbered: fc.boolean(), content: table }) },
);

/** A draft's clauses, each with an id of its own. */
export const clauseList = (prefix = 'c', maxLength = 12): fc.Arbitrary<EditorClause[]> =>
  fc.array(clauseBody, { maxLength }).map((list) => list.map((clause, i) => ({ id: `${prefix}${i}`, ...clause })));

/** A list made of an old one: some clauses gone, some changed, some new, in another order. */
export const edited = (old: readonly EditorClause[], prefix = 'n'): fc.Arbitrary<EditorClause[]> =>
  fc.tuple(
    fc.array(fc.constantFrom('keep' as const, 'keep' as const, 'drop' as const, 'change' as const), { minLength: old.length, maxLength: old.length }),
    clauseList(prefix, 4),
    fc.array(fc.nat(), { minLength: old.length + 4, maxLength: old.length + 4 }),
    fc.boolean(),
  ).map(([fates, added, keys, shuffle]) => {
    const kept = old.flatMap((clause, i) => {
      if (fates[i] === 'drop') return [];
      if (fates[i] === 'keep') return [clause];
      return [{ ...clause, kind: 'paragraph' as const, content: { form: 'runs' as const, runs: [{ t: 'text' as const, text: `${prefix}直した${i}` }] } }];
    });
    const list = [...kept, ...added];
    return shuffle ? list.map((clause, i) => ({ clause, key: keys[i] ?? 0 })).toSorted((a, b) => a.key - b.key).map(({ clause }) => clause) : list;
  });

/** Short-hand for tests: 「h1 はじめに」「p3 本文」「p0 文」「b0 点」; a minus sign takes the number away (「h-1 はじめに」). */
export function clause(spec: string, id = spec): EditorClause {
  const [, kind, minus, depth, words] = /^([hpb])(-?)(\d) ?(.*)$/.exec(spec) ?? [];
  const kinds = { h: 'heading', p: 'paragraph', b: 'bullet' } as const;
  const level = Number(depth);
  return {
    id,
    kind: kinds[kind === 'h' || kind === 'b' ? kind : 'p'],
    level,
    numbered: minus !== '-' && level > 0 && kind !== 'b',
    content: { form: 'runs', runs: words ? [{ t: 'text', text: words }] : [] },
  };
}
