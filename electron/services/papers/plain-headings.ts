import { isMemberHeader } from './column-names.ts';
import type { Entry, LineEntry } from './entries.ts';
import { BARE_PHRASE, LISTING, PHRASE, type Scene, SIGN_PHRASE } from './heading-scene.ts';
import { isSibling, isSubList } from './line-context.ts';
import type { Line } from './lines.ts';
import { isSaid } from './outline.ts';
import { nameOf, type Table } from './tables.ts';
import { CLAUSE_REFERENCE, sectionKind, sectionName } from './vocabulary.ts';

/** Whether a line without any mark is a heading, by its length and the lines left empty around it. */
export function isPlainHeading(entry: LineEntry, next: Entry, scene: Scene): boolean {
  const { text } = entry.body;
  const { section = null } = scene.stack.at(-1) ?? {};
  const lists = section !== null && LISTING.has(section);
  if (CLAUSE_REFERENCE.test(text)) return next.kind === 'line';
  if (next.kind === 'table' && section !== 'schedule' && isOverLabels(text, next.table)) return true;
  if (next.kind === 'table' && sectionKind(text) === 'members' && isMemberHeader(next.table.rows[0]?.cells.map(nameOf) ?? [])) return true;
  if (!lists) return isBareHeading(entry, next, scene.at) || isOuterHeading(scene);
  // Among points, only what has held sections of points before, or names another kind, closes them.
  if (!(isBold(entry.line) || scene.stack.some((open) => open.outer)) || !standsApart(entry, next, scene.at)) return false;
  const kind = sectionKind(text);
  return isOuterHeading(scene) || (kind !== null && kind !== section);
}

/** 「コミュニティバスの運行」 right above a table of 取組, 成果, 課題 names what they are said of. */
function isOverLabels(text: string, { rows }: Table): boolean {
  return text.length <= SIGN_PHRASE && !/[：:。]|[)）]$/.test(text) && rows.length > 1 && rows.every(({ cells }, i) => (i > 0 && cells[0]?.text === '') || sectionName(cells[0]?.text ?? '') !== null);
}

/** 「セッション1：…」: a numbered part of a talk, whatever stands behind the colon. */
export function isTheme(text: string): boolean {
  return /^(?:セッション|グループ|分科会|ワーク)[ 　]*[0-9０-９①-⑳]{1,2}[ 　]*[：:][ 　]*\S/.test(text);
}

/** A whole line in bold type is set as a heading is. */
export function isBold({ raw }: Pick<Line, 'raw'>): boolean {
  return /^\*\*[^*]+\*\*$/.test(raw.trim());
}

/** 「令和7年度以降」: the years that a plan or a schedule is divided into. */
const YEAR_ALONE = /^(?:(?:昭和|平成|令和|[SHR])[ 　]*[0-9０-９元]{1,2}|[0-9０-９]{4})[ 　]*年度?(?:以降|から|～)?(?:[（(][^（()）]{1,12}[）)])?$/;

/** Blank lines around it, and no sentence. */
function standsApart({ line, body: { text } }: LineEntry, next: Entry | null, at: number): next is Entry {
  if (next === null || (next.line.gap === 0 && !isBold(line)) || (line.gap === 0 && at > 0) || line.bullet) return false;
  if (isBold(line) && YEAR_ALONE.test(text)) return true;
  return text.length <= PHRASE && !/[、。！!？?～~…：:]|[0-9０-９]年|など$|[)）」]$|(?:次|以下)の|とおり/.test(text);
}

/** A short line that stands alone above a list or a much longer sentence. */
function isBareHeading(entry: LineEntry, next: Entry, at: number): boolean {
  const { text } = entry.body;
  if (isTheme(text)) return entry.line.gap > 0 && next.line.gap > 0;
  if (next.kind !== 'line' || !standsApart(entry, next, at)) return false;
  if (next.marker !== null || next.line.bullet) return text.length <= SIGN_PHRASE && isSubList(next);
  if (text.length > BARE_PHRASE || /[「」]/.test(text)) return false;
  return next.line.hash === 0 && (isBold(entry.line) || (next.body.text.endsWith('。') && next.body.text.length >= text.length * 2));
}

/** 「#### 集会所の統合」 right above 取組 or 課題 with as many #, which are said of it. */
export function isSubjectHeading({ entries, at }: Pick<Scene, 'entries' | 'at'>): boolean {
  const [entry, next] = entries.slice(at, at + 2);
  if (entry?.kind !== 'line' || next?.kind !== 'line' || entry.marker !== null || next.marker !== null) return false;
  return entry.line.hash > 0 && next.line.hash === entry.line.hash && sectionName(entry.body.text) === null && isSaid(sectionName(next.body.text));
}

/** A short plain line right above another that heads a section, as a theme stands above its points. */
export function isOuterHeading({ entries, at }: Pick<Scene, 'entries' | 'at'>): boolean {
  const [entry, next, below = null] = entries.slice(at, at + 3);
  if (entry?.kind !== 'line' || next?.kind !== 'line' || entry.marker !== null || entry.line.hash > 0) return false;
  if (next.marker !== null || next.line.hash > 0 || next.line.bullet) return false;
  if (entry.body.text.length > BARE_PHRASE || !standsApart(entry, next, at) || below === null || isSibling(next, below)) return false;
  return sectionName(next.body.text) !== null || isBareHeading(next, below, at + 1);
}
