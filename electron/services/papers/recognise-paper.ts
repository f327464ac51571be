import type { PaperKind } from '../../../db/domain/words.ts';
import type { RecognisedHeading, RecognisedPaper, RecognisedRecord, SourceRange } from '../../contract/recognised.ts';
import type { Block, HeadingBlock, TableBlock } from './block-types.ts';
import { readBlocks } from './blocks.ts';
import { takeContents } from './contents-list.ts';
import { isSmallPrint, readCover, type Cover } from './cover.ts';
import { joinSplitTables, readEntries } from './entries.ts';
import { readFootnote } from './footnotes.ts';
import { takeMeetingHead } from './kinds/meeting-head.ts';
import { paperKindOf, paperKindOfTitles } from './kinds/paper-kind.ts';
import { gatherSpeeches, STAGE_DIRECTION } from './kinds/speeches.ts';
import { readLines } from './lines.ts';
import { meetingsIn } from './meetings.ts';
import { kindOf } from './outline.ts';
import { derivedItems, recordOfBlock, sourcesOf } from './recognise-records.ts';
import { readMemberLine, readTableAs } from './recognise-tables.ts';
import { claimedRanges, uncovered } from './unaccounted.ts';
import { unwrap } from './unwrap.ts';
import type { SectionKind } from './vocabulary.ts';

/** What is known of a paper besides its text: its page furniture, and the kind a person set. */
export type Reading = { furniture?: readonly SourceRange[]; kind?: PaperKind };

/**
 * Reads a municipal paper into typed records by its form: section names, marker families, brackets, tables. Never by the
 * words of a particular paper.
 * @param text with \n line ends, as readFile gives it.
 * @returns what was recognised. Every part carries its range; `rest` holds what is in none, so nothing is dropped.
 */
export function recognisePaper(text: string, { furniture = [], kind }: Reading = {}): RecognisedPaper {
  const all = takeContents(readLines(text, furniture));
  const front = readCover(all);
  const named = kind ?? paperKindOfTitles(namesOf(front));
  const head = named === 'minutes' || named === 'agenda' ? takeMeetingHead(all, front.title) : null;
  const cover = head === null ? front : readCover(head.lines);
  const entries = joinSplitTables(readEntries(unwrap(cover.body), text));
  const blocks = readBlocks(named === 'minutes' ? gatherSpeeches(entries) : entries, text);
  const paper: Omit<RecognisedPaper, 'rest'> = {
    kind: named ?? 'other',
    title: cover.title, municipality: cover.municipality,
    headings: [], records: [], meetings: head?.meeting ? [head.meeting] : [], members: [...head?.members ?? []], kpis: [], programme: [], tables: 0, footnotes: [],
    ...(cover.titleSource ? { titleSource: cover.titleSource } : {}),
    tableSources: [],
  };
  fill(paper, blocks, cover.text);
  noteIndicators(paper);
  if (!paper.records.some((record) => record.kind === 'deliberation_item')) prepend(paper.records, derivedItems(blocks));
  paper.kind = kind ?? paperKindOf(namesOf(cover), paper);
  return { ...paper, rest: uncovered(text, [...claimedRanges(paper), ...(paper.tableSources ?? [])]) };
}

/** What a paper calls itself: its title, then the other lines of its cover. */
const namesOf = ({ title, text }: Cover): string[] => [...(title === null ? [] : [title]), ...text.split('\n')];

function fill(paper: Omit<RecognisedPaper, 'rest'>, blocks: readonly Block[], cover: string): void {
  const recordAt = new Map<number, number>();
  const meetings = meetingsIn(blocks, cover);
  blocks.forEach((block, i) => {
    const meeting = meetings.get(i);
    if (meeting === 'taken') return;
    if (meeting) {
      paper.meetings.push(meeting);
      return;
    }
    switch (block.kind) {
      case 'heading':
        // The back cover has the title again.
        if (block.open.sign === null && block.open.text === paper.title) break;
        paper.headings.push(headingOf(block));
        break;
      case 'note':
        paper.footnotes.push({ ...readFootnote(block), ...sourcesOf(block) });
        break;
      case 'text':
        if (kindOf(block.under) === 'members') {
          const member = readMemberLine(block.text);
          if (member) {
            paper.members.push({ ...member, source: sourcesOf(block).source });
            break;
          }
        }
        if (paper.kind === 'minutes' && block.speaker === undefined && STAGE_DIRECTION.test(block.text)) break;
        if (isUnread(kindOf(block.under)) || (block.marker === null && isSmallPrint(block.text)) || isNone(block.text)) break;
        recordAt.set(i, paper.records.length);
        paper.records.push(recordOfBlock(block, block.under, block.owner === null ? null : recordAt.get(block.owner) ?? null));
        break;
      case 'table':
        takeTable(paper, cover, block);
        break;
    }
  });
}

function takeTable(paper: Omit<RecognisedPaper, 'rest'>, cover: string, { table, under }: TableBlock & Block): void {
  paper.tables += 1;
  paper.tableSources?.push(...table.ranges);
  const read = readTableAs(table, under, cover, paper.programme);
  paper.title ??= read.title ?? null;
  paper.headings.push(...read.headings);
  paper.records.push(...read.records);
  paper.meetings.push(...read.meetings);
  paper.members.push(...read.members);
  paper.kpis.push(...read.kpis);
}

/** 「※③については…」 below a table of indicators belongs to indicator ③. */
function noteIndicators(paper: Omit<RecognisedPaper, 'rest'>): void {
  for (const { term, text } of paper.footnotes) {
    const kpi = paper.kpis.find((each) => each.marker !== null && each.marker === term);
    if (kpi) kpi.note = text;
  }
}

function isUnread(kind: SectionKind | null): boolean {
  return kind === 'contents' || kind === 'contact';
}

/** 「該当なし」 holds a place on the page, and says that there is no record. */
function isNone(text: string): boolean {
  return /^[（(]?(?:該当|特に|特段|事例|取組)?(?:の[^。]{1,6}|事例)?(?:なし|無し|ありません)[）)。]?$/.test(text);
}

function headingOf({ level, open, source }: HeadingBlock): RecognisedHeading {
  return { level, marker: open.sign, text: open.text, source };
}

function prepend(records: RecognisedRecord[], items: readonly RecognisedRecord[]): void {
  for (const record of records) if (record.parent !== null) record.parent += items.length;
  records.unshift(...items);
}
