import type { RecognisedPaper } from '../../contract/recognised.ts';
import { readValue } from './kpi-table.ts';

type Kpi = RecognisedPaper['kpis'][number];

/** Between what is and what is to be reached. */
const ARROW = /[ 　]*(?:→|⇒|➡|⇨)[ 　]*|[、，][ 　]*(?=(?:最終)?目標値?)/;
/** Between the name and the first value: a colon, leaders, spaces, or a bracket that opens. */
const SEPARATOR = /[ 　]*(?:[：:]|…+)[ 　]*|[ 　]+|(?=[(（])/g;
const YEAR = '(?:(?:平成|令和|[HRＨＲ])[ 　]*[0-9０-９元]{1,2}|[0-9０-９]{4})(?:[(（][^()（）]{2,8}[)）])?年?度?(?:末|時点)?';
const SIDE = '(?:基準|現状|現況|(?:計画)?策定時|直近|実績|当初|中間|最終目標|目標)値?';
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

const DASH = '[-－―—ー‐]';
/** 「基準値（令和元年度）」「令和4年度実績」 in front of a value. */
const FIELD_NAME = new RegExp(`^[ 　、，／/]*((${SIDE})?[ 　：:]*[(（]?(${YEAR})?[)）]?(?:[ 　]*(?:実績|見込)値?)?)(?:[ 　]*[：:…][ 　]*|[ 　]+)`);
/** A value and its unit, which a small gap may part, up to the next field or the end. */
const FIELD_VALUE = new RegExp(`^(?:(?:約|延べ|年間)?[▲△－-]?[0-9０-９][0-9０-９,，.．]*[ 　]?[^0-9０-９\\s、，：:。]{0,10}?|${DASH})(?=$|[ 　、，／/]|${SIDE}[ 　]*[(（：:])`);
const NOTE_FIELD = /^(?:備[ 　]*考|摘要|説明|定義|算出方法)[ 　：:]+(?=\S)/;
const LONGEST_GOAL = 40;

type Field = { side: string | undefined; year: string | undefined; label: string; printed: string };

/** The fields of a line: 「実績値　令和4年度：64件　令和5年度：121件」; null for a line that holds anything else. */
function fieldsOf(line: string): Field[] | null {
  const fields: Field[] = [];
  for (let rest = line; rest.trim() !== ''; ) {
    const [whole = '', label = '', side, year] = FIELD_NAME.exec(rest) ?? [];
    const behind = rest.slice(whole.length);
    // What is to be reached may be told in words: 前年度を上回る.
    const printed = FIELD_VALUE.exec(behind)?.[0] ?? (side?.includes('目標') === true && behind.length <= LONGEST_GOAL && !/[。：:]/.test(behind) ? behind : '');
    if ((side === undefined && year === undefined) || printed === '') return null;
    fields.push({ side, year, label: label.replace(/[ 　：:]+$/, ''), printed });
    rest = behind.slice(printed.length);
  }
  return fields.length === 0 ? null : fields;
}

/** Whether a line is one of an indicator's values: 基準値（令和元年度）　1,204人. */
export const isKpiField = (line: string): boolean => fieldsOf(line) !== null;

/** Whether it is a remark on the indicator it stands below: 備考　…. */
export const isKpiNote = (line: string): boolean => NOTE_FIELD.test(line);

/**
 * Takes one line of an indicator set out below its name: 「現状値（令和元年度）：94.1%」「令和4年度：95.8%」「目標値：98.0%」「備考　…」.
 * @returns whether the line was one; what it says is then in `kpi`.
 */
export function takeKpiField(kpi: Kpi, line: string): boolean {
  if (isKpiNote(line)) {
    kpi.note = line.replace(NOTE_FIELD, '');
    return true;
  }
  const fields = fieldsOf(line);
  for (const { side, year, label, printed } of fields ?? []) {
    const value = readValue(printed, null);
    if (side?.includes('目標') === true) kpi.target = { label, ...value };
    else if (side !== undefined && !/実績|中間|直近/.test(side)) kpi.base = { label, ...value };
    else kpi.values[(year ?? label).replace(/[ 　]/g, '')] = value.value;
  }
  return fields !== null;
}
