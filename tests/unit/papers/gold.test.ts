import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recognisePaper } from '../../../electron/services/papers/recognise-paper.ts';
import { toImportJson } from '../../../electron/services/papers/to-import-json.ts';
import { unaccounted } from '../../../electron/services/papers/unaccounted.ts';

const shared = new URL('../../../../shared/', import.meta.url);
const absent = !existsSync(new URL('gold/', shared));

type Json = Record<string, unknown>;
/** Parsed JSON of a hand-made answer: the shape is that of the import format. */
const gold = (name: string) => JSON.parse(readFileSync(new URL(`gold/${name}.json`, shared), 'utf8')) as Record<string, Json[]>;
const seed = (name: string) => readFileSync(new URL(`seeds/${name}.txt`, shared), 'utf8').replace(/\r\n?/g, '\n');

/** The fields of `wanted`, of each thing found: what the answer does not speak of is not compared. */
function like(found: readonly Json[] | undefined, wanted: readonly Json[] | undefined): Json[] {
  return (found ?? []).map((thing, i) => Object.fromEntries(Object.keys(wanted?.[i] ?? wanted?.[0] ?? {}).map((key) => [key, thing[key]])));
}

/** The import format as plain JSON, to compare with parsed answers. */
const read = (name: string) => JSON.parse(JSON.stringify(toImportJson(recognisePaper(seed(name))))) as Record<string, Json[]>;

describe('the hand-made answers', () => {
  it.skipIf(absent)('reads the working paper 001 exactly', () => {
    const wanted = gold('001');
    const found = read('001');
    expect(found['title']).toBe(wanted['title']);
    expect(found['municipality']).toBe(wanted['municipality']);
    expect(like(found['headings'], wanted['headings'])).toEqual(wanted['headings']);
    expect(like(found['records'], wanted['records'])).toEqual(wanted['records']);
    expect(like(found['meetings'], wanted['meetings'])).toEqual(wanted['meetings']);
  });

  it.skipIf(absent)('counts in 001 what a person counts', () => {
    const { records, meetings } = recognisePaper(seed('001'));
    const of = (kind: string) => records.filter((record) => record.kind === kind);
    expect([of('deliberation_item').length, of('viewpoint').length, of('issue').length, of('example').length, meetings.length]).toEqual([3, 16, 15, 19, 7]);
    const pairs = of('example').flatMap((record) => record.cities);
    expect([pairs.length, new Set(pairs).size]).toEqual([20, 5]);
  });

  it.skipIf(absent)('reads the programme sheet 002 exactly', () => {
    const wanted = gold('002');
    const found = read('002');
    const byText = (a: Json, b: Json) => String(a['text']).localeCompare(String(b['text']));
    expect(found['title']).toBe(wanted['title']);
    expect(found['municipality']).toBe(wanted['municipality']);
    // The answer lists the label cell 効果 last; the reading keeps the order of the paper.
    expect(like(found['headings'], wanted['headings']).sort(byText)).toEqual(wanted['headings']?.toSorted(byText));
    for (const part of ['records', 'programme', 'footnotes'] as const) expect(like(found[part], wanted[part])).toEqual(wanted[part]);
    expect(found['kpis']).toMatchObject(wanted['kpis'] ?? []);
    expect(found['tables']).toBe(wanted['tables']);
  });

  it.skipIf(absent).each(['000', '001', '002', '003', '004'])('drops no character of %s and claims none twice', (name) => {
    const text = seed(name);
    expect(unaccounted(text, recognisePaper(text))).toEqual({ missing: [], doubled: [] });
  });
});
