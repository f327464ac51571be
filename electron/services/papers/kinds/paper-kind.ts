import type { PaperKind } from '../../../../db/domain/words.ts';
import type { RecognisedPaper, RecordKind } from '../../../contract/recognised.ts';

/**
 * What papers call themselves, the more particular first: a 「基本方針〈概要版〉」 is a summary, an 「アクションプラン〈概要版〉」 an
 * action plan, and the 「名簿」 of a committee on a 基本方針 a list of members.
 */
const TITLES: readonly (readonly [PaperKind, RegExp])[] = [
  ['agenda', /次第(?:書|案)?(?:(?:と|及び|・)(?:審議|会議|配[布付])?資料)?$|議事日程$|会議(?:開催)?通知$/],
  ['minutes', /(?:議事|会議|発言|審議)(?:の)?(?:録|記録|要旨|要録|概要|結果)|会議結果(?:の)?概要|発言録|議事要約/],
  ['member-list', /名簿$|(?:検討会|審議会|委員会|協議会|懇話会|懇談会|部会|会議)の(?:委員)?構成(?:(?:及び|と|・|並びに)[^、。]{0,4}(?:経過|日程|状況|スケジュール))?$|(?:委員|構成員)(?:一覧|構成|等)?表?$/],
  ['public-comment', /(?:パブリック・?コメント|パブコメ|意見公募|意見募集|意見聴取|市民意見|区民意見|町民意見|[ご御]意見).*(?:結果|概要|考え方|対応|一覧|回答)|意見対応表|意見(?:等|の(?:概要|要旨|内容))?(?:と|及び|並びに|・|、|に対する|への)+(?:本|当)?(?:市|区|町|村|県)?(?:の)?(?:考え方|回答|対応|見解)/],
  ['indicators', /(?:指標|KPI|ＫＰＩ|数値目標|目標値)(?:の|と|及び|編|一覧|推移|目標|現状|進捗|達成|状況|実績|設定|管理|表|シート|調書|について)*$/i],
  ['schedule', /(?:スケジュール|日程|工程|予定|ロードマップ|(?:策定|改定|検討|審議|計画|今後)の流れ)(?:表|一覧|図)?(?:について)?$/],
  ['programme-sheet', /(?:実施プログラム|進捗管理|進行管理|進捗状況|実施状況|取組実績|事業評価|個票|調書|(?<!検討|審議|論点|整理)シート)(?:表|票|調書|シート|報告書?|一覧|個票)*$/],
  ['action-plan', /(?:アクション・?プラン|アクション・?プログラム|行動計画|行動プラン|実施計画|推進計画|推進プラン|実行計画|取組計画)/],
  ['summary', /^(?:概要版|ダイジェスト版|あらまし)|(?:概要版|概要|ダイジェスト版?|あらまし|要約版)$/],
  ['working-paper', /審議資料|検討資料|(?:検討|審議|整理)シート|論点|たたき台|審議事項|検討事項|諮問事項|(?:検討|審議)に(?:当|あ)たって|検討の(?:視点|方向性)/],
  ['basic-policy', /方針|ビジョン|基本計画|構想|大綱|計画|答申|提言|報告書|まとめ/],
];
/** 「（案）」「【令和6年度】」「（第2版）」 behind a title say nothing of what the paper is. 「概要版」 does. */
const AFTERWORD = /[\s　]*[（(【〔〈＜<［[](?![^（(【〔〈＜<［[]*(?:概要|ダイジェスト|要約|スケジュール|工程|日程))[^（()）【】〔〕〈〉＜＞<>［］[\]]*[）)】〕〉＞>］\]]$/;
const BRACKETS = /[（()）【】〔〕〈〉＜＞<>［］[\]「」『』～〜~]/g;

/** 「「第3次読書推進計画」の概要」: of a plan that is named in quotes. */
const QUOTED_PLAN = /^「[^「」]+(?:計画|プラン|方針|ビジョン|戦略|大綱|構想)」の(?:概要|あらまし|要約)$/;

const BODY = /(?:検討会|審議会|委員会|協議会|懇話会|懇談会|部会)(?:について)?$/;

/** A chapter's heading: 第1章, 第２部, 第3, Ⅰ; a 第1節 is within one. */
const CHAPTER = /^(?:第[^条回節款]+|[ⅠⅡⅢⅣⅤIVX]+[.．]?)$/;

/**
 * What kind of paper a title names, by the word that it closes with; null where it names none.
 * @param title as printed; brackets that say 案, a version or a year are passed over.
 */
export function paperKindOfTitle(title: string): PaperKind | null {
  let name = title.normalize('NFKC').replace(/[\s　]+/g, '').replace(/No\.?[0-9]+$/i, '');
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(AFTERWORD, '');
  }
  if (QUOTED_PLAN.test(name)) return 'summary';
  // A committee is named after the plan it is for.
  if (BODY.test(name)) return null;
  name = name.replace(BRACKETS, '').replace(/(?:\(?案\)?|素案|たたき台案)$/, '');
  return TITLES.find(([, form]) => form.test(name))?.[0] ?? null;
}

/** The same of all the lines that name a paper, its title first. */
export function paperKindOfTitles(names: readonly string[]): PaperKind | null {
  // 「【概要版】」 on a line of its own is a part of the title.
  const version = names.find((name) => /^\S?(?:概要版?|ダイジェスト版?|あらまし|要約版?)\S?$/.test(name));
  return names.map((name) => paperKindOfTitle(version === undefined || name === version ? name : `${name}〈概要版〉`)).find((kind) => kind !== null) ?? null;
}

/**
 * What a paper is: by what it calls itself, else by what was read in it.
 * @param names its title and the other lines of its cover.
 */
export function paperKindOf(names: readonly string[], paper: Omit<RecognisedPaper, 'kind' | 'rest'>): PaperKind {
  const named = paperKindOfTitles(names);
  const held = kindOfContent(paper);
  // A committee's paper is often titled by what it is to lead to: its items and viewpoints tell it from the policy itself, which has chapters.
  return named === null || (named === 'basic-policy' && held === 'working-paper' && !hasChapters(paper)) ? held : named;
}

const hasChapters = ({ headings }: Pick<RecognisedPaper, 'headings'>): boolean => headings.filter(({ marker }) => marker !== null && CHAPTER.test(marker)).length >= 3;

function kindOfContent({ headings, records, meetings, members, kpis, programme }: Omit<RecognisedPaper, 'kind' | 'rest'>): PaperKind {
  const count = (...kinds: RecordKind[]) => records.filter(({ kind }) => kinds.includes(kind)).length;
  const half = records.length / 2;
  const listed = meetings.length + members.length + kpis.length;
  if (programme.length > 0) return 'programme-sheet';
  if (count('statement') >= 2 && count('statement', 'decision') >= half) return 'minutes';
  if (count('response') >= 1 && count('opinion', 'response') >= half) return 'public-comment';
  if (count('viewpoint', 'example') >= 1 && count('deliberation_item', 'viewpoint', 'issue', 'example') >= records.length / 3) return 'working-paper';
  if (listed > records.length) {
    const most = Math.max(members.length, meetings.length, kpis.length);
    return members.length === most ? 'member-list' : meetings.length === most ? 'schedule' : 'indicators';
  }
  if (count('agenda') >= 1 && count('agenda') >= half) return 'agenda';
  if (count('deliberation_item') >= 1) return 'working-paper';
  if (hasChapters({ headings })) return 'basic-policy';
  if (count('measure') >= 3 && count('measure', 'policy_direction', 'outcome') >= half) return 'action-plan';
  return 'other';
}
