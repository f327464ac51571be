import type { PaperKind } from '../../../../db/domain/words.ts';
import { findDates } from '../../../../db/domain/read-date.ts';
import type { RecognisedPaper, RecognisedRecord } from '../../../contract/recognised.ts';
import type { Block, TextBlock } from '../block-types.ts';
import { readBlocks } from '../blocks.ts';
import type { Entry } from '../entries.ts';
import { kindOf, type Open } from '../outline.ts';
import { agendaBlocks } from './agenda.ts';
import { behind, papersFrom, withPaperNumber } from './agenda-papers.ts';
import { gatherIndicators } from './indicators.ts';
import { gatherMembers } from './member-list.ts';
import { answerLast, gatherOpinions, pairAnswers } from './opinions.ts';
import { isStep, isTime } from './schedule.ts';
import { gatherSpeeches } from './speeches.ts';
import { isPromise, sectionKind, sectionName } from '../vocabulary.ts';

/** Kinds of paper that are read by rules of their own, so that it matters to know the kind before the reading. */
export const READ_BY_KIND: ReadonlySet<PaperKind> = new Set(['minutes', 'agenda', 'member-list', 'schedule', 'public-comment', 'indicators', 'programme-sheet']);

/**
 * The blocks of a paper of that kind; null for a kind that is not known.
 * @param legend what the signs before names mean (signLegend).
 * @param people names of those present, as the head of minutes has them.
 */
export function blocksOfKind(kind: PaperKind | null, entries: readonly Entry[], text: string, { title, legend, people }: { title: string | null; legend: ReadonlyMap<string, string>; people: readonly string[] }): Block[] {
  if (kind === 'agenda') {
    const at = papersFrom(entries);
    return behind(agendaBlocks(entries.slice(0, at)), readBlocks(entries.slice(at).map(withPaperNumber), text, title));
  }
  if (kind === 'member-list') return readBlocks(gatherMembers(entries, legend), text, title);
  if (kind === 'minutes') return readBlocks(gatherSpeeches(entries, people), text, title);
  return readBlocks(kind === 'public-comment' ? gatherOpinions(entries) : gatherIndicators(entries), text, title);
}

/**
 * What a text of a paper of that kind is. Papers that list one sort of thing have facts about the list beside it
 * (任期：…, 募集期間：…, 令和5年7月1日現在), which are no records.
 * @returns null for a text that is none.
 */
export function recordOfKind(kind: PaperKind, block: TextBlock & Block, record: RecognisedRecord): RecognisedRecord | null {
  // 「…してほしい。（2件）」
  const sentence = /。(?:[（(][^（()）]{1,12}[)）])?$/.test(block.text);
  const listed = block.marker !== null || block.line.bullet;
  const heading = block.under.at(-1)?.text ?? '';
  switch (kind) {
    case 'minutes': return block.as === undefined ? saidInMeeting(block, record, sentence) : record;
    // Rows beside the papers behind an agenda, and what whoever comes to listen is asked to do.
    case 'agenda': return block.as === undefined && ((!sentence && !listed && record.kind !== 'actor') || /傍聴/.test(block.under.at(-1)?.text ?? '')) ? null : record;
    // Only a section of its own says what the committee is for, what it treats, or what its members think.
    case 'member-list': return (sentence && ['purpose', 'schedule'].includes(sectionKind(block.under.at(-1)?.text ?? '') ?? '')) || (listed && block.as === undefined && ['opinion', 'deliberation_item', 'viewpoint', 'issue'].includes(kindOf(block.under) ?? '')) ? record : null;
    // What stands above the first section tells how the opinions came in.
    case 'public-comment': return isOfComment(block, record, sentence) ? (block.as === undefined && block.under.length === 0 ? remarkAs('background', record) : record) : null;
    case 'schedule':
      if (!listed && ON_THE_LIST.test(block.text)) return null;
      // A section of its own on why the work is done holds no steps of it.
      if (sentence && record.kind === 'background' && sectionName(block.under.at(-1)?.text ?? '') === null && sectionKind(block.under.at(-1)?.text ?? '') === 'background') return record;
      return sentence || listed || isStep(block.text) || isTime(block.under.at(-1)?.text ?? '') ? remarkAs('schedule', record) : null;
    case 'indicators':
      if (!listed && ON_THE_LIST.test(block.text)) return null;
      // Below 【今後の取組】 a sentence says where to go, and what is only named is a measure.
      if (listed && sectionName(heading) === 'measure') return sentence && heading.startsWith('今後の') ? remarkAs('policy_direction', record) : record;
      // 【評価】 tells how it came out, well or not.
      return sentence || listed ? remarkAs(!heading.endsWith('評価') && LACKING.test(record.text) && !REACHED.test(record.text) ? 'issue' : 'outcome', record) : null;
    // What a sheet lists under 概要 is what its programme does.
    case 'programme-sheet': return listed && record.kind === 'background' && block.under.at(-1)?.text.endsWith('概要') === true && (isPromise(record.text) || ACTS.test(record.text)) ? { ...record, kind: 'measure' } : record;
    default: return record;
  }
}

/**
 * What minutes hold beside speeches that a side is named for: what was on the agenda and what was decided; every other sentence
 * below a heading was said in the meeting, whatever the heading speaks of. Rows of the head are none of it.
 */
function saidInMeeting({ line, marker, under }: TextBlock & Block, record: RecognisedRecord, sentence: boolean): RecognisedRecord | null {
  const heading = under.at(-1)?.text ?? '';
  if (sentence && record.speaker === null && (DECIDED.test(record.text) || /^[【〔［[〈＜《]?(?:会議の|審議の)?(?:まとめ|結論|決定|議決)[】〕］\]〉＞》]?$/.test(heading))) return { ...record, kind: 'decision' };
  if (record.kind === 'agenda' || record.kind === 'decision' || (record.kind === 'schedule' && sentence) || (record.kind === 'response' && record.speaker === null)) return record;
  if (isTold(under.at(-1)) && record.speaker === null && record.kind === sectionName(heading)) return record;
  if (!sentence && GROUPS.test(heading) && (marker !== null || line.bullet)) return { ...record, kind: 'agenda' };
  const isSaid = record.speaker !== null || record.kind === 'statement' || record.kind === 'opinion' || (sentence && under.length > 0 && !heading.startsWith('次回'));
  return isSaid ? { ...record, kind: 'statement' } : null;
}

/** Minutes by subject may set 【現状】【課題】【他市の事例】 beside 【主な意見】: what was laid before the meeting, and not what was said in it. */
const isTold = (heading: Open | undefined): boolean => heading !== undefined && /^[【〔《≪〈＜［]/.test(heading.sign ?? '') && ['background', 'issue', 'example'].includes(sectionName(heading.text) ?? '');

/** 「議題（２）について了承した。」 */
const DECIDED = /(?:了承|承認|決定|可決|議決|継続審議と)(?:する|した|された|することとした|することに決した|となった)。$/;

/** 「報告事項」 over what was treated. */
const GROUPS = /^(?:報告|協議|審議|検討)(?:事項|案件)$/;

/** 「次の日程で開催する。」「令和6年度までの実績を掲げる。」「「－」は、集計中であることを示す。」 are on the list itself. */
const ON_THE_LIST = /(?:次|以下|下記|下表|次表|別表)の(?:とおり|日程|スケジュール|工程|指標|委員|構成員|メンバー)|^[「“"][^」]{1,3}[」”"](?:は|の)|^(?:本[編書表]|この(?:資料|一覧|表))は|^[^。]*(?:掲げる|示す|示した|まとめた)(?:もの)?(?:です|である)?。/;

/** Words by which a remark on an indicator says that something is wanting. */
const LACKING = /不足|低下し|下回|減少し|伸びて(?:いない|おらず)|不便|遅れ|課題|達して(?:いない|おらず)|届いて(?:いない|おらず)|必要(?:が|で)ある|必要です|困難|懸念/;

/** What weighs one against the other tells how it came out. */
const REACHED = /(?:達|改善|上回|増加)(?:し|っ)(?:た|ている)/;

/** 「…を一つの窓口で受け付ける。」: a verb as it stands in a list of what is done; 「…している。」「…となる。」 tell how things are. */
const ACTS = /を[^。を]*(?<!てい|でい|られ|され|[くにとが]な)[うくすつぶむるぐぬ]。$/;

function remarkAs(kind: RecognisedRecord['kind'], record: RecognisedRecord): RecognisedRecord {
  return record.kind === 'background' || record.kind === 'measure' ? { ...record, kind } : record;
}

/** 「○は意見、→は市の考え方です。」「長文の意見は要約して掲載しています。」「結果を次のとおり公表します。」 */
const HOW_LISTED = /^[はが]|(?:要約|集約|整理|掲載|対応させ|公表|お知らせ|まとめ)[^。]{0,12}(?:ます|ました|る|た)。|(?:次|以下|下記)のとおり[^。]{0,20}公表/;

function isOfComment({ as, line, marker, text, under }: TextBlock & Block, { kind }: RecognisedRecord, sentence: boolean): boolean {
  if (as !== undefined) return true;
  if (HOW_LISTED.test(text) && (/^[はが]/.test(text) || (marker === null && !line.bullet))) return false;
  if (sentence) return true;
  const section = kindOf(under);
  if (section === 'outcome') return marker !== null || line.bullet;
  if (section === 'schedule') return findDates(text, { year: 2000 }).length > 0;
  return marker !== null && (section === 'opinion' || section === 'response') && (kind === 'opinion' || kind === 'response');
}

/** What can only be told when the whole paper is read. */
export function completeKind({ kind, records }: Pick<RecognisedPaper, 'kind' | 'records'>): void {
  if (kind === 'public-comment') pairAnswers(records);
  if (kind === 'minutes') answerLast(records);
}
