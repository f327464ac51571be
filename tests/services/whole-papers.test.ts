import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { acceptedOthers, acceptedRows } from '../../electron/contract/preview/accepted-rows.ts';
import { countPreview } from '../../electron/contract/preview/preview.ts';
import { rowsFromRecognised } from '../../electron/contract/preview/rows-from-recognised.ts';
import { newDesk } from '../support/services.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));
const papers = ['papers', 'kinds'].flatMap((folder) => readdirSync(`${FIXTURES}/${folder}`).filter((name) => /\.(?:txt|md)$/.test(name)).map((name) => `${folder}/${name}`));

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, one) => all + one, 0);

describe('everything that is recognised in a paper', () => {
  it.each(papers)('becomes a record tied to its words: %s', async (path) => {
    const { call } = newDesk();
    const { sha256, text, recognised } = await call('papers.preview', { fileName: path, bytes: readFileSync(`${FIXTURES}/${path}`) });
    const preview = rowsFromRecognised(recognised);
    const content = { rows: acceptedRows(preview.rows), ...acceptedOthers(preview) };
    const { committeeId, paperId, ...made } = await call('papers.accept', { sha256, title: path, committee: { to: 'new', name: '検討会' }, ...content });
    const { items, points, childLines, excerpts, meetings, members, indicators, actions } = countPreview(preview);
    // Items of one title are one.
    expect({ ...made, items: 0 }).toEqual({ items: 0, points: sum(points) + sum(childLines), excerpts, meetings, members, indicators, actions });
    expect(made.items).toBeLessThanOrEqual(items);

    const all = await call('excerpts.all', { committeeId, paperId });
    const { passages } = await call('papers.text', { committeeId, paperId });
    const owners = new Set(passages.map(({ recordId }) => recordId));
    expect(owners.size).toBe(sum(made));
    expect(all.indicators.map(({ id: _id, paperId: _paper, values, ...one }) => ({ ...one, values: values.map(({ label, value }) => ({ label, value })) }))).toEqual(content.indicators);
    expect(all.actions.map(({ id: _id, paperId: _paper, plans, progress, ...one }) => ({
      ...one,
      plans: plans.map(({ id: _plan, cells, ...plan }) => ({ ...plan, cells: cells.map(({ year, text: cell }) => ({ year, text: cell })) })),
      progress: progress.map(({ id: _done, fiscalYear: _year, ...done }) => done),
    }))).toEqual(content.actions);
    expect(all.excerpts.every(({ ranges }) => ranges.every(({ start, end }) => end <= text.length && start < end))).toBe(true);
  });
});
