import type { PaperKind } from '../../../db/domain/words.ts';
import type { RecognisedHeading, RecognisedPaper, RecognisedRecord, SourceRange } from '../../contract/recognised.ts';
import type { Block, HeadingBlock, TableBlock, TextBlock } from './block-types.ts';
import { takeContents } from './contents-list.ts';
import { isSmallPrint, readCover, type Cover } from './cover.ts';
import { doubtCities } from './doubtful-cities.ts';
import { joinSplitTables, readEntries } from './entries.ts';
import { readFootnote } from './footnotes.ts';
import { isAgenda } from './kinds/agenda.ts';
import { fieldOfHeading, readListedMember, signLegend } from './kinds/member-list.ts';
import { meetingNameIn, takeMeetingHead } from './kinds/meeting-head.ts';
import { takeIndicator } from './kinds/indicators.ts';
import { nextMeetings } from './kinds/next-meeting.ts';
import { blocksOfKind, completeKind, READ_BY_KIND, recordOfKind } from './kinds/of-kind.ts';
import { paperKindOf, paperKindOfTitles } from './kinds/paper-kind.ts';
import { nameSheet, takeField, takeReasons } from './kinds/programme-sheet.ts';
import { STAGE_DIRECTION } from './kinds/speeches.ts';
import { readKpiLine } from './kpi-line.ts';
import { readLines, type Line } from './lines.ts';
import { meetingsIn } from './meetings.ts';
import { kindOf } from './outline.ts';
import { derivedItems, recordOfBlock, sourcesOf } from './recognise-records.ts';
import { readMemberLine, readTableAs } from './recognise-tables.ts';
import { doubtChanges } from './tracked-changes.ts';
import { claimedRanges, uncovered } from './unaccounted.ts';
import { joinLetters, unwrap } from './unwrap.ts';
import { sectionName, type SectionKind } from './vocabulary.ts';

/** What is known of a paper besides its text: its page furniture, and the kind a person set. */
export type Reading = {
  furniture?: readonly SourceRange[];
  kind?: PaperKind;
  /** Told between the steps of a long reading that it gets on (files/paper-text.ts, Progress). */
  alive?: () => void;
};

/**
 * Reads a municipal paper into typed records by its form: section names, marker families, brackets, tables. Never by the
 * words of a particular paper.
 * @param text with \n line ends, as readFile gives it.
 * @returns what was recognised. Every part carries its range; `rest` holds what is in none, so nothing is dropped.
 */
export function recognisePaper(text: string, reading: Reading = {}): RecognisedPaper {
  const read = readOnce(text, reading);
  // A paper that does not say what it is, but turns out to be of a kind with rules of its own, is read again by them.
  if (reading.kind !== undefined || read.named || !READ_BY_KIND.has(read.paper.kind)) return read.paper;
  return readOnce(text, { ...reading, kind: read.paper.kind }).paper;
}

/** @returns the reading, and whether the paper's kind was known before it. */
function readOnce(text: string, { furniture = [], kind, alive = () => {} }: Reading): { paper: RecognisedPaper; named: boolean } {
  const all = takeContents(joinLetters(readLines(text, furniture)));
  alive();
  const front = readCover(all);
  const named = kind ?? kindNamed(front, all);
  const head = named === 'minutes' || named === 'agenda' ? takeMeetingHead(all) : null;
  const cover = head === null ? front : readCover(head.lines);
  const entries = joinSplitTables(readEntries(unwrap(cover.body), text));
  alive();
  const legend = signLegend(text);
  const blocks = blocksOfKind(named, entries, text, { title: cover.title, legend });
  const paper: Omit<RecognisedPaper, 'rest'> = {
    kind: named ?? 'other',
    title: cover.title, municipality: cover.municipality,
    headings: [], records: [], meetings: head?.meeting ? [{ ...head.meeting, label: meetingNameIn(cover.title) }] : [], members: [...head?.members ?? []], kpis: [], programme: [], tables: 0, footnotes: [],
    ...(cover.titleSource ? { titleSource: cover.titleSource } : {}),
    tableSources: [],
  };
  alive();
  fill(paper, blocks, cover.text, legend);
  alive();
  if (head !== null) paper.meetings.push(...nextMeetings(cover.body, head.meeting));
  noteIndicators(paper);
  tellStates(paper.records);
  completeKind(paper);
  if (!paper.records.some((record) => record.kind === 'deliberation_item')) prepend(paper.records, derivedItems(blocks));
  paper.kind = named === 'agenda' ? named : kind ?? paperKindOf(namesOf(cover), paper);
  doubtChanges(paper.records, text);
  doubtCities(paper.records, paper.municipality);
  return { paper: { ...paper, rest: uncovered(text, [...claimedRanges(paper), ...(paper.tableSources ?? [])]) }, named: named !== null };
}

/** A committee on a 基本計画 has its agenda too, and says so on a line of its own. */
function kindNamed(front: Cover, lines: readonly Line[]): PaperKind | null {
  const named = paperKindOfTitles(namesOf(front));
  return (named === null || named === 'basic-policy' || named === 'action-plan') && isAgenda(lines) ? 'agenda' : named;
}

/** What a paper calls itself: its title, then the other lines of its cover. */
const namesOf = ({ title, text }: Cover): string[] => [...(title === null ? [] : [title]), ...text.split('\n')];

function fill(paper: Omit<RecognisedPaper, 'rest'>, blocks: readonly Block[], cover: string, legend: ReadonlyMap<string, string>): void {
  const recordAt = new Map<number, number>();
  const meetings = meetingsIn(blocks, cover, paper.kind);
  const hint = [cover, ...blocks.flatMap((block) => ((block.kind === 'note' || block.kind === 'text') && YEAR_OF_ALL.test(block.text) ? [block.text] : []))].join('\n');
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
      case 'text': {
        if (paper.kind === 'member-list' && block.as === 'actor') {
          const member = readListedMember(`${block.marker?.raw.length === 1 && legend.has(block.marker.raw) ? block.marker.raw : ''}${block.pieces.map((piece) => piece.text).join('　　')}`, legend, fieldOfHeading(block.under.at(-1)?.text));
          if (member) paper.members.push({ ...member, source: sourcesOf(block).source });
          break;
        }
        if (kindOf(block.under) === 'members') {
          const member = readMemberLine(block.text);
          if (member) {
            paper.members.push({ ...member, source: sourcesOf(block).source });
            break;
          }
        }
        if (paper.kind === 'minutes' && block.speaker === undefined && STAGE_DIRECTION.test(block.text)) break;
        if (isUnread(kindOf(block.under)) || (block.marker === null && isSmallPrint(block.text)) || isNone(block.text)) break;
        if (isColophon(block, blocks.length - i) || (paper.kind === 'programme-sheet' && (takeField(paper, block) || takeReasons(paper, block)))) break;
        if (paper.kind === 'indicators' && takeIndicator(paper, block)) break;
        const kpi = WITHOUT_KPIS.has(paper.kind) ? null : readKpiLine(block.text, FIGURES.test(block.under.at(-1)?.text ?? ''));
        if (kpi !== null) {
          paper.kpis.push({ ...kpi, marker: block.marker?.raw ?? null, source: sourcesOf(block).source });
          break;
        }
        const record = recordOfKind(paper.kind, block, recordOfBlock(block, block.under, block.owner === null ? null : recordAt.get(block.owner) ?? null));
        if (record === null) break;
        recordAt.set(i, paper.records.length);
        paper.records.push(record);
        break;
      }
      case 'table':
        takeTable(paper, hint, legend, block);
        break;
    }
  });
}

/** A heading over indicators. */
const FIGURES = /(?:数値目標|目標値|成果目標|指標|KPI|ＫＰＩ)(?:等|一覧)?(?:[（(][^（()）]*[)）])?$/;

/** In what is said, an arrow between two figures is part of the speech. */
const WITHOUT_KPIS: ReadonlySet<PaperKind> = new Set(['minutes', 'agenda', 'public-comment', 'schedule', 'member-list']);

/** 「（令和6年度）」「いずれも令和6年」 beside a table: the year of its dates. */
const YEAR_OF_ALL = /^[（(]?(?:日程は|日時は|開催日は)?(?:いずれも|全て|すべて)?[、]?(?:昭和|平成|令和|[SHR]|(?=[0-9０-９]{4}))[ 　]*[0-9０-９元]{1,4}年度?(?:の?(?:日程|予定|開催))?(?:です|である)?[)）。]*$/;

function takeTable(paper: Omit<RecognisedPaper, 'rest'>, cover: string, legend: ReadonlyMap<string, string>, { table, under }: TableBlock & Block): void {
  paper.tables += 1;
  paper.tableSources?.push(...table.ranges);
  const read = readTableAs(table, under, cover, paper.programme, { kind: paper.kind, legend });
  if (read.title !== undefined) nameSheet(paper, read.title);
  paper.headings.push(...read.headings);
  const before = paper.records.length;
  paper.records.push(...read.records.map((record) => (record.parent === null ? record : { ...record, parent: record.parent + before })));
  paper.meetings.push(...read.meetings);
  paper.members.push(...read.members);
  paper.kpis.push(...read.kpis);
}

/** Who made the paper, below its last text: 「企画部政策課」「担当：福祉課　電話 000-0000」. */
function isColophon({ marker, text, line }: TextBlock & Block, left: number): boolean {
  if (marker !== null || line.bullet || line.gap === 0 || left > 3 || text.length > 60) return false;
  return /(?:TEL|電話|℡|FAX)[ 　:：]*[(（]?[0-9０-９]/i.test(text) || /^(?:会議録|議事録)?署名(?:人|委員|者)[ 　：:]/.test(text) || /^(?:担当|所管|作成|問合せ先?)(?:課|部署|係)?[：:]/.test(text) || /^(?:[^\s　。、]{2,12}[ 　]){0,3}[^\s　。、]{2,20}(?:部|局|課|室|係)$/.test(text);
}

/** 「※③については…」 below a table of indicators belongs to indicator ③. */
function noteIndicators(paper: Omit<RecognisedPaper, 'rest'>): void {
  for (const { term, text } of paper.footnotes) {
    const kpi = paper.kpis.find((each) => each.marker !== null && each.marker === term);
    if (kpi) kpi.note = text;
  }
}

/** Under 「現況と課題」 that has a section 課題 of its own, what stands before that section is how things are. */
function tellStates(records: readonly RecognisedRecord[]): void {
  const pathOf = (under: readonly string[]) => under.join('\n');
  const split = new Set(records.flatMap(({ kind, under }) => (kind === 'issue' && STATE_AND_ISSUES.test(under.at(-2) ?? '') && sectionName(under.at(-1) ?? '') === 'issue' ? [pathOf(under.slice(0, -1))] : [])));
  for (const record of records) if (record.kind === 'issue' && split.has(pathOf(record.under))) record.kind = 'background';
}

const STATE_AND_ISSUES = /(?:現状|現況|状況)(?:と|及び|・|並びに)(?:主な)?課題$/;

function isUnread(kind: SectionKind | null): boolean {
  return kind === 'contents' || kind === 'contact';
}

/** 「該当なし」 holds a place on the page, and says that there is no record. */
function isNone(text: string): boolean {
  return /^[（(]?(?:該当|特に|特段|事例|取組)?(?:の[^。]{1,6}|事例)?(?:なし|無し|ありません)[）)。]?$|^[（(](?:以下|中|後)?略[)）]$/.test(text);
}

function headingOf({ level, open, source }: HeadingBlock): RecognisedHeading {
  return { level, marker: open.sign, text: open.text, source };
}

function prepend(records: RecognisedRecord[], items: readonly RecognisedRecord[]): void {
  for (const record of records) if (record.parent !== null) record.parent += items.length;
  records.unshift(...items);
}
