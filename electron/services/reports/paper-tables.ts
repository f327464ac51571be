import { readMarker } from '../../../db/domain/marker.ts';
import type { RecognisedPaper, RecognisedRecord } from '../../contract/recognised.ts';
import { BASE } from '../papers/kpi-table.ts';
import { cellOf, runsOf, type Paragraph, type Table } from './model.ts';

/** The tables of a paper as municipal papers draw them: a header row, a row a thing. Columns that nothing fills are left out. */
function table(columns: readonly { name: string; weight: number; values: readonly string[]; always?: boolean }[]): Table {
  const shown = columns.filter(({ values, always }) => always === true || values.some((value) => value !== ''));
  const total = shown.reduce((sum, { weight }) => sum + weight, 0);
  const rows = Math.max(0, ...shown.map(({ values }) => values.length));
  return {
    kind: 'table', caption: '', headerRows: 1, widths: shown.map(({ weight }) => weight / total),
    rows: [
      ...(shown.every(({ name }) => name === '') ? [] : [shown.map(({ name }) => cellOf(name, { header: true, centred: true }))]),
      ...Array.from({ length: rows }, (_, i) => shown.map(({ values }) => cellOf(values[i] ?? ''))),
    ],
  };
}

/** 開催経過: 回 | 日程 | 議題 | 場所. */
export function meetingTable(meetings: RecognisedPaper['meetings']): Table {
  return table([
    { name: '回', weight: 2, values: meetings.map(({ label }) => label) },
    { name: '日程', weight: 2, values: meetings.map(({ date_raw }) => date_raw), always: true },
    { name: '議題', weight: 5, values: meetings.map(({ topics }) => topics), always: true },
    { name: '場所', weight: 2, values: meetings.map(({ place }) => place ?? '') },
  ]);
}

/** 委員名簿: 区分 | 氏名 | 所属 | 役職. */
export function memberTable(members: RecognisedPaper['members']): Table {
  return table([
    { name: '区分', weight: 2, values: members.map(({ field }) => field ?? '') },
    { name: '氏名', weight: 2, values: members.map(({ name }) => name), always: true },
    { name: '所属', weight: 5, values: members.map(({ affiliation }) => affiliation ?? '') },
    { name: '役職', weight: 2, values: members.map(({ role }) => role ?? '') },
  ]);
}

/**
 * 意見対応表: a row an opinion, the responses to it in the last cell.
 * @param records opinions, each followed by its responses.
 * @param depth how many headings stand above the table; what a record stands under besides is what it is about.
 */
export function opinionTable(records: readonly RecognisedRecord[], depth: number): Table {
  const printed = ({ marker, text }: RecognisedRecord) => (marker === null ? text : `${marker} ${text}`);
  const rows: { number: string; topic: string; opinion: string; responses: string[] }[] = [];
  for (const record of records) {
    if (record.kind === 'opinion') rows.push({ number: record.marker ?? '', topic: record.under[depth] ?? '', opinion: record.text, responses: [] });
    else rows.at(-1)?.responses.push(printed(record));
  }
  return table([
    { name: 'No.', weight: 0.2, values: rows.map(({ number }) => number) },
    { name: '該当箇所', weight: 0.4, values: rows.map(({ topic }) => topic) },
    { name: '意見の概要', weight: 1, values: rows.map(({ opinion }) => opinion), always: true },
    { name: '市の考え方', weight: 1, values: rows.map(({ responses }) => responses.join('\n')), always: true },
  ]);
}

type Kpi = RecognisedPaper['kpis'][number];

/**
 * 「離職率　12.4%（R5）→ 8%（R8）」: an indicator that has only its two ends, named by bare years, which a table would show as
 * yearly values; null for one that a table tells.
 */
export function kpiLine({ marker, name, base, target, values, note }: Kpi): Paragraph | null {
  if (!base || !target || note !== null || Object.keys(values).length > 0 || base.value === null || target.value === null) return null;
  if (BASE.test(base.label) && target.label.includes('目標')) return null;
  const side = (given: NonNullable<Kpi['base']>) => `${measured(given)}（${given.label}）`;
  const runs = runsOf(`${name}　${side(base)}→ ${side(target)}`);
  return { kind: 'paragraph', look: 'text', marker: marker ?? '', indent: 0, hang: marker === null ? 0 : 2, runs, keepWithNext: false };
}

/** 指標 | 基準値 | the years | 目標値: one table for those whose columns are the same. */
export function kpiTables(kpis: readonly Kpi[]): Table[] {
  const columnsOf = ({ base, target, values }: Kpi) => JSON.stringify([base?.label ?? null, target?.label ?? null, Object.keys(values)]);
  return [...Map.groupBy(kpis, columnsOf).values()].map((alike) => {
    const [first] = alike;
    // A mark that cannot be told from the name, and a unit that no value carries, stand in columns of their own.
    const counted = alike.some(({ marker }) => marker !== null && readMarker(`${marker} x`)?.raw !== marker);
    const named = alike.some(({ name, base, target }) => [base, target].some((one) => one !== null && one.value === null && one.unit !== null && !name.endsWith(`（${one.unit}）`)));
    const unitOf = ({ base, target }: Kpi) => base?.unit ?? target?.unit ?? null;
    const shown = (given: Kpi['base']) => measured(given === null || named ? { value: given?.value ?? null, unit: null } : given);
    return table([
      { name: 'No.', weight: 1, values: alike.map(({ marker }) => (counted ? marker ?? '' : '')) },
      { name: '指標', weight: 4, values: alike.map(({ name, marker }) => (marker === null || counted ? name : `${marker} ${name}`)), always: true },
      { name: '単位', weight: 1, values: alike.map((kpi) => (named ? unitOf(kpi) ?? '' : '')) },
      ...(first?.base ? [{ name: first.base.label, weight: 2, values: alike.map(({ base }) => shown(base)), always: true }] : []),
      ...Object.keys(first?.values ?? {}).map((year) => ({ name: year, weight: 2, values: alike.map(({ values }) => measured({ value: values[year] ?? null, unit: null })), always: true })),
      ...(first?.target ? [{ name: first.target.label, weight: 2, values: alike.map(({ target }) => shown(target)), always: true }] : []),
      { name: '備考', weight: 2, values: alike.map(({ note }) => note ?? '') },
    ]);
  });
}

function measured(given: { value: string | number | null; unit: string | null } | null): string {
  if (given === null || given.value === null) return '-';
  const value = typeof given.value === 'number' && given.value < 0 ? `▲${-given.value}` : String(given.value);
  return `${value}${given.unit ?? ''}`;
}

type Programme = RecognisedPaper['programme'];
const column = (rows: readonly (readonly string[])[], i: number) => rows.map((row) => row[i] ?? '');

/** 実施項目 × 年度, with the revisions and their reasons below each item. */
export function planTable(programme: Programme): Table[] {
  const years = [...new Set(programme.flatMap(({ rows }) => rows.flatMap(({ cells }) => Object.keys(cells))))].toSorted();
  const rows = programme.flatMap(({ item, rows: own }) => own.flatMap(({ kind, revision, cells, reason }) => [
    [kind === 'plan' ? item : `【${revision ?? '変更'}】`, ...years.map((year) => cells[year] ?? '')],
    ...(reason === null ? [] : [['変更理由', reason]]),
  ]));
  return [table(['実施項目', ...years].map((name, i) => ({ name, weight: i === 0 ? 3 : 2, values: column(rows, i), always: true })))];
}

/** 取組実績: 実施項目 | 年度 | 状況 | 取組内容. */
export function progressTable(programme: Programme): Table[] {
  const rows = programme.flatMap(({ item, progress }) => progress.map(({ year, kind, status, text, note }) => [
    item, `${year}${kind}${note === undefined ? '' : `（${note}）`}`, status ?? '', text,
  ]));
  return rows.length === 0 ? [] : [table([
    { name: '実施項目', weight: 2, values: column(rows, 0), always: true },
    { name: '年度', weight: 1, values: column(rows, 1), always: true },
    { name: '状況', weight: 1, values: column(rows, 2) },
    { name: '取組内容', weight: 4, values: column(rows, 3), always: true },
  ])];
}

/** No. | 取組: a row a measure. @param records measures with a number each */
export function measureTable(records: readonly RecognisedRecord[]): Table {
  return table([
    { name: 'No.', weight: 1, values: records.map(({ marker }) => marker ?? ''), always: true },
    { name: '取組', weight: 9, values: records.map((record) => printedItem({ ...record, marker: null })), always: true },
  ]);
}

/** 取組方針 | 主な取組 | 担当課: a row a measure, the direction it belongs to on the first row of each. */
export function matrixTable(records: readonly RecognisedRecord[]): Table {
  const rows: { direction: string; measure: string; office: string }[] = [];
  for (const record of records) {
    const last = rows.at(-1);
    if (record.kind === 'policy_direction') rows.push({ direction: printedItem(record), measure: '', office: '' });
    else if (record.kind === 'actor') rows.splice(-1, 1, { direction: '', measure: '', ...last, office: record.text });
    else if (last?.measure === '') last.measure = printedItem(record);
    else rows.push({ direction: '', measure: printedItem(record), office: '' });
  }
  return table([
    { name: '取組方針', weight: 3, values: rows.map(({ direction }) => direction), always: true },
    { name: '主な取組', weight: 3, values: rows.map(({ measure }) => measure), always: true },
    { name: '担当課', weight: 2, values: rows.map(({ office }) => office) },
  ]);
}

function printedItem({ marker, text, cities }: RecognisedRecord): string {
  return `${marker === null ? '' : `${marker} `}${text}${cities.every((city) => text.includes(city)) ? '' : `（${cities.join('・')}）`}`;
}

/** 取組 | …, 成果 | …, 課題 | …: a row a label, with the records that follow each other under it. */
export function labelTable(labelled: readonly { label: string; record: RecognisedRecord }[]): Table {
  const rows: { label: string; texts: string[] }[] = [];
  for (const { label, record } of labelled) {
    if (rows.at(-1)?.label === label) rows.at(-1)?.texts.push(printedItem(record));
    else rows.push({ label, texts: [printedItem(record)] });
  }
  return { ...table([
    { name: '', weight: 1, values: rows.map(({ label }) => label), always: true },
    { name: '', weight: 5, values: rows.map(({ texts }) => texts.join('\n')), always: true },
  ]), headerRows: 0 };
}
