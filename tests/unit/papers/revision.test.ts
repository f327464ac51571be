import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, nameWithoutVersion, sketchOf } from '../../../db/domain/likeness.ts';
import { saysTheSame, squeeze } from '../../../db/domain/squeeze.ts';
import { alignTexts } from '../../../electron/services/papers/revision/align-texts.ts';
import { matchRecords } from '../../../electron/services/papers/revision/match-records.ts';
import { recognisePaper } from '../../../electron/services/papers/recognise-paper.ts';
import { entriesOf } from '../../../electron/services/records/entries.ts';
import { incomingOf } from '../../../electron/services/revision/incoming.ts';
import { randomOf } from '../../bench/texts.ts';
import { mutateLines, placesOf } from '../../support/mutated-lines.ts';
import { print, revise, writePaper } from '../../support/revised-paper.ts';

const RUNS = 500;

const rowsOf = (text: string) => entriesOf(incomingOf(recognisePaper(text), 'committee', '')).map(({ placed }) => placed);

/** How a paper's lines fared in its next version, by a generator that knows where each belongs. */
function fare(seed: number, share: number) {
  const random = randomOf(seed);
  const paper = writePaper(random, 4, 5);
  const { paper: next } = revise(random, paper, share);
  const [was, is] = [print(paper), print(next)];
  const old = rowsOf(was.text);
  const [a, b] = [squeeze(was.text), squeeze(is.text)];
  const matches = matchRecords(old, rowsOf(is.text), a, b, alignTexts(a.text, b.text));
  const count = { right: 0, wrong: 0, tray: 0, gone: 0, goneToTray: 0 };
  for (const { key } of paper.lines) {
    const place = was.placeOf.get(key);
    const record = old.find(({ table, ranges: [range] }) => table === 'point' && place !== undefined && range !== undefined && range.start < place.end && range.end > place.start);
    const match = matches.get(record?.id ?? '');
    const range = match?.row?.ranges[0] ?? match?.range ?? null;
    const belongs = is.placeOf.get(key);
    if (belongs === undefined) {
      count.gone += 1;
      if (range === null) count.goneToTray += 1;
    } else if (range === null) count.tray += 1;
    else if (range.start < belongs.end && range.end > belongs.start) count.right += 1;
    else count.wrong += 1;
  }
  return count;
}

describe('a newer version of a paper', () => {
  it(`has at least 95 of 100 lines that stayed found at their place, over ${RUNS} papers with 20 % of their lines changed`, () => {
    let [right, stayed, goneToTray, gone, worst] = [0, 0, 0, 0, 1];
    for (let seed = 1; seed <= RUNS; seed++) {
      const count = fare(seed, 0.2);
      const all = count.right + count.wrong + count.tray;
      right += count.right;
      stayed += all;
      gone += count.gone;
      goneToTray += count.goneToTray;
      worst = Math.min(worst, count.right / all);
    }
    console.log(`lines that stayed, at their right place: ${((100 * right) / stayed).toFixed(2)} % of ${stayed} (worst paper ${(100 * worst).toFixed(1)} %); lines taken out, in the tray: ${((100 * goneToTray) / gone).toFixed(1)} % of ${gone}`);
    expect(right / stayed).toBeGreaterThan(0.995);
    expect(worst).toBeGreaterThanOrEqual(0.95);
    expect(goneToTray / gone).toBeGreaterThan(0.95);
  });

  it('has at least 95 of 100 records found, in papers as other cities write them and any 20 % of their lines changed', () => {
    const folder = new URL('../../fixtures/papers/', import.meta.url);
    let [right, stayed] = [0, 0];
    for (const name of readdirSync(folder).filter((file) => /\.(?:md|txt)$/.test(file))) {
      const text = readFileSync(new URL(name, folder), 'utf8').replaceAll('\r', '');
      const old = rowsOf(text);
      for (let seed = 1; seed <= 6; seed++) {
        const lines = mutateLines(randomOf(seed * 977 + text.length), text, 0.2);
        const newer = lines.map((line) => line.text).join('\n');
        const [was, is] = [placesOf(text.split('\n').map((line, id) => ({ id, text: line }))), placesOf(lines)];
        const [a, b] = [squeeze(text), squeeze(newer)];
        const matches = matchRecords(old, rowsOf(newer), a, b, alignTexts(a.text, b.text));
        for (const { id, ranges: [range] } of old) {
          const overlaps = (one: { start: number; end: number } | null | undefined, other: { start: number; end: number }) => one !== null && one !== undefined && one.start < other.end && one.end > other.start;
          const alive = [...was].filter(([, place]) => overlaps(range, place)).flatMap(([line]) => is.get(line) ?? []);
          if (alive.length === 0) continue;
          stayed += 1;
          const found = matches.get(id)?.row?.ranges[0] ?? matches.get(id)?.range;
          if (alive.some((place) => overlaps(found, place))) right += 1;
        }
      }
    }
    console.log(`records of papers as other cities write them, at their right place: ${((100 * right) / stayed).toFixed(2)} % of ${stayed}`);
    expect(right / stayed).toBeGreaterThan(0.95);
  });

  it('keeps every line in its place where nothing but the numbers, the line ends and the dress differ', () => {
    fc.assert(fc.property(fc.integer(), (seed) => {
      const paper = writePaper(randomOf(seed), 3, 4);
      const { text } = print(paper);
      const dressed = text.replaceAll('- ', '・').replaceAll(/^(・?)([①-⑳])/gmu, '$1$2　').replaceAll('#### ', '').replaceAll('### ', '## ').replaceAll('、', '、\n　').replaceAll('\n\n', '\n\n- 1 -\n\n');
      const [a, b] = [squeeze(text), squeeze(dressed)];
      const placeOf = alignTexts(a.text, b.text);
      const lost = placeOf.filter((place, i) => place < 0 && !/[0-9-]/.test(a.text[i] ?? '')).length;
      expect(lost).toBe(0);
    }), { numRuns: 30 });
  });
});

describe('the alignment of two texts', () => {
  const text = fc.array(fc.constantFrom(...Array.from('市区町村の窓口を開く。')), { maxLength: 120 }).map((parts) => parts.join(''));

  it('gives each character at most one place, where the same character stands', () => {
    fc.assert(fc.property(text, text, (a, b) => {
      const places = Array.from(alignTexts(a, b));
      const given = places.filter((place) => place >= 0);
      expect(new Set(given).size).toBe(given.length);
      expect(places.every((place, i) => place < 0 || b[place] === a[i])).toBe(true);
    }), { numRuns: 300 });
  });

  it('finds every character of a text in itself, however it repeats', () => {
    fc.assert(fc.property(text, fc.integer({ min: 1, max: 5 }), (a, times) => {
      const whole = a.repeat(times);
      expect(Array.from(alignTexts(whole, whole))).toEqual(Array.from(whole, (_, i) => i));
    }), { numRuns: 100 });
  });

  it('is not held up by long papers that have nothing but one phrase, again and again', () => {
    const same = 'を推進することとする。'.repeat(20_000);
    const start = performance.now();
    alignTexts(same, same.slice(7));
    expect(performance.now() - start).toBeLessThan(10_000); // 0.3 s on an idle machine; comparing all with all would take hours
  });
});

describe('the squeezed text', () => {
  it('knows where each of its characters stood', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...Array.from('窓口 　\n#*-①②(1)㈱ＡB|<b></b>。𠮷')) }), (source) => {
      const { text, offsets } = squeeze(source);
      expect(offsets).toHaveLength(text.length);
      expect(Array.from(offsets).every((offset, i) => saysTheSame(String.fromCodePoint(source.codePointAt(offset) ?? 0), text[i] ?? '') || offset < source.length)).toBe(true);
      expect(Array.from(offsets)).toEqual(Array.from(offsets).toSorted((a, b) => a - b));
    }), { numRuns: 300 });
  });
});

describe('papers alike', () => {
  it('are told from others by their sketches', () => {
    const [one, other] = [writePaper(randomOf(1), 4, 5), writePaper(randomOf(99), 4, 5)];
    const sketches = [one, revise(randomOf(2), one, 0.2).paper, other].map((paper) => sketchOf(print(paper).text));
    const [was, is, another] = sketches;
    if (was === undefined || is === undefined || another === undefined) throw new Error('three sketches');
    expect(likeness(was, was)).toBe(1);
    expect(likeness(was, is)).toBeGreaterThan(0.6);
    expect(likeness(was, another)).toBeLessThan(likeness(was, is) - 0.2);
    expect(likeness(was, sketchOf(''))).toBe(0);
  });

  it.each(['資料2.docx', '資料2（差替）.docx', '資料２_差し替え.pdf', '資料2_v2.md', '資料2 修正版.txt', '資料2(修正後).pdf', '資料2_20250601.docx', '資料2(1).pdf', '資料2【訂正】.pdf'])('are named alike: %s', (name) => {
    expect(nameWithoutVersion(name)).toBe('資料2');
  });
});
