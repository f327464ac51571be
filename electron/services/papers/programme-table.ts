import type { RecognisedPaper } from '../../contract/recognised.ts';
import { nameOf, sourceOf, type Row, type Table } from './tables.ts';

type Programme = RecognisedPaper['programme'];

const ITEM = /^(?:実施|取組|事業)?(?:項目|事業|取組)(?:名)?$/;
const FISCAL_YEAR = /^(?:(?:平成|令和|[HR])?(?:[0-9]{1,4}|元)年度|[HR](?:[0-9]{1,2}|元)|20[0-9]{2}(?:年度?)?)$/;
const REASON = /変更(?:の)?理由|見直し(?:の)?理由|^理由$/;

function entryFor(programme: Programme, item: string): Programme[number] {
  const key = item.replace(/\s/g, '');
  const known = programme.find((entry) => entry.item.replace(/\s/g, '') === key);
  if (known) return known;
  const entry: Programme[number] = { item, rows: [], progress: [] };
  programme.push(entry);
  return entry;
}

const filled = (row: Row, from: number): string => row.cells.slice(from).map((cell) => cell.text).filter((text) => text !== '').join(' ');

/**
 * Reads 実施項目 × 年度 with its stacked revisions (【27年度変更】) and their reasons. An empty item cell continues the item
 * above.
 * @returns whether the table is one.
 */
export function readPlan(table: Table, programme: Programme): boolean {
  const [header] = table.rows;
  const years = header?.cells.flatMap((cell, i) => (i > 0 && FISCAL_YEAR.test(nameOf(cell)) ? [i] : [])) ?? [];
  if (!header || years.length < 2 || !ITEM.test(nameOf(header.cells[0]))) return false;
  let entry: Programme[number] | null = null;
  for (const row of table.rows.slice(1)) {
    const label = row.cells[0]?.text ?? '';
    if (ITEM.test(nameOf(row.cells[0]))) continue;
    const revised = /^[【〔[（(](.*(?:変更|見直し|改定|修正|改訂).*)[】〕\]）)]$/.exec(label);
    const reasoned = entry?.rows.at(-1);
    if (REASON.test(label) && !revised) {
      if (reasoned) reasoned.reason = filled(row, 1);
      continue;
    }
    const cells = Object.fromEntries(years.flatMap((i) => (row.cells[i]?.text ? [[nameOf(header.cells[i]), row.cells[i].text]] : [])));
    if (!revised && label !== '') {
      entry = entryFor(programme, label);
      entry.source ??= sourceOf(table).source;
    }
    entry?.rows.push({ kind: revised ? 'revised' : 'plan', revision: revised?.[1] ?? null, cells, reason: null });
  }
  return true;
}

/**
 * Reads 実施項目 | 年度 | 状況 | 取組内容: what was done in each year, and its rating.
 * @returns whether the table is one.
 */
export function readProgress(table: Table, programme: Programme): boolean {
  const [header] = table.rows;
  if (!header) return false;
  const names = header.cells.map(nameOf);
  const item = names.findIndex((name) => ITEM.test(name));
  const year = names.findIndex((name) => /^(?:実施)?年度$/.test(name));
  const status = names.findIndex((name) => /^(?:状況|進捗|進捗状況|評価|区分)$/.test(name));
  const text = names.findLastIndex((name) => /内容|実績|説明|理由/.test(name));
  if (item < 0 || year < 0 || text < 0 || text === item) return false;
  let entry: Programme[number] | null = null;
  for (const row of table.rows.slice(1)) {
    const label = row.cells[item]?.text ?? '';
    if (nameOf(row.cells[year]) === names[year]) continue;
    if (label !== '') entry = entryFor(programme, label);
    const printed = /^((?:平成|令和|[HR])?\s*(?:[0-9０-９]{1,4}|元)(?:年度?)?)\s*(.*?)\s*(?:[（(]([^（()）]*)[）)])?$/.exec(row.cells[year]?.text ?? '');
    if (!entry || !printed) continue;
    entry.progressSource ??= sourceOf(table).source;
    entry.progress.push({
      year: printed[1] ?? '', kind: printed[2] ?? '', status: row.cells[status]?.text || null, text: row.cells[text]?.text ?? '',
      ...(printed[3] ? { note: printed[3] } : {}),
    });
  }
  return true;
}
