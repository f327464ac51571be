import type { PaperKind } from '../../../../db/domain/words.ts';
import { findDates } from '../../../../db/domain/read-date.ts';
import type { RecognisedPaper, RecognisedRecord } from '../../../contract/recognised.ts';
import type { Block, TextBlock } from '../block-types.ts';
import { readBlocks } from '../blocks.ts';
import type { Entry } from '../entries.ts';
import { kindOf } from '../outline.ts';
import { agendaBlocks } from './agenda.ts';
import { gatherMembers } from './member-list.ts';
import { answerLast, gatherOpinions, pairAnswers } from './opinions.ts';
import { isStep, isTime } from './schedule.ts';
import { gatherSpeeches } from './speeches.ts';
import { isPromise } from '../vocabulary.ts';

/** Kinds of paper that are read by rules of their own, so that it matters to know the kind before the reading. */
export const READ_BY_KIND: ReadonlySet<PaperKind> = new Set(['minutes', 'agenda', 'member-list', 'schedule', 'public-comment', 'indicators', 'programme-sheet']);

/**
 * The blocks of a paper of that kind; null for a kind that is not known.
 * @param legend what the signs before names mean (signLegend).
 * @param people names of those present, as the head of minutes has them.
 */
export function blocksOfKind(kind: PaperKind | null, entries: readonly Entry[], text: string, { title, legend, people }: { title: string | null; legend: ReadonlyMap<string, string>; people: readonly string[] }): Block[] {
  if (kind === 'agenda') return agendaBlocks(entries);
  if (kind === 'member-list') return readBlocks(gatherMembers(entries, legend), text, title);
  if (kind === 'minutes') return readBlocks(gatherSpeeches(entries, people), text, title);
  return readBlocks(kind === 'public-comment' ? gatherOpinions(entries) : entries, text, title);
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
  switch (kind) {
    // What is said under 主な意見 is said in the meeting.
    case 'minutes': return block.as === undefined && (record.kind === 'opinion' || (record.kind === 'response' && record.speaker !== null)) ? { ...record, kind: 'statement' } : record;
    case 'member-list': return null;
    // What stands above the first section tells how the opinions came in.
    case 'public-comment': return isOfComment(block, record, sentence) ? (block.as === undefined && block.under.length === 0 ? remarkAs('background', record) : record) : null;
    case 'schedule': return sentence || listed || isStep(block.text) || isTime(block.under.at(-1)?.text ?? '') ? remarkAs('schedule', record) : null;
    case 'indicators':
      if (block.under.length === 0 && LEADS_ON.test(block.text)) return record;
      return sentence || listed ? remarkAs(LACKING.test(record.text) && !REACHED.test(record.text) ? 'issue' : 'outcome', record) : null;
    // What a sheet lists under 概要 is what its programme does.
    case 'programme-sheet': return listed && record.kind === 'background' && block.under.at(-1)?.text.endsWith('概要') === true && isPromise(record.text) ? { ...record, kind: 'measure' } : record;
    default: return record;
  }
}

/** 「…を次のとおり整理した。」 above the tables is on the paper itself, and no remark on an indicator. */
const LEADS_ON = /(?:次|以下|下記|下表|次表|別表)のとおり/;

/** Words by which a remark on an indicator says that something is wanting. */
const LACKING = /不足|低下し|下回|減少し|伸びて(?:いない|おらず)|不便|遅れ|課題|達して(?:いない|おらず)|届いて(?:いない|おらず)|必要(?:が|で)ある|必要です|困難|懸念/;

/** What weighs one against the other tells how it came out. */
const REACHED = /(?:達|改善|上回|増加)(?:し|っ)(?:た|ている)/;

function remarkAs(kind: RecognisedRecord['kind'], record: RecognisedRecord): RecognisedRecord {
  return record.kind === 'background' || record.kind === 'measure' ? { ...record, kind } : record;
}

function isOfComment({ as, line, marker, text, under }: TextBlock & Block, { kind }: RecognisedRecord, sentence: boolean): boolean {
  if (as !== undefined || sentence) return true;
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
