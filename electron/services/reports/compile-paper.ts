import { fiscalYearOf, formatFiscalYear } from '../../../db/domain/fiscal-year.ts';
import { readDate } from '../../../db/domain/read-date.ts';
import type { RecognisedPaper, RecognisedRecord, RecordKind } from '../../contract/recognised.ts';
import { paperKindOfTitle } from '../papers/kinds/paper-kind.ts';
import { isWithin } from '../papers/unaccounted.ts';
import { sectionKind, type SectionKind } from '../papers/vocabulary.ts';
import { runsOf, type Block, type HeadingLevel, type Paragraph, type ReportDocument, type Table } from './model.ts';
import { kpiTables, meetingTable, memberTable, opinionTable, planTable, progressTable, sectionTable, type TableSection } from './paper-tables.ts';

/** Something read, and where it stood. */
type Part =
  | { at: number; what: 'heading'; heading: RecognisedPaper['headings'][number] }
  | { at: number; what: 'record'; record: RecognisedRecord; index: number }
  | { at: number; what: 'meeting'; meeting: RecognisedPaper['meetings'][number] }
  | { at: number; what: 'member'; member: RecognisedPaper['members'][number] }
  | { at: number; what: 'note'; note: RecognisedPaper['footnotes'][number] }
  | { at: number; what: 'table'; tables: Table[] };
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
    blocks.push(...printed);
    i += taken;
  }
  return { title: paper.title ?? '', author: paper.municipality ?? '', createdAt, cover: null, contents: null, blocks, notes: [] };
}

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
    ...paper.meetings.filter((meeting) => !isWithin(paper, meeting)).map((meeting) => ({ at: meeting.source.start, what: 'meeting' as const, meeting })),
    ...paper.members.map((member) => ({ at: member.source.start, what: 'member' as const, member })),
    ...paper.footnotes.map((note) => ({ at: note.source?.start ?? 0, what: 'note' as const, note })),
    ...[...kpis].map(([at, alike]) => ({ at, what: 'table' as const, tables: kpiTables(alike) })),
    ...[...plans].map(([at, alike]) => ({ at, what: 'table' as const, tables: planTable(alike) })),
    ...[...progress].map(([at, alike]) => ({ at, what: 'table' as const, tables: progressTable(alike) })),
  ].toSorted((a, b) => a.at - b.at);
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
      if (isHeaded(paper)) return { taken: 1, printed: part.meeting === paper.meetings[0] ? headLines(part.meeting) : [paragraph({ runs: runsOf(`${part.meeting.label}：${part.meeting.date_raw}`) })] };
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
      const answered = answeredFrom(parts, i);
      if (answered.length > 0) return { taken: answered.length, printed: [opinionTable(answered)] };
      const sections = inTable === undefined ? [] : sectionsOf(together);
      const tables = together.flatMap((one) => (one.what === 'table' ? one.tables : []));
      if (sections.length > 0) return { taken: together.length, printed: [sectionTable(sections), ...tables] };
      return { taken: 1, printed: [part.what === 'heading' ? headingPrint(part, i) : recordPrint(part.record, paper)] };
    }
  }
}

/** Minutes and agendas say at their head when and where the meeting is, and who is there. */
const isHeaded = ({ kind }: RecognisedPaper) => kind === 'minutes' || kind === 'agenda';

function headLines({ date_raw, place }: RecognisedPaper['meetings'][number]): Block[] {
  return [`日時　${date_raw}`, ...(place === undefined ? [] : [`場所　${place}`])].map((line) => paragraph({ runs: runsOf(line) }));
}

function presentLine(members: RecognisedPaper['members']): Block {
  const printed = members.map(({ name, role, affiliation }) => `${role ?? '委員'} ${name}${affiliation === null ? '' : `（${affiliation}）`}`);
  return paragraph({ runs: runsOf(`出席者　${printed.join('、')}`) });
}

const tableAt = ({ tableSources = [] }: RecognisedPaper, at: number) => tableSources.find(({ start, end }) => start <= at && at < end);

/** Index behind the run of parts that begins at `from`. */
function behind(parts: readonly Part[], from: number, belongs: (part: Part) => boolean): number {
  const end = parts.findIndex((part, i) => i > from && !belongs(part));
  return end < 0 ? parts.length : end;
}

/** The headings of a table, each with the records of its cells; none where a record stands under none of them. */
function sectionsOf(parts: readonly Part[]): TableSection[] {
  const sections: TableSection[] = [];
  for (const part of parts) {
    if (part.what === 'heading') sections.push({ heading: part.heading, records: [] });
    else if (part.what === 'record') {
      const section = sections.findLast(({ heading }) => heading.text === part.record.under.at(-1));
      if (section === undefined) return []; // no table of sections
      section.records.push(part.record);
    }
  }
  return sections;
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

function headingPrint({ heading: { level, marker, text } }: PartOf<'heading'>, i: number): Block {
  const bracketed = marker !== null && BRACKET.test(marker);
  return {
    kind: 'heading', id: `h${i}`, level: levelOf(level), number: bracketed ? '' : marker ?? '', newPage: false,
    runs: runsOf(bracketed ? `${marker.charAt(0)}${text}${marker.charAt(1)}` : text),
  };
}

function notePrint({ note: { marker, term, text } }: PartOf<'note'>): Block {
  return paragraph({ look: 'small', marker, hang: 2, runs: runsOf(term === null || text.startsWith(term) ? text : `${term}：${text}`) });
}

/** A meeting of a list: its name and date on a line, its topics below. */
function meetingLines({ label, date_raw, topics, place }: RecognisedPaper['meetings'][number]): Block[] {
  const [first = '', ...others] = topics.split('\n');
  const below = [...others, ...(place === undefined ? [] : [`場所：${place}`])];
  return [
    paragraph({ marker: '・', hang: 1, runs: runsOf([label, date_raw, first].filter((part) => part !== '').join('　')) }),
    ...below.map((line) => paragraph({ indent: 2, runs: runsOf(line) })),
  ];
}

/** An event of a schedule: its time in a bracket behind its name, as far as it is told. */
function eventLines({ label, date_raw, topics, place }: RecognisedPaper['meetings'][number]): Block[] {
  const below = [...(topics === '' ? [] : topics.split('\n')), ...(place === undefined ? [] : [`場所：${place}`])];
  return [paragraph({ marker: '・', hang: 1, runs: runsOf([`${label}（${date_raw}）`, ...below].join('\n')) })];
}

/** 【】, 《》…: a heading whose mark is a pair of brackets around it. */
const BRACKET = /^[【《〈<＜〔［[「『(（][】》〉>＞〕］\]」』)）]$/;

const levelOf = (level: number): HeadingLevel => (level >= 1 && level <= 5 ? (level as HeadingLevel) : 5); // within 1–5, just checked

/** The word that names a kind in front of a text whose section says another: 「課題：…」. */
const LABELS: Partial<Record<RecordKind, string>> = {
  viewpoint: '視点', issue: '課題', example: '事例', policy_direction: '方針', measure: '取組', outcome: '成果', background: '背景', purpose: '目的',
  opinion: '意見', response: '回答', decision: '決定事項',
};

function recordPrint({ kind, text, marker, under, cities, speaker, parent }: RecognisedRecord, paper: RecognisedPaper): Paragraph {
  const words = `${speaker === null ? '' : `${speaker}：`}${text}${cities.length === 0 || namesItself(text, under, cities) ? '' : `（${cities.join('・')}）`}`;
  const label = marker === null && speaker === null && parent === null && kind !== (sectionOf(under) ?? 'background') ? LABELS[kind] : undefined;
  const owner = parent === null ? undefined : paper.records[parent];
  return paragraph({ marker: marker ?? '', indent: owner === undefined ? 0 : 2, hang: marker === null ? 0 : 2, runs: runsOf(label === undefined ? words : `${label}：${words}`) });
}

/** Cities named in the sentence or in the heading need no bracket behind the text. */
function namesItself(text: string, under: readonly string[], cities: readonly string[]): boolean {
  return cities.every((city) => text.includes(city) || under.at(-1)?.includes(city) === true);
}

function sectionOf(under: readonly string[]): SectionKind | null {
  return under.map((heading) => sectionKind(heading)).findLast((kind) => kind !== null) ?? null;
}

function paragraph(given: Partial<Paragraph> & Pick<Paragraph, 'runs'>): Paragraph {
  return { kind: 'paragraph', look: 'text', marker: '', indent: 0, hang: 0, keepWithNext: false, ...given };
}
