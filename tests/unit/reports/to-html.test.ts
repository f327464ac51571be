import { readFileSync } from 'node:fs';
import fontkit from '@pdf-lib/fontkit';
import { describe, expect, it } from 'vitest';
import { NEEDLESS } from '../../../build/build.ts';
import { compileBasicPolicy } from '../../../electron/services/reports/compile-basic-policy.ts';
import { extraPieces, fontFaces } from '../../../electron/services/reports/fonts.ts';
import { readFont } from '../../../electron/services/reports/read-font.ts';
import { toHtml } from '../../../electron/services/reports/to-html.ts';
import { options, source } from './report-fixture.ts';

const policy = compileBasicPolicy(source, options);

describe('the page a report is printed from', () => {
  it('asks for nothing but its fonts and runs no script', () => {
    const html = toHtml(policy, fontFaces(JSON.stringify(policy), (name) => `data:font/woff2,${name}`));
    expect([...html.matchAll(/url\(([^)]*)\)/g)].every(([, address]) => address?.startsWith('data:font/woff2'))).toBe(true);
    expect(html).not.toMatch(/<script|<img|<link|https?:|on\w+=/);
  });

  it('shows markup that a person typed as text', () => {
    const html = toHtml({ ...policy, blocks: [{ kind: 'title', text: '<img src=x onerror=alert(1)> & "quoted"' }] }, '');
    expect(html).toContain('<p class="title">&lt;img src=x onerror=alert(1)&gt; &amp; &quot;quoted&quot;</p>');
  });

  it('links every contents line to its heading and every note to its place and back', () => {
    const html = toHtml(policy, '');
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    const links = [...html.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1]);
    expect(links.length).toBeGreaterThan(40);
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
  });

  it('puts the notes of a chapter at its end', () => {
    const html = toHtml(policy, '');
    const [first = '', second = ''] = html.split('<aside class="notes">');
    expect(first.indexOf('第1章　策定の趣旨')).toBeGreaterThan(0);
    expect(second.indexOf('※2')).toBeLessThan(second.indexOf('第2章　'));
  });
});

describe('the faces a text needs', () => {
  it.each([['biz-udpmincho', 400], ['biz-udpgothic', 700]] as const)('cover every character the split set of %s has', (name, weight) => {
    const charactersOf = (piece: string) => fontkit.create(readFileSync(new URL(import.meta.resolve(`@fontsource/${name}/files/${name}-${piece}-${weight}-normal.woff2`)))).characterSet;
    const inOneFile = new Set(charactersOf('japanese'));
    const missing: string[] = [];
    for (let piece = 0; piece <= 119; piece += 1) {
      const lacking = charactersOf(String(piece)).filter((code) => !inOneFile.has(code)).map((code) => String.fromCodePoint(code));
      const found = new Set([...extraPieces(lacking.join('')).values()].flat());
      missing.push(...lacking.filter((char) => !found.has(char) && char.normalize('NFC') === char && char > '\u00ff'));
    }
    expect(missing).toEqual([]);
  });

  it('leave out of the app only pieces that the one-file faces hold whole', () => {
    const left: string[] = [];
    for (const face of ['biz-udpmincho-*-400-normal.woff2', 'biz-udpgothic-*-700-normal.woff2']) {
      const charactersIn = (piece: string) => fontkit.create(readFont(face.replace('*', piece))).characterSet;
      const inOneFile = new Set(charactersIn('japanese'));
      for (let piece = 0; piece <= 119; piece += 1) {
        if (!NEEDLESS.test(face.replace('*', String(piece)))) continue;
        left.push(String(piece));
        expect(charactersIn(String(piece)).filter((code) => !inOneFile.has(code))).toEqual([]);
      }
    }
    expect(left.length).toBe(24);
    expect([...extraPieces(String.fromCodePoint(...Array.from({ length: 0x5200 }, (_, i) => 0x4e00 + i))).keys()].filter((piece) => left.includes(piece))).toEqual([]);
  });

  it('are the two one-file faces alone for a text of common characters', () => {
    expect([...extraPieces('区役所の窓口は、平日の午前8時30分から（土日を除く。）「案内」ABC・ー')]).toEqual([]);
    expect([...extraPieces('①※髙').values()].flat().toSorted()).toEqual(['※', '①', '髙'].toSorted());
  });

  it('are there to be read', () => {
    expect(readFont('biz-udpmincho-latin-400-normal.woff').length).toBeGreaterThan(10_000);
  });
});
