import { fiscalYearOf, formatFiscalYear } from '../../../db/domain/fiscal-year.ts';
import { readMarker } from '../../../db/domain/marker.ts';
import { readDate } from '../../../db/domain/read-date.ts';
import type { RecognisedPaper, RecognisedRecord, RecordKind } from '../../contract/recognised.ts';
import { isNamedIn } from '../papers/indicator-notes.ts';
import { meetingNameIn } from '../papers/kinds/meeting-head.ts';
import { paperKindOfTitle } from '../papers/kinds/paper-kind.ts';
import { kindOf, type Open } from '../papers/outline.ts';
import { kindOfText } from '../papers/recognise-records.ts';
import { meetingsApart } from '../papers/unaccounted.ts';
import { sectionKind, sectionName, subjectKind } from '../papers/vocabulary.ts';
import { runsOf, type Block, type HeadingLevel, type Paragraph, type ReportDocument } from './model.ts';
import { kpiLine, kpiTables, matrixTable, measureTable, meetingTable, memberTable, opinionTable, labelTable, planTable, progressTable } from './paper-tables.ts';

/** Something read, and where it stood. */
type Part =
  | { at: number; what: 'heading'; heading: RecognisedPaper['headings'][number] }
  | { at: number; what: 'record'; record: RecognisedRecord; index: number }
  | { at: number; what: 'meeting'; meeting: RecognisedPaper['meetings'][number] }
  | { at: number; what: 'member'; member: RecognisedPaper['members'][number] }
  | { at: number; what: 'note'; note: RecognisedPaper['footnotes'][number] }
  | { at: number; what: 'table'; tables: Block[] };
type PartOf<W extends Part['what']> = Extract<Part, { what: W }>;

/**
 * A paper set anew from what was read in it, in the form papers of its kind have: headings with their signs and numbers,
 * items with their marks and cities, lists of meetings and members, indicators and programmes as tables. Reading the
 * print again gives the same records. Page furniture and tables of which nothing was read are not printed.
 * @param createdAt ISO time for the file's properties.
 */
export function compilePaper(paper: RecognisedPaper, createdAt: string): ReportDocument {
  const blocks: Block[] = [...yearOf(paper), ...(paper.title === null ? [] : [{ kind: 'title' as const, text: paper.title }]), ...calledAgenda(paper)];
  const parts = partsOf(paper);
  for (let i = 0; i < parts.length; ) {
    const { taken, printed } = printFrom(parts, i, paper);
    for (const block of printed) push(blocks, block);
    i += taken;
  }
  return { title: paper.title ?? '', author: paper.municipality ?? '', createdAt, cover: null, contents: null, blocks, notes: [] };
}

/** A line that belongs to the item above it goes on in its paragraph. */
function push(blocks: Block[], block: Block): void {
  const above = blocks.at(-1);
  const goesOn = block.kind === 'paragraph' && isTextBelow(block) && above?.kind === 'paragraph' && above.indent + above.hang === block.indent;
  if (goesOn) above.runs = [...above.runs, { t: 'break' }, ...block.runs];
  // Below an item of the item's own it takes a dash, which tells how far it belongs in.
  else blocks.push(block.kind === 'paragraph' && isTextBelow(block) ? { ...block, marker: '-', hang: STEP } : block);
}

const isTextBelow = ({ marker, indent, hang }: Paragraph) => marker === '' && hang === 0 && indent > 0;

/** The fiscal year of the meetings at the top right, where their own dates name none. */
function yearOf({ meetings }: RecognisedPaper): Block[] {
  const [first] = meetings;
  const start = first?.start ?? null;
  if (first === undefined || start === null || readDate(first.date_raw).start !== null) return [];
  return [{ kind: 'mark', date: formatFiscalYear(fiscalYearOf(start)), paperNumber: '' }];
}

/** An agenda says that it is one, in its title or below it. */
function calledAgenda({ kind, title }: RecognisedPaper): Block[] {
  return kind === 'agenda' && paperKindOfTitle(title ?? '') !== 'agenda' ? [paragraph({ runs: runsOf('次　第') })] : [];
}

function partsOf(paper: RecognisedPaper): Part[] {
  const kpis = Map.groupBy(paper.kpis, ({ source }) => source?.start ?? Infinity);
  const plans = Map.groupBy(paper.programme.filter(({ rows }) => rows.length > 0), ({ source }) => source?.start ?? Infinity);
  const progress = Map.groupBy(paper.programme, ({ progressSource }) => progressSource?.start ?? Infinity);
  return [
    ...paper.headings.map((heading) => ({ at: heading.source.start, what: 'heading' as const, heading })),
    ...paper.records.flatMap((record, index) => (record.derived ? [] : [{ at: record.source.start, what: 'record' as const, record, index }])),
    ...meetingsApart(paper).map((meeting) => ({ at: meeting.source.start, what: 'meeting' as const, meeting })),
    ...paper.members.map((member) => ({ at: member.source.start, what: 'member' as const, member })),
    ...paper.footnotes.map((note) => ({ at: note.source?.start ?? 0, what: 'note' as const, note })),
    ...[...kpis].map(([at, alike]) => ({ at, what: 'table' as const, tables: kpisPrint(alike, paper.footnotes) })),
    ...[...plans].map(([at, alike]) => ({ at, what: 'table' as const, tables: planTable(alike) })),
    ...[...progress].map(([at, alike]) => ({ at, what: 'table' as const, tables: progressTable(alike) })),
  ].toSorted((a, b) => a.at - b.at);
}

/** What a footnote says of an indicator is printed as the footnote, to which its sign points where the note does not name it. */
function kpisPrint(all: RecognisedPaper['kpis'], footnotes: RecognisedPaper['footnotes']): Block[] {
  const kpis = all.map((kpi) => {
    const note = footnotes.find(({ text }) => text === kpi.note);
    return note === undefined ? kpi : { ...kpi, note: isNamedIn(note, kpi) ? null : note.marker };
  });
  const lines = kpis.map((kpi) => kpiLine(kpi));
  return [...lines.filter((line) => line !== null), ...kpiTables(kpis.filter((_, i) => lines[i] === null))];
}

/** What the part at `i` prints, together with those behind it that stand in one table with it. */
function printFrom(parts: readonly Part[], i: number, paper: RecognisedPaper): { taken: number; printed: Block[] } {
  const part = parts[i];
  if (part === undefined) return { taken: 1, printed: [] };
  const inTable = tableAt(paper, part.at);
  const together = inTable === undefined ? [part] : parts.slice(i, behind(parts, i, (other) => tableAt(paper, other.at) === inTable));
  switch (part.what) {
    case 'table': return { taken: 1, printed: part.tables };
    case 'meeting': {
      const meetings = together.flatMap((one) => (one.what === 'meeting' ? one.meeting : []));
      if (isHeaded(paper)) return { taken: 1, printed: part.meeting === paper.meetings[0] ? headLines(part.meeting, paper) : [paragraph({ runs: runsOf(`${part.meeting.label}：${part.meeting.date_raw}${part.meeting.topics === '' ? '' : `　${part.meeting.topics}`}`) })] };
      if (inTable === undefined) return { taken: 1, printed: paper.kind === 'schedule' ? eventLines(part.meeting) : meetingLines(part.meeting) };
      return { taken: meetings.length, printed: [meetingTable(meetings)] };
    }
    case 'member': {
      const members = parts.slice(i, behind(parts, i, ({ what }) => what === 'member')).flatMap((one) => (one.what === 'member' ? one.member : []));
      return { taken: members.length, printed: [isHeaded(paper) && inTable === undefined ? presentLine(members) : memberTable(members)] };
    }
    case 'note': return { taken: 1, printed: [notePrint(part)] };
    case 'record':
    case 'heading': {
      if (isInHead(parts, i, paper)) {
        const taken = behind(parts, i, (other) => isInHead(parts, parts.indexOf(other), paper)) - i;
        return { taken, printed: [agendaLines(parts.slice(i, i + taken).flatMap((one) => (one.what === 'record' ? one.record : [])))] };
      }
      const answered = paper.kind === 'minutes' ? [] : answeredFrom(parts, i);
      if (answered.length > 0) return { taken: answered.length, printed: [opinionTable(answered, openAt(parts, i).length)] };
      const records = part.what === 'heading' ? [] : together.slice(0, behind(together, 0, ({ what }) => what === 'record')).flatMap((one) => (one.what === 'record' ? one.record : []));
      if (inTable !== undefined && isMatrix(records)) return { taken: records.length, printed: [matrixTable(records)] };
      if (inTable !== undefined && needsLabels(records, openAt(parts, i))) return { taken: records.length, printed: [labelTable(records.map((record) => ({ label: LABELS[record.kind] ?? '', record })))] };
      const isCounted = records.length > 0 && records.every(({ kind, marker, parent }) => kind === 'measure' && marker !== null && parent === null);
      if (inTable !== undefined && isCounted) return { taken: records.length, printed: [measureTable(records)] };
      if (part.what === 'heading') {
        const own = textOnItsLine(parts, i);
        if (own === null) return { taken: 1, printed: [headingPrint(part.heading, i, openAt(parts, i))] };
        const { runs } = recordPrint(own, paper, openAt(parts, i + 1));
        return { taken: 2, printed: [paragraph({ runs: [...runsOf(`${headingWords(part.heading)} `), ...runs] })] };
      }
      return { taken: 1, printed: [recordPrint(part, paper, openAt(parts, i))] };
    }
  }
}

/** Minutes and agendas say at their head when and where the meeting is, and who is there. */
const isHeaded = ({ kind }: RecognisedPaper) => kind === 'minutes' || kind === 'agenda';

function headLines({ label, date_raw, place }: RecognisedPaper['meetings'][number], { title }: RecognisedPaper): Block[] {
  // The title tells the meeting's name, unless it is 会議録 alone.
  const named = label === '' || label === meetingNameIn(title) ? [] : [`会議の名称　${label}`];
  return [...named, `日時　${date_raw}`, ...(place === undefined ? [] : [`場所　${place}`])].map((line) => paragraph({ runs: runsOf(line) }));
}

function presentLine(members: RecognisedPaper['members']): Block {
  const printed = members.map(({ name, role, affiliation }) => `${role === null ? '' : `${role} `}${name}${affiliation === null ? '' : `（${affiliation}）`}`);
  return paragraph({ runs: runsOf(`出席者　${printed.join('、')}`) });
}

/** What the head of minutes lists as 議題 stands under no heading, and above all. */
const isInHead = (parts: readonly Part[], i: number, { kind }: RecognisedPaper): boolean => {
  const part = parts[i];
  return kind === 'minutes' && part?.what === 'record' && part.record.kind === 'agenda' && part.record.under.length === 0 && parts.slice(0, i).every(({ what }) => what !== 'heading');
};

/** 議題： and an item a line, what has no number set in below it. */
function agendaLines(items: readonly RecognisedRecord[]): Block {
  return paragraph({ runs: ['議題：', ...items.map(({ marker, text }) => (marker === null ? `　　${text}` : `${marker} ${text}`))].flatMap((line, i) => [...(i === 0 ? [] : [{ t: 'break' as const }]), ...runsOf(line)]) });
}

const tableAt = ({ tableSources = [] }: RecognisedPaper, at: number) => tableSources.find(({ start, end }) => start <= at && at < end);

/** Index behind the run of parts that begins at `from`. */
function behind(parts: readonly Part[], from: number, belongs: (part: Part) => boolean): number {
  const end = parts.findIndex((part, i) => i > from && !belongs(part));
  return end < 0 ? parts.length : end;
}

/** Directions and the measures that belong to them, with who does these. */
function isMatrix(records: readonly RecognisedRecord[]): boolean {
  const isPart = ({ kind, parent }: RecognisedRecord) => kind === 'policy_direction' || ((kind === 'measure' || kind === 'actor') && parent !== null);
  return records[0]?.kind === 'policy_direction' && records.some(({ kind }) => kind === 'measure') && records.every(isPart);
}

/** Whether records of a table are of kinds that nothing but a label beside them tells. */
function needsLabels(records: readonly RecognisedRecord[], open: readonly ReadHeading[]): boolean {
  return records.every(({ kind, parent }) => LABELS[kind] !== undefined && kind !== 'actor' && parent === null) && records.some((record) => labelOf(record, open) !== undefined);
}

/** Opinions each followed by its response, from here on; none where this is no such list. */
function answeredFrom(parts: readonly Part[], from: number): RecognisedRecord[] {
  const found: RecognisedRecord[] = [];
  let opinion = -1;
  for (const part of parts.slice(from)) {
    if (part.what !== 'record') break;
    const { record, index } = part;
    if (record.kind === 'opinion' && record.parent === null) opinion = index;
    else if (record.kind !== 'response' || record.parent !== opinion || opinion < 0) break;
    found.push(record);
  }
  return found.some(({ kind }) => kind === 'response') ? found : [];
}

function headingPrint(heading: ReadHeading, i: number, open: readonly ReadHeading[]): Block {
  const { level, marker, text } = heading;
  const bracketed = isBracketed(heading);
  const outer = open.findLast((each) => each.level < level);
  // Under a number any heading finds its place; else bold type is one more rank below the last.
  if (level > DEEPEST && outer !== undefined && sectionOf(outer).ordinal === null) return paragraph({ look: 'emphasis', runs: runsOf(headingWords(heading)) });
  return { kind: 'heading', id: `h${i}`, level: levelOf(level), number: bracketed ? '' : marker ?? '', newPage: false, runs: runsOf(bracketed ? headingWords(heading) : text) };
}

type ReadHeading = RecognisedPaper['headings'][number];

const isBracketed = ({ marker }: ReadHeading) => marker !== null && BRACKET.test(marker);

function headingWords(heading: ReadHeading): string {
  const { marker, text } = heading;
  if (marker === null) return text;
  return isBracketed(heading) ? `${marker.charAt(0)}${text}${marker.charAt(1)}` : `${marker} ${text}`;
}

/** The headings that the part at `i` comes behind, from the outermost. */
function openAt(parts: readonly Part[], i: number): ReadHeading[] {
  const open: ReadHeading[] = [];
  for (let at = i - 1; at >= 0 && open[0]?.level !== 1; at -= 1) {
    const part = parts[at];
    if (part?.what === 'heading' && part.heading.level < (open[0]?.level ?? Infinity)) open.unshift(part.heading);
  }
  return open;
}

/** 「【背景】 人口が…」: the text of a heading that ends with its line, since the next text stands under none but the outer ones. */
function textOnItsLine(parts: readonly Part[], i: number): PartOf<'record'> | null {
  const [heading, own, next] = parts.slice(i, i + 3);
  if (heading?.what !== 'heading' || !isBracketed(heading.heading) || own?.what !== 'record' || next?.what !== 'record') return null;
  const isOut = own.record.under.length > next.record.under.length && next.record.marker === null && own.record.marker === null;
  return isOut ? own : null;
}

function notePrint({ note: { marker, term, text } }: PartOf<'note'>): Block {
  return paragraph({ look: 'small', marker, hang: 2, runs: runsOf(term === null || text.startsWith(term) ? text : `${term}：${text}`) });
}

/** A meeting of a list: its name and date on a line, with its topics unless its place stands between. */
function meetingLines({ label, date_raw, topics, place }: RecognisedPaper['meetings'][number]): Block[] {
  const head = [label, date_raw].filter((part) => part !== '').join('　');
  const lines = place === undefined ? [topics === '' ? head : `${head}　${topics}`] : [head, `場所：${place}`, ...(topics === '' ? [] : [topics])];
  return [paragraph({ marker: '・', hang: 1, runs: runsOf(lines.join('\n')) })];
}

/** An event of a schedule: its time in a bracket behind its name, as far as it is told. */
function eventLines({ label, date_raw, topics, place }: RecognisedPaper['meetings'][number]): Block[] {
  const below = [...(topics === '' ? [] : topics.split('\n')), ...(place === undefined ? [] : [`場所：${place}`])];
  return [paragraph({ marker: '・', hang: 1, runs: runsOf([`${label}（${date_raw}）`, ...below].join('\n')) })];
}

/** 【】, 《》…: a heading whose mark is a pair of brackets around it. */
const BRACKET = /^[【《〈<＜〔［[「『(（][】》〉>＞〕］\]」』)）]$/;

const DEEPEST = 5;
const levelOf = (level: number): HeadingLevel => (level >= 1 && level <= DEEPEST ? (level as HeadingLevel) : DEEPEST); // within 1–5, just checked

/** The word that names a kind in front of a text that would be read as another: 「課題：…」. */
const LABELS: Partial<Record<RecordKind, string>> = {
  viewpoint: '視点', issue: '課題', example: '事例', policy_direction: '方針', measure: '取組', outcome: '成果', background: '背景', purpose: '目的',
  opinion: '意見', response: '回答', decision: '決定事項', schedule: '期間', actor: '担当',
};

/** What minutes mark before who says it. */
const SIDES: Partial<Record<RecordKind, string>> = { opinion: '意見', response: '回答' };

/** Signs that a label may stand behind. */
const LABELLED = /^[○●■◆◇□・◎]$/;

function recordPrint({ record, index }: PartOf<'record'>, paper: RecognisedPaper, open: readonly ReadHeading[]): Paragraph {
  const { kind, text, marker, under, cities, speaker, parent } = record;
  // 【会長】 on a line of its own, and below it what is said.
  if (speaker !== null && marker !== null && BRACKET.test(marker)) return paragraph({ runs: [...runsOf(`${marker.charAt(0)}${speaker}${marker.charAt(1)}`), { t: 'break' }, ...runsOf(text)] });
  const side = paper.kind === 'minutes' ? SIDES[kind] : undefined;
  const words = `${side === undefined ? speakerPrint(speaker) : `【${side}】${speaker === null ? '' : `（${speaker}）`}`}${text}${cities.length === 0 || namesItself(text, under, cities) ? '' : `（${cities.join('・')}）`}`;
  // An answer in minutes stands below what it answers, and is no part of it.
  const depth = side === undefined ? depthOf(paper, record) : 0;
  // A list dash without a number: what stands below it, or in it, would else be a paragraph.
  const isListed = marker !== null || (kind === 'agenda' && parent !== null) || (side === undefined && paper.records.some((other) => other.parent === index));
  const label = kind === 'actor' && text.includes('。') ? undefined : side === undefined && speaker === null && (parent === null || kind === 'actor') && (marker === null || LABELLED.test(marker)) && !isOfItsPaper(record, paper) ? labelOf(record, open) : undefined;
  return paragraph({
    marker: marker ?? (isListed ? '-' : ''), indent: depth * STEP, hang: isListed ? STEP : depth === 0 ? FIRST_LINE : 0, runs: runsOf(label === undefined ? words : kind === 'actor' ? `【${label}】${words}` : `${label}：${words}`),
    ...(under.length < open.length ? { apart: true as const } : {}),
  });
}

/** All that a schedule tells beside its meetings is read as steps of it. */
const isOfItsPaper = (record: RecognisedRecord, paper: RecognisedPaper): boolean => paper.kind === 'schedule' && record.kind === 'schedule';

/** A sign that is part of the name stays with it in a bracket: 【◎会長】. */
function speakerPrint(speaker: string | null): string {
  if (speaker === null) return '';
  return readMarker(speaker) === null ? `${speaker}：` : `【${speaker}】`;
}

/** Ems that an item stands in from the one it belongs to. */
const STEP = 2;
/** Ems that the first line of a paragraph stands in: where a line ends with a sentence, only this tells that another begins. */
const FIRST_LINE = 1;

function depthOf({ records }: RecognisedPaper, { parent }: RecognisedRecord): number {
  let depth = 0;
  for (let at = parent; at !== null; at = records[at]?.parent ?? null) depth += 1;
  return depth;
}

/** The label a text needs: none where it is read as its kind without one. */
function labelOf({ kind, text, marker, under }: RecognisedRecord, open: readonly ReadHeading[]): string | undefined {
  const sections = open.slice(0, under.length).map(sectionOf);
  return kindOfText(kindOf(sections), text, marker === null, sections) === kind ? undefined : LABELS[kind];
}

/** A heading as it will be read: its section and its place in a count. */
function sectionOf({ marker, text }: ReadHeading): Open {
  const read = marker === null ? null : readMarker(`${marker} ${text}`);
  return {
    text, family: read?.family ?? 'plain', sign: marker, ordinal: read?.ordinal ?? null, hash: 0,
    section: sectionKind(text) ?? subjectKind(marker), named: sectionName(text) !== null,
  };
}

/** Cities named in the sentence or in the heading need no bracket behind the text. */
function namesItself(text: string, under: readonly string[], cities: readonly string[]): boolean {
  return cities.every((city) => text.includes(city) || under.at(-1)?.includes(city) === true);
}

function paragraph(given: Partial<Paragraph> & Pick<Paragraph, 'runs'>): Paragraph {
  return { kind: 'paragraph', look: 'text', marker: '', indent: 0, hang: 0, keepWithNext: false, ...given };
}
