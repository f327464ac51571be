import type { RecognisedPaper } from '../../contract/recognised.ts';
import { readMarker } from '../../../db/domain/marker.ts';
import { nameOf, sourceOf, type Row, type Table } from './tables.ts';

type Programme = RecognisedPaper['programme'];

const ITEM = /^(?:実施|取組|事業)?(?:項目|事業|取組)(?:名)?$/;
/** What a plan by years may call its first column besides. */
const PLANNED = /^(?:(?:主な|具体的な)?(?:取組|実施)(?:内容|事項)|活動(?:内容|項目)|工程|スケジュール)$/;
const FISCAL_YEAR = /^(?:(?:平成|令和|[HR])?(?:[0-9]{1,4}|元)年度|(?:平成|令和|[HR])(?:[0-9]{1,2}|元)年?|20[0-9]{2}(?:年度?)?)(?:\([^()]{1,8}\))?$/;
const REASON = /(?:変更|見直し|改[定訂]|修正)の?理由|^理由$/;

function entryFor(programme: Programme, item: string): Programme[number] {
  // 「①窓口の集約」 is named without its number.
  const marker = readMarker(item);
  const name = marker !== null && marker.ordinal !== null && marker.rest !== '' ? marker.rest : item;
  const key = name.replace(/\s/g, '');
  const known = programme.find((entry) => entry.item.replace(/\s/g, '') === key);
  if (known) return known;
  const entry: Programme[number] = { item: name, rows: [], progress: [] };
  programme.push(entry);
  return entry;
}

const filled = (row: Row, from: number): string => row.cells.slice(from).map((cell) => cell.text).filter((text) => text !== '').join(' ');

/** 当初 | 変更① | 理由 | 実績 in a column of their own, or 【27年度変更】 and 変更理由 in that of the items. */
type RowSort = { sort: 'plan' | 'revised' | 'reason' | 'done'; revision: string | null; item: string };

function sortOf(row: Row, hasSorts: boolean): RowSort {
  const label = row.cells[0]?.text ?? '';
  const printed = hasSorts ? row.cells[1]?.text ?? '' : label;
  const revised = /^[【〔［[（(](.*(?:変更|見直し|改定|修正|改訂).*)[】〕\]）)]$/.exec(printed)?.[1] ?? null;
  const item = hasSorts ? label : '';
  if (revised !== null) return { sort: 'revised', revision: revised, item };
  if (REASON.test(printed)) return { sort: 'reason', revision: null, item };
  if (!hasSorts) return { sort: 'plan', revision: null, item: label };
  if (/変更|改定|修正|改訂|見直し/.test(printed)) return { sort: 'revised', revision: printed, item };
  return { sort: /^(?:取組)?実績$/.test(printed) ? 'done' : 'plan', revision: null, item };
}

/**
 * Reads 実施項目 × 年度 with its stacked revisions (【27年度変更】) and their reasons. An empty item cell continues the item
 * above; a column of its own may say which row is the plan, a revision, its reason, or what was done.
 * @returns whether the table is one.
 */
export function readPlan(table: Table, programme: Programme): boolean {
  const [header] = table.rows;
  const years = header?.cells.flatMap((cell, i) => (i > 0 && FISCAL_YEAR.test(nameOf(cell)) ? [i] : [])) ?? [];
  if (!header || years.length < 2 || !(ITEM.test(nameOf(header.cells[0])) || PLANNED.test(nameOf(header.cells[0])))) return false;
  const hasSorts = years[0] === 2 && /^(?:区分|計画|)$/.test(nameOf(header.cells[1]));
  let entry: Programme[number] | null = null;
  for (const row of table.rows.slice(1)) {
    if (ITEM.test(nameOf(row.cells[0]))) continue;
    const { sort, revision, item } = sortOf(row, hasSorts);
    if (item !== '') {
      entry = entryFor(programme, item);
      entry.source ??= sourceOf(table).source;
    }
    const above = entry?.rows.at(-1);
    const cells = Object.fromEntries(years.flatMap((i) => (row.cells[i]?.text ? [[nameOf(header.cells[i]), row.cells[i].text]] : [])));
    if (sort === 'reason') {
      if (above) above.reason = filled(row, hasSorts ? 2 : 1);
    } else if (sort === 'done') {
      const done = Object.entries(cells).filter(([, status]) => !/^[-－―—ー]$/.test(status));
      entry?.progress.push(...done.map(([year, status]) => ({ year, kind: '実績', status, text: '' })));
    } else entry?.rows.push({ kind: sort, revision, cells, reason: null });
  }
  return true;
}

/**
 * Reads 実施項目 | 年度 | 状況 | 取組内容: what was done in each year, and its rating.
 * @param heading of the section, which holds the year where no column does (2021年度の評価).
 * @returns whether the table is one.
 */
export function readProgress(table: Table, programme: Programme, heading: string): boolean {
  const [header] = table.rows;
  if (!header) return false;
  const names = header.cells.map(nameOf);
  const item = names.findIndex((name) => ITEM.test(name));
  const year = names.findIndex((name) => /^(?:実施)?年度$/.test(name));
  const sort = names.findIndex((name) => name === '区分');
  const rated = names.findIndex((name) => /^(?:状況|進捗|進捗状況|(?:自己|内部)?評価)$/.test(name));
  const status = rated < 0 ? sort : rated;
  const text = names.findLastIndex((name) => /内容|実績|説明|理由/.test(name));
  const known = /((?:平成|令和|[HR])?[ 　]*(?:[0-9０-９]{1,4}|元)年度).*(評価|実績|進捗|取組)/.exec(heading);
  if (item < 0 || (year < 0 && (known === null || status < 0)) || text < 0 || text === item) return false;
  let entry: Programme[number] | null = null;
  for (const row of table.rows.slice(1)) {
    const label = row.cells[item]?.text ?? '';
    if (year >= 0 && nameOf(row.cells[year]) === names[year]) continue;
    if (label !== '') entry = entryFor(programme, label);
    const printed = /^((?:平成|令和|[HR])?\s*(?:[0-9０-９]{1,4}|元)(?:年度?)?)\s*(.*?)\s*(?:[（(]([^（()）]*)[）)])?$/.exec(year < 0 ? `${known?.[1] ?? ''} ${known?.[2] ?? ''}` : row.cells[year]?.text ?? '');
    if (!entry || !printed) continue;
    entry.progressSource ??= sourceOf(table).source;
    entry.progress.push({
      year: printed[1] ?? '', kind: (rated >= 0 ? row.cells[sort]?.text : '') || (printed[2] ?? ''), status: row.cells[status]?.text || null, text: row.cells[text]?.text ?? '',
      ...(printed[3] ? { note: printed[3] } : {}),
    });
  }
  return true;
}
