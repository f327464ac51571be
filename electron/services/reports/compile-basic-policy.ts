import { plainText, type Inline, type TableCell } from '../../../db/domain/clause-content.ts';
import type { DraftEdition } from '../../../db/domain/words.ts';
import { AppError } from '../../contract/errors.ts';
import type { CitationTarget, Clause } from '../../contract/drafts.ts';
import { compileAnnex } from './compile-annex.ts';
import { runsOf, type Block, type Cell, type HeadingLevel, type Note, type ReportDocument, type Run } from './model.ts';
import { withCities, type CompileOptions, type DraftSource, type ReportSource } from './report-source.ts';
import { tableOf } from './table-grid.ts';

const EDITION_NAMES: Record<DraftEdition, string> = { rough: '（素案）', proposal: '（案）', final: '（最終案）' };

/** A draft of about this many characters or more (six pages) opens each chapter on a page of its own. */
const CHAPTER_PAGES_FROM = 6000;

/**
 * 基本方針（素案・案）: cover, contents list, the draft's chapters with what they cite as numbered notes, and the
 * annex (資料編: 委員構成, 開催経過, 課題対応表).
 * @throws AppError nothing-to-report where the committee has no draft or the draft no clause.
 */
export function compileBasicPolicy(source: ReportSource, options: CompileOptions): ReportDocument {
  const { draft } = source;
  if (draft === null || draft.clauses.length === 0) throw new AppError('nothing-to-report');
  const { title, edition } = draft.draft;
  const notes = new NoteBook(source, draft);
  const chapters = draftBlocks(draft.clauses, notes);
  return {
    title: `${title}${editionMark(title, edition)}`,
    author: source.committee.municipality || source.committee.name,
    createdAt: options.createdAt,
    cover: {
      title,
      edition: editionMark(title, edition),
      date: options.date,
      publisher: source.committee.municipality,
      committee: source.committee.name,
    },
    contents: { title: '目次', depth: 2 },
    blocks: [...chapters, ...compileAnnex(source)],
    notes: notes.notes,
  };
}

/** 「（素案）」, or nothing where the title already ends with it. */
function editionMark(title: string, edition: DraftEdition): string {
  const mark = EDITION_NAMES[edition];
  return title.normalize('NFKC').endsWith(mark.normalize('NFKC')) ? '' : mark;
}

/** Gives each citation its number and writes its note; what is cited again refers back to where it was first. */
class NoteBook {
  readonly notes: Note[] = [];
  private readonly firstNumbers = new Map<string, number>();
  private readonly targets: Map<string, CitationTarget>;
  private readonly itemNumbers: Map<string, string>;

  constructor(source: ReportSource, draft: DraftSource) {
    this.targets = new Map(draft.targets.map((target) => [target.id, target]));
    // With one item only, 「課題②」 says enough.
    this.itemNumbers = new Map(source.items.length > 1 ? source.items.map((item) => [item.id, item.number]) : []);
  }

  cite(targetId: string): Run {
    const number = this.notes.length + 1;
    this.notes.push({ number, text: this.textFor(targetId) });
    if (!this.firstNumbers.has(targetId)) this.firstNumbers.set(targetId, number);
    return { t: 'note', number };
  }

  private textFor(targetId: string): string {
    const target = this.targets.get(targetId);
    if (!target) return '出典は削除されています。';
    const item = this.itemNumbers.get(target.itemId ?? '');
    const label = item === undefined ? target.label : `審議事項${item}${target.label}`;
    const first = this.firstNumbers.get(targetId);
    if (first !== undefined) return `${label}（※${first}に同じ）`;
    const text = withCities(target.text.replaceAll(/\s*\n\s*/g, '　'), target.cities);
    return `${label}　${text}${target.exists ? '' : '（その後削除）'}`;
  }
}

function draftBlocks(clauses: readonly Clause[], notes: NoteBook): Block[] {
  const characters = clauses.reduce((sum, clause) => sum + plainText(clause.content).length, 0);
  const chapterPages = characters >= CHAPTER_PAGES_FROM;
  let level = 1;
  return clauses.map((clause, i) => {
    if (clause.level > 0 && clause.kind !== 'bullet') level = clause.level;
    return clauseBlock(clause, { id: `clause-${i + 1}`, level, notes, newPage: chapterPages && i > 0 });
  });
}

type Context = { id: string; level: number; notes: NoteBook; newPage: boolean };

/** Ems a numbered clause stands in: chapters and 1 at the margin, then one em a level, as 公用文 are set. */
const clauseIndent = (level: number): number => Math.max(0, level - 2);

function clauseBlock(clause: Clause, { id, level, notes, newPage }: Context): Block {
  const { content } = clause;
  if (content.form === 'table') {
    const rows = content.rows.map((row) => row.map((cell) => tableCell(cell, notes)));
    return tableOf(rows, { caption: content.caption, headerRows: headerRows(content.rows) });
  }
  const runs = content.runs.flatMap((run) => inlineRuns(run, notes));
  if (clause.kind === 'heading') {
    const headingLevel = toHeadingLevel(clause.level);
    return { kind: 'heading', id, level: headingLevel, number: clause.number, runs, newPage: newPage && headingLevel === 1 };
  }
  const paragraph = { kind: 'paragraph', look: 'text', runs, keepWithNext: false } as const;
  if (clause.kind === 'bullet') return { ...paragraph, marker: '・', indent: clauseIndent(level) + Math.max(1, clause.level), hang: 1.25 };
  if (clause.number === '') return { ...paragraph, marker: '', indent: clauseIndent(level), hang: 1 };
  // (1) and (ア) are wider than 1 and ア.
  return { ...paragraph, marker: clause.number, indent: clauseIndent(clause.level), hang: clause.number.length > 2 ? 2.5 : 2 };
}

function toHeadingLevel(level: number): HeadingLevel {
  return level >= 5 ? 5 : level === 4 ? 4 : level === 3 ? 3 : level === 2 ? 2 : 1;
}

function inlineRuns(run: Inline, notes: NoteBook): Run[] {
  if (run.t === 'cite') return [notes.cite(run.targetId)];
  if (run.t === 'break') return [run];
  const marks = { ...(run.bold ? { bold: true as const } : {}), ...(run.underline ? { underline: true as const } : {}) };
  return runsOf(run.text).map((piece) => (piece.t === 'text' ? { ...piece, ...marks } : piece));
}

function tableCell(cell: TableCell, notes: NoteBook): Cell {
  const { header, colspan, rowspan } = cell;
  return { runs: cell.runs.flatMap((run) => inlineRuns(run, notes)), header, colspan, rowspan, centred: header };
}

/** Rows at the top that are header cells throughout; a table of nothing else has none to repeat. */
function headerRows(rows: readonly (readonly TableCell[])[]): number {
  const first = rows.findIndex((row) => !row.every((cell) => cell.header));
  return Math.max(0, first);
}
