import type { RecognisedPaper } from '../../contract/recognised.ts';
import { readValue } from './kpi-table.ts';

type Kpi = RecognisedPaper['kpis'][number];

/** Between what is and what is to be reached. */
const ARROW = /[ 　]*(?:→|⇒|➡|⇨)[ 　]*|[、，][ 　]*(?=(?:最終)?目標値?)/;
/** Between the name and the first value: a colon, leaders, spaces, or a bracket that opens. */
const SEPARATOR = /[ 　]*(?:[：:]|…+)[ 　]*|[ 　]+|(?=[(（])/g;
const YEAR = '(?:(?:平成|令和|[HRＨＲ])[ 　]*[0-9０-９元]{1,2}|[0-9０-９]{4})(?:[(（][^()（）]{2,8}[)）])?年?度?(?:末|時点)?';
const SIDE = '(?:基準|現状|現況|実績|当初|中間|最終目標|目標)値?';
const LABEL = new RegExp(`^[(（]?(${SIDE})?[ 　]*[(（]?(${YEAR})?[)）]?[ 　]*[：:]?[ 　]*|[ 　]*[(（](${SIDE})?[ 　：:]*(${YEAR})?[)）]$`, 'g');
/** A number and its unit, or how far: 約3,200万円, 38%台を維持, 5校以上. */
const VALUE = /^(?:約|年間|延べ|月平均|▲|△|[-－])?[ 　]*[0-9０-９][^\s。、→⇒：:()（）]{0,16}$/;
const SIDE_ALONE = new RegExp(`^${SIDE}$`);
/** What says that an indicator follows. */
const NAMED = /^(?:[【［〔[](?:(?:成果|活動|数値)?(?:指標|目標)|KPI|ＫＰＩ)[】］〕\]][ 　]*|(?:(?:成果|活動|数値)?(?:指標|目標)|KPI|ＫＰＩ)[ 　]*[：:][ 　]*)/;
/** 「26.5万㎡（15％減）」: how far it is to come. */
const CHANGE = /^(.*[^ 　])[ 　]*[（(]([^（()）]*(?:増|減|倍|以上|以下|累計|延べ)[^（()）]{0,4})[)）]$/;
const LONGEST_LINE = 160;

/**
 * Reads an indicator that a line tells: 「新規就農者数：12人（2015年）→ 25人（2025年）」, the name set apart by a colon or by spaces,
 * the year or 現状値 / 目標値 before or behind each value.
 * @param text with its list marker off.
 * @param listed true below a heading that names figures (数値目標), where the values need no year beside them.
 * @returns null for a line that is none; its name is empty where it stands above the line (「現状値 18.4％ ⇒ 目標値 25％」).
 */
export function readKpiLine(text: string, listed = false): Omit<Kpi, 'source' | 'marker'> | null {
  const [left = '', right, ...more] = text.length > LONGEST_LINE ? [] : text.replace(NAMED, '').split(ARROW);
  const [goal = '', change = null] = right === undefined ? [] : CHANGE.exec(right)?.slice(1) ?? [right];
  const target = right === undefined || more.length > 0 ? null : sideOf(goal, listed);
  if (target === null) return null;
  for (const found of left.matchAll(SEPARATOR)) {
    const name = left.slice(0, found.index);
    const base = sideOf(left.slice(found.index + found[0].length), listed);
    if (name !== '' && base !== null) return { name: SIDE_ALONE.test(name) ? '' : name, base, values: {}, target, note: change };
  }
  return null;
}

/** 「38.4%（2022年度）」 → the year as its label, and the value with its unit. */
function sideOf(printed: string, listed: boolean): Kpi['base'] {
  const labels: string[] = [];
  const value = printed.trim().replace(LABEL, (_, before?: string, beforeYear?: string, behind?: string, behindYear?: string) => {
    labels.push(...[beforeYear ?? before, behindYear ?? behind].filter((label) => label !== undefined));
    return '';
  });
  const label = labels.find((each) => /[0-9０-９元]/.test(each)) ?? labels[0];
  return (label === undefined && !listed) || !VALUE.test(value) ? null : { label: label ?? '', ...readValue(value, null) };
}

const FIELD = new RegExp(`^(${SIDE})?[ 　]*[(（]?(${YEAR})?[)）]?(?:[ 　]*(?:実績|見込)値?)?(?:[ 　]*[：:…][ 　]*|[ 　]+)(\\S.*)$`);

const NO_VALUE = /^[-－―—ー]$/;

/** Whether a line is one of an indicator's values: 基準値（令和元年度）　1,204人. */
export function isKpiField(line: string): boolean {
  const [, side, year, printed = ''] = FIELD.exec(line) ?? [];
  return (side !== undefined || year !== undefined) && (VALUE.test(printed) || NO_VALUE.test(printed));
}

/**
 * Reads one line of an indicator set out below its name: 「現状値（令和元年度）：94.1%」「令和4年度：95.8%」「目標値：98.0%」.
 * @returns whether the line was one; what it says is then in `kpi`.
 */
export function takeKpiField(kpi: Kpi, line: string): boolean {
  const [, side, year, printed = ''] = FIELD.exec(line) ?? [];
  if (!isKpiField(line)) return false;
  const value = readValue(printed, null);
  const label = year ?? side ?? '';
  if (side !== undefined && /目標/.test(side)) kpi.target = { label, ...value };
  else if (side !== undefined && !/実績|中間/.test(side)) kpi.base = { label, ...value };
  else kpi.values[label.replace(/[ 　]/g, '')] = value.value;
  return true;
}
