import type { Marker } from '../../../db/domain/marker.ts';

/** Words for the parts a paper divides its subject into. */
const SUBJECTS = [
  '施策の方向性?', '取組の方向性?', '審議事項', '検討事項', '審議項目', '検討項目', '諮問事項', '論点', '議題', '項目', '事項', '重点(?:分野)?', '(?:基本|重点|個別)?(?:方針|目標|施策|方策|政策|戦略|取組|取り組み|項目|事業|課題|プロジェクト|アクション)',
  '(?:検討の|基本)?視点', '柱', 'テーマ', '指標', '提言', 'Action', 'ACTION', 'Project', 'Vision', 'Point', 'STEP', 'Step', 'ＳＴＥＰ',
].join('|');
/** 1, ①, Ⅰ, 一 or A. */
const NUMBER = '[0-9０-９]{1,2}|[①-⑳]|[ⅠⅡⅢⅣⅤⅥ一二三四五六七八九十A-HＡ-Ｈ]';
const SUBJECT = new RegExp(`^(?:${SUBJECTS})[ 　]*(?:[0-9０-９]{1,2}[-－‐−–.．])?(${NUMBER})(?:[ 　]*[：:．.][ 　]*|[ 　]+)(?=\\S)`);
const BRACKETED_SUBJECT = new RegExp(`^[【〔［<〈＜《](?:${SUBJECTS})[ 　]*(${NUMBER})[】〕］>〉＞》][ 　]*(?=\\S)`);
/** 「議題（２）路線の見直し」; 「議題（２）の審議」 only refers to it. */
const AGENDA_SUBJECT = /^(?:議題|議案)[ 　]*[（(]([0-9０-９]{1,2})[)）][ 　]*(?![のをにはと、。，・及～〜])(?=\S{4}|その他$)/;
/** 「方針Ａ　一度書いた情報を再び求めない。」: what a policy sets itself is counted in sentences too; 「議題１」 in one only refers. */
const STATED = /^[【〔［<〈＜《]?(?:基本|重点)?(?:方針|目標|視点|戦略)/;
const ONE_SENTENCE = /^[^。]{1,120}。$/;
/** Counts that are no digits, each in its order. */
const COUNTS = ['ⅠⅡⅢⅣⅤⅥ', '一二三四五六七八九十', 'ABCDEFGH'];

function ordinalOf(printed: string): number {
  const found = COUNTS.map((count) => count.indexOf(/[Ⅰ-Ⅵ]/.test(printed) ? printed : printed.normalize('NFKC')) + 1).find((at) => at > 0);
  return found ?? Number(printed.normalize('NFKC'));
}

/** 「審議事項１　窓口」「【方針2】農地を守る」: a word for a part and its number, which together are the marker. */
export function readSubject(text: string): Marker | null {
  const match = SUBJECT.exec(text) ?? BRACKETED_SUBJECT.exec(text) ?? AGENDA_SUBJECT.exec(text);
  const rest = match ? text.slice(match[0].length) : '';
  if (!match || (!(STATED.test(match[0]) && ONE_SENTENCE.test(rest)) && (rest.length > 60 || rest.includes('。')))) return null;
  const raw = match[0].replace(/[ 　：:．.]+$/, '');
  return { family: 'section', ordinal: ordinalOf(match[1] ?? ''), raw, rest, restAt: match[0].length };
}
