import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPaper } from '../../../../electron/services/papers/read-paper.ts';
import { toImportJson } from '../../../../electron/services/papers/to-import-json.ts';
import { framed, makeXlsx } from '../xlsx/build-xlsx.ts';

const shared = new URL('../../../../../shared/', import.meta.url);
const absent = !existsSync(new URL('gold/', shared));

type Json = Record<string, unknown>;
/** Parsed JSON of a hand-made answer: the shape is that of the import format. */
const gold = (name: string) => JSON.parse(readFileSync(new URL(`gold/${name}.json`, shared), 'utf8')) as Record<string, Json[]>;
const seed = (name: string) => readFileSync(new URL(`seeds/${name}.txt`, shared), 'utf8').replace(/\r\n?/g, '\n');
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The blocks of a paper in text, parted by blank lines. */
const blocksOf = (text: string) => text.trim().split(/\n[ \u3000]*\n/).map((block) => block.split('\n').filter((line) => line.trim() !== ''));
const isTable = (lines: readonly string[]) => lines.some((line) => line.includes('\t'));
const withoutTags = (text: string) => text.replace(/<\/?p>/g, '').trim();

function asPage(text: string): string {
  const body = blocksOf(text).map((lines) => {
    if (isTable(lines)) return `<table>${lines.map((line) => `<tr>${line.split('\t').map((cell) => `<td>${escaped(withoutTags(cell))}</td>`).join('')}</tr>`).join('')}</table>`;
    return lines.map((line) => {
      const heading = /^\s*(#+)\s+(.*)$/.exec(line);
      if (heading) return `<h${heading[1]?.length}>${escaped(heading[2] ?? '')}</h${heading[1]?.length}>`;
      const item = /^\s*-\s+(.*)$/.exec(line);
      return item ? `<ul><li>${escaped(item[1] ?? '')}</li></ul>` : `${escaped(line)}<br>`;
    }).join('\n');
  });
  return `<!DOCTYPE html><meta charset="utf-8"><body>${body.map((block) => (/^<(?:h|ul|table)/.test(block) ? block : `<p>${block}</p>`)).join('\n')}`;
}

const asWorkbook = (text: string) => makeXlsx([{
  rows: blocksOf(text).flatMap((lines) => [...(isTable(lines) ? framed(lines.map((line) => line.split('\t').map((cell) => withoutTags(cell) || null))) : lines.map((line) => [line.trim()])), []]),
}]);

/** Kinds, texts and cities, white space out. */
const told = (records: readonly Json[] | undefined) => (records ?? []).map(({ kind, text, cities }) => [kind, String(text).replace(/\s/g, ''), cities]);
const squeezed = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, each: unknown) => (/source/i.test(key) ? undefined : typeof each === 'string' ? each.replace(/\s/g, '') : each)));

async function imported(fileName: string, bytes: Uint8Array): Promise<Record<string, Json[]>> {
  const { recognised } = await readPaper(fileName, bytes);
  return JSON.parse(JSON.stringify(toImportJson(recognised))) as Record<string, Json[]>;
}

describe('the seeds in other kinds of file', () => {
  it.skipIf(absent)('reads the working paper 001 from a page as from its text', async () => {
    const found = await imported('001.html', new TextEncoder().encode(asPage(seed('001'))));
    const wanted = gold('001');
    expect(told(found['records'])).toEqual(told(wanted['records']));
    expect(found['headings']?.map(({ text, level }) => [text, level])).toEqual(wanted['headings']?.map(({ text, level }) => [text, level]));
    expect(found['meetings']?.map(({ start, end }) => [start, end])).toEqual(wanted['meetings']?.map(({ start, end }) => [start, end]));
  });

  it.skipIf(absent).each([
    ['page', '002.html', (text: string) => new TextEncoder().encode(asPage(text))],
    ['workbook', '002.xlsx', asWorkbook],
  ] as const)('reads the programme sheet 002 from a %s as from its text', async (_kind, fileName, made) => {
    const found = await imported(fileName, made(seed('002')));
    const wanted = gold('002');
    expect(told(found['records'])).toEqual(told(wanted['records']));
    expect(squeezed(found['programme'])).toEqual(squeezed(wanted['programme']));
    expect(found['kpis']).toMatchObject(wanted['kpis'] ?? []);
    expect([found['title'], found['tables'], found['footnotes']?.length]).toEqual([wanted['title'], wanted['tables'], wanted['footnotes']?.length]);
  });
});
