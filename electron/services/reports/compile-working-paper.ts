import type { Point } from '../../contract/board.ts';
import { cellOf, runsOf, type Block, type Paragraph, type ReportDocument } from './model.ts';
import { coverageOfIssue, pointsUnder, withCities, type CompileOptions, type ReportSource } from './report-source.ts';
import { tableOf } from './table-grid.ts';

/** The three lists of an item in the order and under the headings municipal working papers print them. */
const POINT_HEADINGS = [['viewpoint', '【基本視点】'], ['issue', '【課題】'], ['example', '【他都市の取組】']] as const;

/**
 * 審議資料: the paper a committee deliberates on. Date and paper number at the top right, then 1. 審議事項,
 * 2. スケジュール, 3. the viewpoints, issues and other cities' examples of each item, 4. 出典; a part with nothing in
 * it is left out and the next takes its number. Where there is a draft, each issue says which clause answers it.
 */
export function compileWorkingPaper(source: ReportSource, options: CompileOptions): ReportDocument {
  const title = `${source.committee.name}　審議資料`;
  const parts: Part[] = [
    { name: '審議事項', blocks: deliberationItems(source) },
    { name: 'スケジュール', blocks: schedule(source) },
    // The first page is the overview: what is deliberated on and when.
    { name: '審議事項ごとの視点・課題・他都市の取組', blocks: source.items.flatMap((item, i) => itemBlocks(source, item, `item-${i + 1}`)), newPage: source.meetings.length > 0 },
    { name: '出典', blocks: sources(source) },
  ];
  const marked = options.date !== '' || options.paperNumber !== '';
  return {
    title,
    author: source.committee.municipality || source.committee.name,
    createdAt: options.createdAt,
    cover: null,
    contents: null,
    notes: [],
    blocks: [
      ...(marked ? [{ kind: 'mark' as const, date: options.date, paperNumber: options.paperNumber }] : []),
      { kind: 'title', text: title },
      ...parts
        .filter(({ blocks }) => blocks.length > 0)
        .flatMap(({ name, blocks, newPage = false }, i): Block[] => [
          { kind: 'heading', id: `part-${i + 1}`, level: 1, number: `${i + 1}.`, runs: runsOf(name), newPage },
          ...blocks,
        ]),
    ],
  };
}

type Part = { name: string; blocks: Block[]; newPage?: boolean };

function line(marker: string, text: string, indent: number, more: Partial<Paragraph> = {}): Paragraph {
  return { kind: 'paragraph', look: 'text', marker, indent, hang: marker === '' ? 0 : 2, runs: runsOf(text), keepWithNext: false, ...more };
}

/** The consultation, what stands outside the items, and the list of items. */
function deliberationItems(source: ReportSource): Block[] {
  const purpose = source.committee.purpose.trim();
  const outside = pointLists(source, null, 'outside');
  const items = source.items.map((item) => line(item.number, item.title, 1, { hang: 2.5 }));
  return [
    ...(purpose === '' ? [] : [line('', purpose, 0, { hang: 1 })]),
    ...outside,
    // After a list of issues the items need a heading of their own, or they would read as issues.
    ...(outside.length > 0 && items.length > 0 ? [pointHeading('outside-items', '◎審議事項')] : []),
    ...items,
  ];
}

function schedule(source: ReportSource): Block[] {
  if (source.meetings.length === 0) return [];
  const header = ['会議', '日程', '内容'].map((name) => cellOf(name, { header: true, centred: true }));
  const rows = source.meetings.map((meeting) => [cellOf(meeting.label), cellOf(meeting.dateRaw), cellOf(meeting.topics)]);
  return [tableOf([header, ...rows], { widths: [24, 22, 54] })];
}

function itemBlocks(source: ReportSource, item: ReportSource['items'][number], id: string): Block[] {
  return [
    { kind: 'heading', id, level: 2, number: item.number, runs: runsOf(item.title), newPage: false },
    ...pointLists(source, item.id, id),
  ];
}

function pointLists(source: ReportSource, itemId: string | null, id: string): Block[] {
  return POINT_HEADINGS.flatMap(([kind, heading]): Block[] => {
    const points = pointsUnder(source, itemId, kind);
    if (points.length === 0) return [];
    return [
      pointHeading(`${id}-${kind}`, heading),
      ...points.flatMap(({ point, children }) => pointLines(source, point, children)),
    ];
  });
}

const pointHeading = (id: string, text: string): Block => ({ kind: 'heading', id, level: 3, number: '', runs: runsOf(text), newPage: false });

function pointLines(source: ReportSource, point: Point, children: readonly Point[]): Paragraph[] {
  const coverage = coverageLine(source, point);
  return [
    line(point.number, withCities(point.text, point.cities), 1, { keepWithNext: children.length > 0 || coverage !== null }),
    ...children.map((child) => line('', withCities(child.text, child.cities), 3)),
    ...(coverage === null ? [] : [line('', coverage, 3, { look: 'small' })]),
  ];
}

/** Which clause answers the issue, or why none does; null for what is no issue, and while there is no draft. */
function coverageLine(source: ReportSource, point: Point): string | null {
  if (point.kind !== 'issue' || source.draft === null) return null;
  const { state, text } = coverageOfIssue(source, point);
  return `${state === 'reasoned' ? '※条項を設けない理由' : '※対応する条項'}：${text}`;
}

function sources(source: ReportSource): Block[] {
  return source.papers.map((paper) => line('・', [paper.label, paper.title].filter((part) => part !== '').join('　'), 1, { hang: 1.25 }));
}
