import type { RecognisedHeading, RecognisedPaper } from '../../contract/recognised.ts';
import { readMarker } from '../../../db/domain/marker.ts';
import type { Span } from './lines.ts';
import type { Open } from './outline.ts';
import { readSubject } from './subject-marker.ts';
import { nameOf, sourceOf, withRow, type Row, type Table } from './tables.ts';

type Kpi = RecognisedPaper['kpis'][number];
type Value = { value: string | number | null; unit: string | null };

const YEAR_NAME = '(?:明治|大正|昭和|平成|令和|[MTSHR])?(?:[0-9]{1,4}|元)(?:年度?)?(?:末|時点)?';
const YEAR = new RegExp(`^${YEAR_NAME}(?:\\([^()]{1,8}\\)|(?:実績|見込|決算|予算|計画|速報|推計)(?:値|額)?|値)?$`);
/** A year that a cell tells beside its value: 38.2％（R4）, and in front of it: 令和4年度　38.2％. */
const YEAR_BEHIND = new RegExp(`^(.*\\S)\\s*\\((${YEAR_NAME})\\)$`, 's');
const YEAR_BEFORE = new RegExp(`^[[(]?(${YEAR_NAME.replace('(?:年度?)?', '年度?')}|[HR](?:[0-9]{1,2}|元))(?:[\\])]\\s*|\\s*[:：]\\s*|\\s+)(\\S.*)$`, 's');
/** A year behind the word: 実績値(R5), 中間値(令和4年度). */
const VALUE_OF_YEAR = /^(?:実績|見込|中間|直近|最新|前年|現状|現況)値?\(?.*[0-9元].*$/;
const NAME = /^(?:(?:成果|活動|数値|管理|評価|代表|重要業績評価|進捗|目標|まちづくり|施策|取組|主な|関連)?(?:指標|KPI)(?:名称?|項目|の?名称|の?内容)?(?:\(KPI\))?|(?:目標|管理|評価|測定|数値目標)項目)$/i;
/** Names of the column that only a paper of indicators gives to them. */
const NAME_IN_LIST = /^(?:項目|内容|名称|取組|施策|事業|目標|区分)(?:名)?$/;
/** The name of the column where an indicator starts from. */
export const BASE = /基準|現状|現況|策定時|当初値|計画前|開始時/;
const NUMBER = /^(?:No\.?|№|番号|項番|通番|#)$/i;
const SORT = /^(?:目標|実績|計画)(?:値)?$/;
/** How far a value is from its target is no value. */
const RATE = /^(?:目標)?(?:達成|進捗)(?:率|度|状況)(?:\([^()]*\))?$/;
const ROW_OF_VALUES = /^(?:実績|現状|数値|値|推移|指標)(?:値)?(?:\(([^()]{1,8})\))?$/;

/** What a column of remarks is called, and one of those an indicator is measured on. */
const NOTE = /^(?:備考|摘要|特記事項|(?:指標の?)?(?:説明|定義|考え方|解説)|対象|(?:算出|算定|把握|測定)(?:方法|式|根拠))$/;
/** The part of a plan that several indicators belong to. */
const GROUP = /^(?:(?:基本|政策|施策|重点)?(?:目標|方針|政策|施策|柱|分野|戦略|項目)|章|部門|区分|体系|大項目|中項目)(?:名)?$/;

/** `groups`: columns before the name that say what part of a plan the rows below belong to. */
type Columns = { name: number; number: number; unit: number; base: number; baseYear: number; target: number; targetYear: number; note: number; groups: number[]; years: number[]; sort: number; names: string[]; labels: string[]; from: number };

/** What is known of a table of indicators besides its cells. @param listed true in a paper that holds nothing else */
type Scene = { under?: readonly Open[]; listed?: boolean };

/**
 * Reads 指標 tables: base value, yearly values and target by the names of their columns. The header need not be the first
 * row of the table, and may stand in two rows; a table of one indicator has its name in the heading above.
 * @returns the indicators, and as headings the parts of a plan that a row of its own names above them.
 */
export function readKpis(table: Table, { under = [], listed = false }: Scene = {}): { kpis: Kpi[]; headings: RecognisedHeading[] } {
  const columns = table.rows.slice(0, 4).map((_, at) => columnsOf(table.rows, at, { listed, goals: FIGURES.test(under.at(-1)?.text ?? '') })).find((found) => found !== null) ?? null;
  if (columns === null) {
    const kpis = readOne(table, under.at(-1));
    const turned = kpis.length > 0 ? null : transposed(table, listed);
    return turned === null ? { kpis, headings: [] } : readKpis(turned, { under, listed });
  }
  const kpis: Kpi[] = [];
  const headings: RecognisedHeading[] = [];
  let place = sourceOf(table).source;
  for (const row of table.rows.slice(columns.from)) {
    const label = row.cells[columns.name]?.text ?? '';
    if (nameOf(row.cells[columns.name]) === columns.names[columns.name]) continue;
    const alone = nameAlone(row, columns);
    if (alone !== null && row === table.rows.at(-1)) continue;
    if (alone !== null) {
      headings.push(groupOf(alone, under.length + 1));
      place = { start: alone.end, end: row.end };
      continue;
    }
    if (headings.length > 0) place.end = Math.max(place.end, row.end);
    const sort = columns.sort < 0 ? '' : nameOf(row.cells[columns.sort]);
    if (RATE.test(sort)) continue;
    if (label === '' || (kpis.at(-1)?.name === label && SORT.test(sort))) {
      const above = kpis.at(-1);
      if (above && SORT.test(sort)) addRow(above, row, columns, sort);
      // 小学5年生 and 中学2年生 have values of their own below one name.
      else if (above && label === '' && hasValues(row, columns)) kpis.push({ ...kpiOf(row, '', columns, { place, unit: table.unit }), name: above.name, marker: above.marker });
      continue;
    }
    const kpi = kpiOf(row, label, columns, { place, unit: table.unit });
    if (SORT.test(sort)) {
      kpi.values = {};
      addRow(kpi, row, columns, sort);
    }
    kpis.push(kpi);
  }
  return { kpis, headings };
}

/**
 * Sets the names of several indicators, which stand in the first row over their base, years and target (基準, R3, R4, 目標), or those
 * of one beside what is said of it (指標名 | …, 現状値 | …), at the heads of rows.
 * @returns null for a table whose first column names no values, or holds none.
 */
function transposed({ rows, ...table }: Table, listed: boolean): Table | null {
  const labels = rows.map((row) => nameOf(row.cells[0]));
  const width = rows[0]?.cells.length ?? 0;
  const valued = rows.filter((_, i) => i > 0 && [BASE, YEAR, /目標/].some((form) => form.test(labels[i] ?? '')));
  const isHead = NAME.test(labels[0] ?? '') || (/^(?:年度?|区分|項目|)$/.test(labels[0] ?? '') && width > 2);
  const cells = valued.flatMap((row) => row.cells.slice(1)).filter(({ text }) => text !== '');
  if (!isHead || rows.some((row) => row.cells.length !== width) || valued.length < 2 || !(listed || labels.some((label) => /目標/.test(label)))) return null;
  if (cells.filter(({ text }) => /^[-+▲△−約(（]?[0-9０-９]|^[-－―]$/.test(text)).length < cells.length * MOST) return null;
  const turned = Array.from({ length: width }, (_, column): Row => {
    const own = rows.flatMap((row) => row.cells[column] ?? []);
    const places = own.filter(({ text }) => text !== '').map(({ start, end }) => ({ start, end }));
    return { cells: own, start: places[0]?.start ?? 0, end: places[0]?.end ?? 0, places };
  });
  const [head, ...more] = turned;
  const [name, ...others] = head?.cells ?? [];
  return head === undefined || name === undefined ? null : { ...table, rows: [{ ...head, cells: [NAME.test(nameOf(name)) ? name : { ...name, text: '指標' }, ...others] }, ...more] };
}

/** Of the cells below 基準 and 目標, as many are figures. */
const MOST = 0.7;

/** A row of nothing but a name, which heads those below it. */
function nameAlone(row: Row, { name, groups }: Columns): Span | null {
  const cell = row.cells[name]?.text ? row.cells[name] : row.cells[0];
  return cell && cell.text !== '' && !groups.includes(row.cells.indexOf(cell)) && row.cells.every(({ text }) => text === '' || text === cell.text) ? cell : null;
}

function groupOf(cell: Span, level: number): RecognisedHeading {
  const printed = cell.text.replace(/\s*\n\s*/g, '');
  const marker = readSubject(printed) ?? readMarker(printed);
  return { level, marker: marker?.raw ?? null, text: marker?.rest || printed, source: { start: cell.start, end: cell.end } };
}

/** Whether a row of names, white space out, heads indicators with their values. */
export function isIndicatorHeader(names: readonly string[]): boolean {
  if (NAME_IN_LIST.test(names[0] ?? '') && goesToTarget(names)) return true;
  return names.some((name) => NAME.test(name)) && names.some((name) => YEAR.test(name) || VALUE_OF_YEAR.test(name) || BASE.test(name) || name.startsWith('目標'));
}

/** 現状値(令和4年度) | 目標値: names by which a table of figures is known, whatever its first column is called. */
const goesToTarget = (names: readonly string[]): boolean => names.some((name) => BASE.test(name) && /値|[0-9]/.test(name)) && names.some((name) => name.startsWith('目標'));

/** A heading over indicators. */
export const FIGURES = /(?:数値目標|目標値|成果目標|指標|KPI|ＫＰＩ)(?:等|一覧)?(?:[（(][^（()）]*[)）])?$/;

function columnsOf(rows: readonly Row[], at: number, { listed, goals }: { listed: boolean; goals: boolean }): Columns | null {
  const header = rows[at];
  if (!header) return null;
  const top = header.cells.map(nameOf);
  const next = rows[at + 1];
  const below = next?.cells.map(nameOf) ?? [];
  const isLoose = listed || goals || goesToTarget(top);
  const name = [NAME, ...(isLoose ? [NAME_IN_LIST] : [])].map((form) => nameColumn(top, below, form)).find((i) => i >= 0) ?? (isLoose && top[0] === '' ? 0 : -1);
  // 実績（人） in a column of no name is not what is counted.
  if (name < 0 || (top[name] === '' && rows.some(({ cells }) => ROW_OF_VALUES.test(nameOf(cells[name]))))) return null;
  // The years below 実績値 in a second row of the header.
  const isDouble = (below[name] === '' || below[name] === top[name]) && below.some((cell) => YEAR.test(unbracketed(cell)) || YEAR_OR_VALUE.test(cell));
  const names = isDouble ? doubled(top, below) : top;
  const from = at + (isDouble ? 2 : 1);
  const body = rows.slice(from);
  const isOfYears = (i: number) => /年[度次]?\)?$/.test(names[i] ?? '') && body.some((row) => row.cells[i]?.text) && body.every((row) => (row.cells[i]?.text ?? '') === '' || YEAR.test(nameOf(row.cells[i])));
  const base = names.findIndex((cell, i) => i !== name && BASE.test(cell) && !isOfYears(i));
  const target = names.findLastIndex((cell, i) => i !== name && /目標/.test(cell) && !RATE.test(cell) && !isOfYears(i));
  const years = names.flatMap((cell, i) => (i !== base && i !== target && i !== name && (YEAR.test(cell) || VALUE_OF_YEAR.test(cell)) ? [i] : []));
  // 数値目標 | 令和元年度 | 令和7年度: from where to where.
  const [start, goal] = goals && !listed && base < 0 && target < 0 && years.length === 2 ? years : [base, target];
  const sort = names.findIndex((_, i) => i !== name && body.filter((row) => SORT.test(nameOf(row.cells[i]))).length > 1);
  const isCounted = listed || sort >= 0;
  if (start === undefined || goal === undefined || (start < 0 && goal < 0 && !(isCounted && years.length > 1))) return null;
  if (!isCounted && start === base && !top.some((cell) => /目標|基準|現状値|現況値/.test(cell))) return null;
  const groups = names.flatMap((cell, i) => (i < name && GROUP.test(cell) && body.some((row) => row.cells[i]?.text === '') ? [i] : []));
  const valued = years.filter((i) => i !== start && i !== goal);
  return {
    name, number: names.findIndex((cell) => NUMBER.test(cell)), unit: names.findIndex((cell) => cell === '単位'), note: names.findIndex((cell) => NOTE.test(cell)),
    base: start, baseYear: names.findIndex((cell, i) => BASE.test(cell) && isOfYears(i)), target: goal, targetYear: names.findIndex((cell, i) => /目標/.test(cell) && isOfYears(i)),
    groups, years: valued, sort, names, labels: withoutWord(isDouble ? names : header.cells.map((cell) => cell.text), valued), from,
  };
}

/** 「指標 | 指標名 | …」: of two columns that could hold the names, the one that is not empty below. */
function nameColumn(top: readonly string[], below: readonly string[], form: RegExp): number {
  const found = top.flatMap((cell, i) => (form.test(cell) ? [i] : []));
  return found.find((i) => (below[i] ?? '') !== '') ?? found[0] ?? -1;
}

function doubled(top: readonly string[], below: readonly string[]): string[] {
  let above = '';
  return below.map((cell, i) => {
    above = top[i] === '' || top[i] === undefined ? above : top[i];
    const year = unbracketed(cell);
    if (cell === '' || cell === above || /^数?値$/.test(cell) || (YEAR.test(above) && /^年度?$/.test(cell))) return above;
    return /実績|推移|年度別|^$/.test(above) && YEAR.test(year) ? year : `${above}(${year})`;
  });
}

/** What stands under 現状値 and 目標値 where each has a column for its year. */
const YEAR_OR_VALUE = /^(?:年度?|年次|数?値)$/;

const unbracketed = (cell: string): string => cell.replace(/^\((.*)\)$/, '$1');

function kpiOf(row: Row, label: string, { number, unit, base, baseYear, target, targetYear, note, years, labels }: Columns, table: { place: NonNullable<Kpi['source']>; unit: string | undefined }): Kpi {
  const marker = readMarker(label);
  const counted = number < 0 ? '' : row.cells[number]?.text ?? '';
  const ownUnit = printedIn(row, unit) || unitIn(label) || table.unit;
  const valueAt = (i: number): Value => readValue(row.cells[i]?.text ?? '', ownUnit || null);
  const labelled = (i: number, year: number) => (i < 0 ? null : dated(printedIn(row, year) || labels[i] || '', row.cells[i]?.text ?? '', ownUnit || null));
  return {
    name: (counted === '' ? marker?.rest : null) ?? label, marker: counted === '' ? marker?.raw ?? null : counted, base: labelled(base, baseYear),
    values: Object.fromEntries(years.map((i) => [printed(labels[i]), valueAt(i).value])), target: labelled(target, targetYear), note: printedIn(row, note) || null, source: table.place, rowSources: withRow([], row),
  };
}

/** A value under its label; where that tells no year and the cell does (38.2％（R4）), the year is the label. */
function dated(label: string, cell: string, unit: string | null): NonNullable<Kpi['base']> {
  // A unit stays as printed: ％ and ㎡.
  const text = cell.replace(/[（）［］：０-９ＨＲ]/g, (letter) => letter.normalize('NFKC')).trim();
  const [, value, behind] = YEAR_BEHIND.exec(text) ?? [];
  const [, before, rest] = YEAR_BEFORE.exec(text) ?? [];
  const [year, printed] = [behind ?? before, value ?? rest];
  return /[0-9０-９元]/.test(label) || year === undefined || printed === undefined ? { label, ...readValue(cell, unit) } : { label: year, ...readValue(printed, unit) };
}

/** What a column says of a row; a dash says nothing. */
const printedIn = (row: Row, column: number): string => (column < 0 ? '' : row.cells[column]?.text ?? '').replace(/\s*\n\s*/g, '').replace(/^[-–—―‐－ー]+$/, '');

/** Values for more than one column, so that the row is no more than the rest of a cell above. */
function hasValues(row: Row, { base, target, years }: Columns): boolean {
  return [base, target, ...years].filter((i) => i >= 0 && /^[-+▲△−]?[0-9０-９]/.test(row.cells[i]?.text ?? '')).length > 1;
}

/** A row of what was done, or of what was to be reached, of an indicator that has both. */
function addRow(kpi: Kpi, row: Row, { years, labels, unit, target }: Columns, sort: string): void {
  kpi.rowSources = withRow(kpi.rowSources, row);
  const ownUnit = printedIn(row, unit) || kpi.base?.unit || unitIn(kpi.name) || null;
  if (sort.startsWith('実績')) {
    kpi.values = Object.fromEntries(years.map((i) => [printed(labels[i]), readValue(row.cells[i]?.text ?? '', ownUnit).value]));
  } else if (target < 0) {
    const last = years.findLast((i) => (row.cells[i]?.text ?? '') !== '');
    if (last !== undefined) kpi.target = { label: labels[last] ?? '', ...readValue(row.cells[last]?.text ?? '', ownUnit) };
  } else kpi.target = { label: labels[target] ?? '', ...readValue(row.cells[target]?.text ?? '', ownUnit) };
}

/** A table of one indicator, whose heading is its name: 実績（人） | 2021 | 2022 | 目標. */
function readOne(table: Table, heading: Open | undefined): Kpi[] {
  const [header, ...rows] = table.rows;
  const names = header?.cells.map(nameOf) ?? [];
  const base = names.findIndex((cell, i) => i > 0 && BASE.test(cell));
  const target = names.findLastIndex((cell, i) => i > 0 && /目標/.test(cell));
  const years = names.flatMap((cell, i) => (i > 0 && i !== base && i !== target && YEAR.test(cell) ? [i] : []));
  const row = rows.find(({ cells }) => ROW_OF_VALUES.test(nameOf(cells[0])));
  if (!heading || !row || !header || years.length === 0 || (base < 0 && target < 0) || !/^(?:区分|年度?|項目|)$/.test(names[0] ?? '')) return [];
  const unit = ROW_OF_VALUES.exec(nameOf(row.cells[0]))?.[1] ?? table.unit ?? null;
  const labelled = (i: number) => (i < 0 ? null : { label: header.cells[i]?.text ?? '', ...readValue(row.cells[i]?.text ?? '', unit) });
  return [{
    name: heading.text, marker: heading.sign, base: labelled(base), target: labelled(target), note: null, ...sourceOf(table),
    values: Object.fromEntries(years.map((i) => [printed(header.cells[i]?.text), readValue(row.cells[i]?.text ?? '', unit).value])),
  }];
}

/** A year is the key of its values as the paper prints it. */
const printed = (head: string | undefined): string => (head ?? '').replace(/\s/g, '');

const WORD_AND_YEAR = new RegExp(`^([^0-9()]{2,6})\\((${YEAR_NAME})\\)$`);

/** 実績値(R4) | 実績値(R5): a word that all years have tells nothing of one; 中間値(R5) | 直近値(R7) are told apart by theirs. */
function withoutWord(labels: readonly string[], years: readonly number[]): string[] {
  const words = new Set(years.map((i) => WORD_AND_YEAR.exec(printed(labels[i]).normalize('NFKC'))?.[1]));
  return words.size !== 1 || words.has(undefined) ? [...labels] : labels.map((label, i) => (years.includes(i) ? label.replace(/^[^（(]*[（(]|[)）]\s*$/g, '') : label));
}

/** 「開放校数（校）」: the unit in a bracket behind the name. */
function unitIn(name: string): string {
  return /[（(]((?:千|百万|億|万)?(?:[^\s（()）ぁ-ん、。]{1,5}|か所|ヶ所|%))[）)]$/.exec(name)?.[1] ?? '';
}

/** What follows a number is its unit, unless it goes on to say how far: 50%以上, 100%を維持. */
const MEASURED = /^([-+▲△−]?)\s*([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?\s*((?:[^0-9\s,.].{0,9})?)$/;
const NO_UNIT = /以上|以下|未満|程度|以内|超|約|を|に|維持|増|減|[()（）～~]/;

/** 「62.6%」 → 62.6 and %; 「▲1,200件」 → -1200 and 件; 「-」 and an empty cell → null; anything else stays text. */
export function readValue(cell: string, unit: string | null): Value {
  const text = cell.normalize('NFKC').replace(/\s*※[0-9]*$/, '').trim();
  if (text === '' || /^[-–—―‐－ー…・−]+$/.test(text)) return { value: null, unit };
  const match = MEASURED.exec(text);
  const measure = match?.[4] ?? '';
  if (!match || NO_UNIT.test(measure) || /[0-9]/.test(measure.replace(/CO2|[㎞㎡k]?m[23]/gi, ''))) return { value: cell, unit: /[0-9]/.test(text) ? null : unit };
  const size = Number((match[2] ?? '').replaceAll(',', '') + (match[3] ?? ''));
  return { value: /[-▲△−]/.test(match[1] ?? '') ? -size : size, unit: (measure === '' ? null : asPrinted(measure, cell)) ?? unit };
}

/** ㎡, which is m2 to the rules, is kept as the paper prints it. */
function asPrinted(unit: string, cell: string): string {
  const behind = cell.trim().replace(/^.*[0-9０-９][ 　]*/s, '');
  return behind.normalize('NFKC') === unit ? behind : unit;
}
