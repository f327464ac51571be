import type { PaperKind } from '../../../db/domain/words.ts';
import type { RecognisedHeading, RecognisedPaper, RecognisedRecord, SourceRange } from '../../contract/recognised.ts';
import type { Block, HeadingBlock, TableBlock, TextBlock } from './block-types.ts';
import { isColophon } from './colophon.ts';
import { takeContents } from './contents-list.ts';
import { isSmallPrint, municipalityBeside, municipalityIn, readCover, type Cover } from './cover.ts';
import { leadsToItems } from './deliberation-items.ts';
import { doubtCities } from './doubtful-cities.ts';
import { FIELD, readEntries } from './entries.ts';
import { readFootnote } from './footnotes.ts';
import { isAgenda } from './kinds/agenda.ts';
import { fieldOfHeading, isListedRole, isStaff, readListedMember, signLegend, textOfMember } from './kinds/member-list.ts';
import { meetingNamed, meetingNameIn, takeMeetingHead } from './kinds/meeting-head.ts';
import { takeIndicator } from './kinds/indicators.ts';
import { noteIndicators } from './indicator-notes.ts';
import { nextMeetings } from './kinds/next-meeting.ts';
import { blocksOfKind, completeKind, READ_BY_KIND, recordOfKind } from './kinds/of-kind.ts';
import { paperLabel } from './paper-label.ts';
import { paperKindOf, paperKindOfTitles } from './kinds/paper-kind.ts';
import { isSheetHead, nameSheet, takeField, takeReasons } from './kinds/programme-sheet.ts';
import { isNoSpeech } from './kinds/speeches.ts';
import { readKpiLine } from './kpi-line.ts';
import { FIGURES } from './kpi-table.ts';
import { readLines, type Line } from './lines.ts';
import { readMemberLine } from './member-table.ts';
import { meetingsIn, YEAR_OF_LIST } from './meetings.ts';
import { kindOf, type Open } from './outline.ts';
import { derivedItems, recordOfBlock, sourcesOf } from './recognise-records.ts';
import { readTableAs } from './recognise-tables.ts';
import { joinTableParts } from './table-parts.ts';
import { doubtChanges } from './tracked-changes.ts';
import { claimedRanges, uncovered } from './unaccounted.ts';
import { joinLetters, unwrap } from './unwrap.ts';
import { tellDirections, tellExamples, tellIssues, tellPurposes, tellStates } from './kinds-beside.ts';
import { isUnread } from './vocabulary.ts';

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
  const head = named === 'minutes' || named === 'agenda' ? takeMeetingHead(all, named === 'minutes') : null;
  const cover = head === null ? front : readCover(head.lines);
  const entries = joinTableParts(readEntries(unwrap(cover.body), text));
  alive();
  const legend = signLegend(text);
  const blocks = blocksOfKind(named, entries, text, { title: cover.title, legend, people: head?.members.map(({ name }) => name) ?? [] });
  const paper: Omit<RecognisedPaper, 'rest'> = {
    kind: named ?? 'other',
    title: cover.title, label: paperLabel(all), municipality: cover.municipality ?? front.municipality ?? municipalityIn(head?.meeting?.label ?? '') ?? municipalityBeside(furniture.map(({ start, end }) => text.slice(start, end))),
    headings: [], records: [...head?.agenda ?? []], meetings: head?.meeting ? [{ ...head.meeting, label: meetingNamed(meetingNameIn(cover.title), head.meeting.label) }] : [], members: [...head?.members ?? []], kpis: [], programme: [], tables: 0, footnotes: [],
    ...(cover.titleSource ? { titleSource: cover.titleSource } : {}),
    tableSources: [],
  };
  alive();
  fill(paper, blocks, cover.text, legend);
  alive();
  if (head !== null) {
    const listed = paper.meetings.map(({ source }) => source);
    paper.meetings.push(...nextMeetings(cover.body, head.meeting).filter(({ source: { start } }) => !listed.some((range) => range.start <= start && start < range.end)));
  }
  noteIndicators(paper, text);
  tellStates(paper.records);
  tellIssues(paper);
  tellPurposes(paper.records);
  tellExamples(paper.records);
  tellDirections(paper.records);
  completeKind(paper);
  // What a meeting treats is on its agenda.
  if (named !== 'minutes' && !paper.records.some((record) => record.kind === 'deliberation_item')) prepend(paper.records, derivedItems(blocks));
  paper.kind = named === 'agenda' || named === 'programme-sheet' ? named : kind ?? paperKindOf(namesOf(cover), paper);
  doubtChanges(paper.records, text);
  doubtCities(paper.records, paper.municipality);
  return { paper: { ...paper, rest: uncovered(text, [...claimedRanges(paper), ...(paper.tableSources ?? [])]) }, named: named !== null };
}

/** A committee on a 基本計画 has its agenda too, and says so on a line of its own. */
function kindNamed(front: Cover, lines: readonly Line[]): PaperKind | null {
  const named = paperKindOfTitles(namesOf(front)) ?? (lines.slice(0, FRONT).some((_, i) => isSheetHead(lines, i)) ? 'programme-sheet' : null);
  return (named === null || named === 'basic-policy' || named === 'action-plan') && isAgenda(lines) ? 'agenda' : named;
}

/** What may stand above the head of a sheet. */
const FRONT = 4;

/** What a paper calls itself: its title, then the other lines of its cover. */
const namesOf = ({ title, text }: Cover): string[] => [...(title === null ? [] : [title]), ...text.split('\n')];

function fill(paper: Omit<RecognisedPaper, 'rest'>, blocks: readonly Block[], cover: string, legend: ReadonlyMap<string, string>): void {
  const recordAt = new Map<number, number>();
  /** Where a sentence says that the list below it is of what is to be deliberated. */
  let lead: readonly Open[] | null = null;
  // The meetings ahead take their year from that of the paper itself.
  const leads = blocks.flatMap((block) => (block.kind === 'text' && block.under.length === 0 && YEAR_OF_LIST.test(block.text) ? [block.text] : []));
  const dated = [...leads, cover, ...paper.meetings.map(({ date_raw: raw }) => raw)].join('\n');
  const meetings = meetingsIn(blocks, dated, paper.kind);
  const hint = [dated, ...blocks.flatMap((block) => ((block.kind === 'note' || block.kind === 'text') && YEAR_OF_ALL.test(block.text) ? [block.text] : []))].join('\n');
  blocks.forEach((block, i) => {
    const meeting = meetings.get(i);
    if (meeting === 'taken') return;
    if (meeting) {
      paper.meetings.push(meeting);
      return;
    }
    switch (block.kind) {
      case 'heading':
        // The back cover has the title again, and an office without a number of its own closes the paper.
        if ((block.open.sign === null && block.open.text === paper.title) || (block.open.section === 'contact' && block.open.ordinal === null)) break;
        paper.headings.push(headingOf(block));
        break;
      case 'note':
        paper.footnotes.push({ ...readFootnote(block), ...sourcesOf(block) });
        break;
      case 'text': {
        // 「（任期は…まで）」 among the members is on all of them.
        if (kindOf(block.under) === 'members' && block.marker === null && /^[（(][^（()）]*[）)]$/.test(block.text)) break;
        if (paper.kind === 'member-list' && block.as === 'actor') {
          const member = readListedMember(`${block.marker?.raw.length === 1 && legend.has(block.marker.raw) ? block.marker.raw : ''}${textOfMember(block.pieces.map((piece) => piece.text))}`, legend, fieldOfHeading(block.under.at(-1)?.text));
          const heading = block.under.at(-1)?.text ?? '';
          if (member) paper.members.push({ ...member, role: member.role ?? (isListedRole(heading) ? heading : null), source: sourcesOf(block).source });
          break;
        }
        if (kindOf(block.under) === 'members') {
          const member = readMemberLine(block.text);
          if (member) {
            paper.members.push({ ...member, source: sourcesOf(block).source });
            break;
          }
        }
        if (paper.kind === 'minutes' && block.speaker === undefined && (isNoSpeech(block.text) || isOfStaff(block))) break;
        if (LISTS.has(paper.kind) && block.marker?.raw === '＊') {
          paper.footnotes.push({ ...readFootnote({ marker: block.marker.raw, text: block.text }), ...sourcesOf(block) });
          break;
        }
        if (isUnread(kindOf(block.under)) || (block.marker === null && block.as === undefined && !block.text.endsWith('。') && isSmallPrint(block.text)) || isNone(block.text)) break;
        if (isColophon(block, blocks.length - i) || (paper.kind === 'programme-sheet' && (takeField(paper, block) || takeReasons(paper, block)))) break;
        if (paper.kind === 'indicators' && takeIndicator(paper, block)) break;
        const kpi = WITHOUT_KPIS.has(paper.kind) || tellsStates(block) ? null : readKpiLine(block.text, FIGURES.test(block.under.at(-1)?.text ?? ''));
        if (kpi !== null && kpi.name === '') {
          if (nameFromAbove(paper, kpi, blocks, i)) break;
        } else if (kpi !== null) {
          paper.kpis.push({ ...kpi, marker: block.marker?.raw ?? null, source: sourcesOf(block).source });
          break;
        }
        const record = recordOfKind(paper.kind, block, recordOfBlock(block, block.under, block.owner === null ? null : recordAt.get(block.owner) ?? null));
        if (record === null) break;
        if (block.marker === null && !block.line.bullet) {
          lead = leadsToItems(block.text) ? block.under : null;
          if (isLeadIn(block.text) || (block.under.length === 0 && ON_ITSELF.test(block.text))) break;
        } else if (record.kind === 'background' && record.parent === null && lead !== null && lead.at(-1) === block.under.at(-1)) record.kind = 'deliberation_item';
        // 「担当課：財政課」 is said of the measure above.
        if (record.kind === 'actor' && record.text !== block.text) record.parent ??= lastMeasure(paper.records, record.under);
        if (record.kind === 'response' && block.marker?.family === 'arrow' && paper.records.at(-1)?.kind === 'opinion') record.parent ??= paper.records.length - 1;
        recordAt.set(i, paper.records.length);
        paper.records.push(record);
        break;
      }
      case 'indicator':
        paper.kpis.push(block.kpi);
        break;
      case 'table':
        takeTable(paper, hint, legend, block);
        break;
    }
  });
}

/** The last measure under the same headings, null for none. */
function lastMeasure(records: readonly RecognisedRecord[], under: readonly string[]): number | null {
  const at = records.findLastIndex(({ kind, under: own }) => kind === 'measure' && own.join('\n') === under.join('\n'));
  return at < 0 ? null : at;
}

/** 「現状値 18.4％ ⇒ 目標値 25％」 below its name, which is a heading or an item of no other use. @returns whether a name was found. */
function nameFromAbove(paper: Omit<RecognisedPaper, 'rest'>, kpi: Omit<RecognisedPaper['kpis'][number], 'marker'>, blocks: readonly Block[], at: number): boolean {
  const [above, block] = blocks.slice(Math.max(0, at - 1), at + 1);
  if (block?.kind !== 'text' || above === undefined) return false;
  const { source } = sourcesOf(block);
  if (above.kind === 'heading') {
    paper.kpis.push({ ...kpi, name: above.open.text, marker: above.open.sign, source });
    return true;
  }
  const last = paper.records.at(-1);
  if (above.kind !== 'text' || above.text.endsWith('。') || last === undefined || last.source.start !== sourcesOf(above).source.start) return false;
  paper.records.pop();
  paper.kpis.push({ ...kpi, name: last.text, marker: last.marker, source: { start: last.source.start, end: source.end } });
  return true;
}

/** 「事務局」 in the head of minutes is over who works for the committee. */
const isOfStaff = ({ text, under }: TextBlock & Block): boolean => !text.endsWith('。') && isStaff(under.at(-1)?.text ?? '');

/** Among how things are, an arrow between two years is what has come about. */
const tellsStates = ({ under }: Block): boolean => !FIELD.test(under.at(-1)?.text ?? '') && ['background', 'issue'].includes(kindOf(under) ?? '');

/** Papers that are one list, on which 「＊…」 is a note. */
const LISTS: ReadonlySet<PaperKind> = new Set(['schedule', 'member-list', 'indicators']);

/** In what is said, an arrow between two figures is part of the speech. */
const WITHOUT_KPIS: ReadonlySet<PaperKind> = new Set(['minutes', 'agenda', 'public-comment', 'schedule', 'member-list']);

/** 「（令和6年度）」「いずれも令和6年」 beside a table: the year of its dates. */
const YEAR_OF_ALL = /^[（(]?(?:日程は|日時は|開催日は)?(?:いずれも|全て|すべて)?[、]?(?:昭和|平成|令和|[SHR]|(?=[0-9０-９]{4}))[ 　]*[0-9０-９元]{1,4}年度?(?:の?(?:日程|予定|開催))?(?:です|である)?[)）。]*$/;

function takeTable(paper: Omit<RecognisedPaper, 'rest'>, cover: string, legend: ReadonlyMap<string, string>, { table, under }: TableBlock & Block): void {
  paper.tables += 1;
  paper.tableSources?.push(...table.ranges);
  const read = readTableAs(table, under, cover, paper.programme, { kind: paper.kind, title: paper.title, legend });
  if (read.title !== undefined) nameSheet(paper, read.title);
  paper.headings.push(...read.headings);
  const before = paper.records.length;
  paper.records.push(...read.records.map((record) => (record.parent === null ? record : { ...record, parent: record.parent + before })));
  paper.meetings.push(...read.meetings);
  paper.members.push(...read.members);
  paper.kpis.push(...read.kpis);
}

/** 「本資料は、論点を整理したものである。」 above the first section is on the paper itself. */
const ON_ITSELF = /^(?:本|この)(?:資料|一覧|表|書)は、[^。]*(?:整理|説明|集計|抜粋|まとめ|作成|示)し?(?:た|ました)(?:もの(?:である|です))?。$/;

/** 「主な意見は次のとおりである。」「次の取組を進めます。」 alone say nothing but that something follows. */
const isLeadIn = (text: string): boolean =>
  /^[^。]*(?:次|以下|下記)の(?:日程|工程|スケジュール)(?:で|により)[^。、]{0,16}(?:する|します|進める|進めます)。?$|^[^。]*(?:次|以下|下記|[下次上別]の?[表図紙記])のとおり(?:[^。]{0,10}(?:整理|まとめ|示|掲げ|挙げ|公表|報告|検証|回答|分類|紹介|記載|作成|定め|策定))?[^。]{0,7}。?$/.test(text) ||
  /^[^。]*(?:次|以下|下記)の[^、。をが]{0,8}(?:課題|取組|取り組み|指標|目標|施策|事業|事例|意見)[をが][^、。]{1,14}。$/.test(text) ||
  /^[^。]*(?:論点|視点|課題|事例|意見|取組|施策)(?:を|について)[^。]{0,16}(?:掲げ|示し|挙げ|列挙し)(?:る|た|ます|ました)。$/.test(text) || /^[^。]*(?:で|に|から)(?:出され|寄せられ|聞かれ|頂い|いただい|あっ|出)た(?:主な)?(?:御|ご)?(?:意見|声|要望|提案)(?:です|である|を[^、。]{1,12})。$/.test(text) ||
  /^[^。]*(?:次|以下|下記)の[0-9０-９一二三四五六七八九]{1,2}(?:つ|点|項目|件)(?:である|です|とする|に(?:整理|まとめ|分け|分類)[^、。]{0,7})。$/.test(text);

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
