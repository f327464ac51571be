import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { acceptedOthers, acceptedRows } from '../../electron/contract/preview/accepted-rows.ts';
import { rowsFromRecognised } from '../../electron/contract/preview/rows-from-recognised.ts';
import type { RecognisedPaper } from '../../electron/contract/recognised.ts';
import { recognisePaper } from '../../electron/services/papers/recognise-paper.ts';
import { compileWorkingPaper } from '../../electron/services/reports/compile-working-paper.ts';
import { toMd } from '../../electron/services/reports/to-md.ts';
import { newDesk, type Desk } from '../support/services.ts';
import { options as compileOptions, source } from '../unit/reports/report-fixture.ts';

const SEED = new URL('../../../shared/seeds/001.txt', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options = { date: '令和8年9月18日', paperNumber: '資料2' };

/** Takes a paper in as it was recognised, without a correction by hand. */
async function takeIn({ call }: Desk, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const { sha256, recognised } = await call('papers.preview', { fileName: '資料.md', bytes });
  const preview = rowsFromRecognised(recognised);
  const committee = { to: 'new', name: '見直し検討会' } as const;
  return (await call('papers.accept', { sha256, title: '検討資料', committee, rows: acceptedRows(preview.rows), ...acceptedOthers(preview) })).committeeId;
}

/** What an import takes from a paper: items, points with their cities, meetings with their intervals. */
function substance({ records, meetings }: RecognisedPaper) {
  const kinds = ['deliberation_item', 'viewpoint', 'issue', 'example'];
  return {
    records: records.filter((record) => kinds.includes(record.kind)).map(({ kind, text, cities }) => ({ kind, text, cities })),
    meetings: meetings.map(({ label, date_raw, start, end, precision, topics }) => ({ label, date_raw, start, end, precision, topics })),
  };
}

describe('a working paper taken in, printed as Markdown and read again', () => {
  async function saysTheSame(text: string): Promise<void> {
    const desk = newDesk();
    const committeeId = await takeIn(desk, text);
    const path = join(folder, `${committeeId}.md`);
    await desk.call('reports.export', { committeeId, form: 'working-paper', format: 'md', path, options });
    expect(substance(recognisePaper(readFileSync(path, 'utf8')))).toEqual(substance(recognisePaper(text)));
  }

  it('says the same', () => saysTheSame(toMd(compileWorkingPaper(source, compileOptions))));
  it.skipIf(!existsSync(SEED))('says the same where it is the first seed', () => saysTheSame(readFileSync(SEED, 'utf8')));
});

describe('exporting a report', () => {
  it('writes Word and Markdown without a browser, and says why a PDF cannot be had', async () => {
    const desk = newDesk();
    const committeeId = await takeIn(desk, toMd(compileWorkingPaper(source, compileOptions)));
    const request = (format: 'docx' | 'md' | 'pdf') => ({ committeeId, form: 'working-paper', format, path: join(folder, `paper.${format}`), options }) as const;
    expect((await desk.call('reports.export', request('docx'))).bytes).toBeGreaterThan(5000);
    expect((await desk.call('reports.export', request('md'))).bytes).toBeGreaterThan(1000);
    await desk.refused('print-unavailable', 'reports.export', request('pdf'));
    expect(readdirSync(folder).filter((name) => name.startsWith('paper')).toSorted()).toEqual(['paper.docx', 'paper.md']);
  });

  it('refuses a name that says another format, a committee with nothing to report, and a policy without a draft', async () => {
    const desk = newDesk();
    const committeeId = await desk.newCommittee();
    const path = join(folder, 'refused.docx');
    await desk.refused('unknown-export-format', 'reports.export', { committeeId, form: 'working-paper', format: 'pdf', path, options });
    await desk.refused('nothing-to-report', 'reports.export', { committeeId, form: 'working-paper', format: 'docx', path, options });
    await desk.refused('nothing-to-report', 'reports.export', { committeeId, form: 'basic-policy', format: 'docx', path, options });
    expect(existsSync(path)).toBe(false);
  });

  it('previews the page that the PDF is printed from', async () => {
    const desk = newDesk();
    const committeeId = await takeIn(desk, toMd(compileWorkingPaper(source, compileOptions)));
    const { title, html } = await desk.call('reports.preview', { committeeId, form: 'working-paper', options });
    expect(title).toBe('見直し検討会　審議資料');
    expect(html).toContain('図書館と公民館の役割、互いの連携');
    expect(html).not.toContain('<script');
  });
});
