import type { RecognisedPaper } from '../../contract/recognised.ts';
import { readMarker } from '../../../db/domain/marker.ts';
import { nameOf, sourceOf, withRow, type Row, type Table } from './tables.ts';

type Programme = RecognisedPaper['programme'];

const ITEM = /^(?:実施|取組|事業)?(?:項目|事業|取組)(?:名)?$/;
/** What a plan by years may call its first column besides. */
const PLANNED = /^(?:(?:主な|具体的な)?(?:取組|実施)(?:内容|事項)|活動(?:内容|項目)|工程|スケジュール)$/;
const FISCAL_YEAR = /^(?:(?:平成|令和|[HR])?(?:[0-9]{1,4}|元)年度|(?:平成|令和|[HR])(?:[0-9]{1,2}|元)年?|20[0-9]{2}(?:年度?)?)(?:[上下前後]半?期|第?[1-4一二三四]四半期|[1-4]Q|(?:1[0-2]|[1-9])(?:月?[~～-](?:1[0-2]|[1-9]))?月)?(?:\([^()]{1,8}\))?$/;
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

export const isFiscalYear = (name: string): boolean => FISCAL_YEAR.test(name);

/** Years over a column that nothing names make a plan where what stands below them is done, and not counted. */
export function isUnnamedPlan({ rows }: Table): boolean {
  const [header, ...below] = rows.map(({ cells }) => cells.map(nameOf));
  if (header === undefined || header[0] !== '' || header.length < 3 || !header.slice(1).every(isFiscalYear) || below.every(([label = '']) => isSort(label))) return false;
  const done = below.flatMap((cells) => cells.slice(1)).filter((cell) => /\p{L}/u.test(cell));
  return done.length > 0 && !below.some((cells) => cells[0] === '') && !below.some((cells) => cells.slice(1).some((cell) => /^[-+▲△約]?[0-9]/.test(cell)));
}

/** Whether a row of names, white space out, heads what is done in which fiscal year. */
export function isPlanHeader([first = '', ...more]: readonly string[]): boolean {
  return (ITEM.test(first) || PLANNED.test(first)) && more.filter((name) => FISCAL_YEAR.test(name)).length > 1;
}

/** 当初 | 変更① | 理由 | 実績 in a column of their own, or 【27年度変更】 and 変更理由 in that of the items. */
type RowSort = { sort: 'plan' | 'revised' | 'reason' | 'done'; revision: string | null; item: string };

function sortOf(row: Row, hasSorts: boolean): RowSort {
  const label = row.cells[0]?.text ?? '';
  const printed = hasSorts ? row.cells[1]?.text ?? '' : label;
  const revised = REASON.test(printed) ? null : /^[【〔［[（(《〈＜<](.*(?:変更|見直し|改定|修正|改訂).*)[】〕］\]）)》〉＞>]$/.exec(printed)?.[1] ?? null;
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
  if (!header || !(isPlanHeader(header.cells.map(nameOf)) || isUnnamedPlan(table))) return false;
  const hasSorts = years[0] === 2 && /^(?:区分|計画|)$/.test(nameOf(header.cells[1]));
  let entry: Programme[number] | null = null;
  for (const row of table.rows.slice(1)) {
    if (ITEM.test(nameOf(row.cells[0]))) continue;
    const { sort, revision, item } = sortOf(row, hasSorts);
    if (item !== '') {
      entry = entryFor(programme, item);
      entry.source ??= sourceOf(table).source;
    }
    if (entry !== null) entry.rowSources = withRow(entry.rowSources, row);
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

/** 区分 | 2022 | 2023 over 計画 | … and 実績 | …: of the one item that the sheet or its section is about. */
const SORTED = /^(?:区分|年度|項目|)$/;
const PLAN_OR_DONE = /^(?:当初|年度|取組|実施)?計画(?:内容)?$|^(?:取組|実施)?(?:予定|実績)(?:内容)?$|^(?:変更|見直し)(?:後|計画)?(?:の計画)?$/;
const isSort = (label: string): boolean => PLAN_OR_DONE.test(label) || REASON.test(label);
const DONE = /実績|(?:取組|実施)(?:結果|状況)/;
const RATED = /^(?:状況|進捗|進捗状況|達成度|達成状況|(?:自己|内部)?評価)$/;

/**
 * Reads the plan and what was done of one item that the table does not name: a row a year (年度 | 計画 | 実績 | 評価), or a column.
 * @param item what the sheet or the section is about; null where nothing names it.
 * @returns whether the table is one.
 */
export function readPlanOfOne({ rows: [header, ...rows], ...table }: Table, programme: Programme, item: string | null): boolean {
  const names = header?.cells.map(nameOf) ?? [];
  if (header === undefined || item === null || rows.length === 0 || !SORTED.test(names[0] ?? '')) return false;
  const byYear = rows.every((row) => FISCAL_YEAR.test(nameOf(row.cells[0]))) && names.slice(1).some((name) => PLAN_OR_DONE.test(name) || DONE.test(name));
  const bySort = !byYear && names.length > 2 && names.slice(1).every((name) => FISCAL_YEAR.test(name)) && rows.every((row) => isSort(nameOf(row.cells[0])));
  if (!byYear && !bySort) return false;
  const entry = entryFor(programme, item);
  entry.source ??= sourceOf({ rows, ...table }).source;
  const textOf = (row: Row, i: number) => row.cells[i]?.text.replace(/^[-－―—ー]$/, '') ?? '';
  const plan = (cells: [string, string][], revision: string | null = null) => {
    const filled = cells.filter(([, text]) => text !== '');
    if (filled.length > 0) entry.rows.push({ kind: revision === null ? 'plan' : 'revised', revision, cells: Object.fromEntries(filled), reason: null });
  };
  for (const row of rows) entry.rowSources = withRow(entry.rowSources, row);
  if (bySort) {
    for (const row of rows) {
      const sort = nameOf(row.cells[0]);
      const cells = names.slice(1).map((year, i): [string, string] => [year, textOf(row, i + 1)]);
      const above = entry.rows.at(-1);
      if (REASON.test(sort) && above) above.reason = filled(row, 1);
      else if (sort.includes('実績')) entry.progress.push(...cells.filter(([, text]) => text !== '').map(([year, text]) => ({ year, kind: '実績', status: null, text })));
      else plan(cells, /変更|見直し/.test(sort) ? sort : null);
    }
    return true;
  }
  const [planned, done, rated] = [names.findIndex((name) => PLAN_OR_DONE.test(name) && !DONE.test(name)), names.findIndex((name) => DONE.test(name) && !RATED.test(name)), names.findIndex((name) => RATED.test(name))];
  plan(rows.map((row) => [nameOf(row.cells[0]), textOf(row, planned)]));
  for (const row of rows.filter((each) => textOf(each, done) !== '')) entry.progress.push({ year: nameOf(row.cells[0]), kind: '実績', status: textOf(row, rated) || null, text: textOf(row, done) });
  return true;
}

const YEAR_AND_SORT = /^(.+?)の?\(?(計画|予定|実績)(?:内容)?\)?$/;

/**
 * Reads 取組項目 | R4計画 | R4実績 | …: what was planned and what was done in each year, in columns beside each other.
 * @returns whether the table is one.
 */
export function readPlanBesideDone({ rows: [header, ...rows], ...table }: Table, programme: Programme): boolean {
  const names = header?.cells.map(nameOf) ?? [];
  const item = names.findIndex((name) => ITEM.test(name));
  const sorted = names.flatMap((name, i) => {
    const [, year = '', sort = ''] = YEAR_AND_SORT.exec(name) ?? [];
    return i > item && FISCAL_YEAR.test(year) ? [{ i, year, isDone: sort === '実績' }] : [];
  });
  if (item < 0 || new Set(sorted.map(({ isDone }) => isDone)).size < 2) return false;
  for (const row of rows.filter(({ cells }) => (cells[item]?.text ?? '') !== '')) {
    const entry = entryFor(programme, row.cells[item]?.text ?? '');
    entry.source ??= sourceOf({ rows, ...table }).source;
    entry.rowSources = withRow(entry.rowSources, row);
    const cells = sorted.map((each) => ({ ...each, text: row.cells[each.i]?.text.replace(/^[-－―—ー]$/, '') ?? '' })).filter(({ text }) => text !== '');
    entry.rows.push({ kind: 'plan', revision: null, cells: Object.fromEntries(cells.flatMap(({ year, isDone, text }) => (isDone ? [] : [[year, text]]))), reason: null });
    entry.progress.push(...cells.flatMap(({ year, isDone, text }) => (isDone ? [{ year, kind: '実績', status: null, text }] : [])));
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
  const year = names.findIndex((name) => /^(?:実施)?年度(?:[・／/]区分)?$/.test(name));
  const sort = names.findIndex((name) => name === '区分');
  const rated = names.findIndex((name) => /^(?:状況|進捗|進捗状況|(?:自己|内部)?評価)$/.test(name));
  const status = rated < 0 ? sort : rated;
  const text = names.findLastIndex((name) => /内容|実績|説明|理由/.test(name));
  const known = /((?:平成|令和|[HR])?[ 　]*(?:[0-9０-９]{1,4}|元)年度).*(評価|実績|進捗|取組)/.exec(heading);
  if (item < 0 || (year < 0 && (known === null || status < 0)) || text < 0 || text === item) return false;
  let entry: Programme[number] | null = null;
  let when = '';
  for (const row of table.rows.slice(1)) {
    const label = row.cells[item]?.text ?? '';
    if (year >= 0 && nameOf(row.cells[year]) === names[year]) continue;
    if (label !== '') entry = entryFor(programme, label);
    // An empty cell goes on with the year above.
    when = year < 0 ? `${known?.[1] ?? ''} ${known?.[2] ?? ''}` : row.cells[year]?.text || when;
    const printed = /^((?:平成|令和|[HR])?\s*(?:[0-9０-９]{1,4}|元)(?:年度?)?)\s*(.*?)\s*(?:[（(]([^（()）]*)[）)])?$/.exec(when);
    if (!entry || !printed) continue;
    entry.progressSource ??= sourceOf(table).source;
    entry.rowSources = withRow(entry.rowSources, row);
    entry.progress.push({
      year: printed[1] ?? '', kind: (rated >= 0 ? row.cells[sort]?.text : '') || (printed[2] ?? ''), status: row.cells[status]?.text || null, text: row.cells[text]?.text ?? '',
      ...(printed[3] ? { note: printed[3] } : {}),
    });
  }
  return true;
}
