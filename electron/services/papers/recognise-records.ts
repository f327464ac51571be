import type { RecognisedRecord, RecordKind, SourceRange } from '../../contract/recognised.ts';
import { RECORD_KINDS } from '../../contract/recognised.ts';
import type { Span } from './lines.ts';
import type { Block, TextBlock } from './block-types.ts';
import { isDirectionWithin, kindOf, subjectWord, type Open } from './outline.ts';
import { isCityNames, readCities } from './cities.ts';
import { officesIn } from './office-line.ts';
import { readSpeaker } from './speakers.ts';
import { isDirection, isPeriod, isPromise, isPurpose, isUnread, kindOfSentence, sectionName, subjectKind, type SectionKind } from './vocabulary.ts';

function asRecordKind(kind: SectionKind | null): RecordKind {
  return RECORD_KINDS.find((known) => known === kind) ?? 'background';
}

/** A text on its way to becoming a record: what was printed, marker apart. */
type Found = {
  marker: string | null;
  text: string;
  /** True for running text: neither a marker nor a list dash. */
  plain: boolean;
  source: SourceRange;
  partSources?: SourceRange[];
  speaker?: string;
  as?: RecordKind;
  /** The pieces of a sentence that something else broke. */
  broken?: readonly Span[];
};

/**
 * Turns an item or a paragraph into a record of its section's kind.
 * @param parent index in `records` of the item it belongs to.
 */
export function recordOfBlock(block: TextBlock, under: readonly Open[], parent: number | null): RecognisedRecord {
  const { marker, text, pieces, speaker, as } = block;
  return recordOf({
    ...(as === undefined ? {} : { as }),
    ...(speaker === undefined ? {} : { speaker }),
    marker: marker?.raw ?? null, text, plain: marker === null && !block.line.bullet, ...sourcesOf(block),
    ...(pieces.length > 1 && block.lastLine.gap > 0 ? { broken: pieces } : {}),
  }, under, parent);
}

/** The same for a text found in a table cell. */
export function recordOfCell(item: { marker: string | null; body: Span; start: number }, under: readonly Open[], as?: RecordKind): RecognisedRecord {
  const source = { start: item.start, end: item.body.end };
  return recordOf({ ...(as === undefined ? {} : { as }), marker: item.marker, text: item.body.text, plain: false, source }, under, null);
}

function recordOf({ marker, text: whole, plain, speaker, as, source, partSources, broken }: Found, under: readonly Open[], parent: number | null): RecognisedRecord {
  const inherited = kindOf(under);
  const isSaid = speaker !== undefined || as !== undefined;
  const offices = !isSaid && (marker === null || SIGN.test(marker)) ? officesIn(whole) : null;
  const label = offices === null && !isSaid && (marker === null || SIGN.test(marker)) ? readLabel(whole, plain || (marker !== null && marker !== '-')) : null;
  const section = label?.kind ?? inherited;
  const spoken = speaker !== undefined ? { speaker, text: whole } : label || offices !== null || isPointKind(section) ? null : readSpeaker(whole);
  const text = spoken?.text ?? offices ?? (label ? whole.slice(label.skip) : whole);
  const bracket = offices !== null ? null : section === 'example' || !plain || parent !== null ? readCities(text, section === 'example') : null;
  const kept = bracket?.text.trim() ?? text;
  const heading = under.at(-1);
  return {
    kind: as ?? (offices !== null ? 'actor' : label ? (isPeriod(whole, '') ? 'schedule' : asRecordKind(label.kind)) : isRemark(marker) ? 'background' : pointOfMarker(marker) ?? (section === 'opinion' && isAnswer(marker) ? 'response' : spoken && section !== 'opinion' ? 'statement' : kindOfText(section, text, plain, under))),
    text: kept,
    marker,
    under: under.flatMap((open) => (open.cell ? [] : [open.text])),
    cities: bracket?.cities ?? (section === 'example' && heading ? citiesOfHeading(heading.text) : []),
    speaker: spoken?.speaker ?? null,
    parent,
    source,
    ...(partSources ? { partSources } : {}),
    ...(broken ? { parts: withoutTail(broken, text.length - kept.length) } : {}),
  };
}

/** The pieces of a broken sentence without the city bracket that closes the last. */
function withoutTail(pieces: readonly Span[], tail: number): string[] {
  return pieces.map(({ text }, i) => (i === pieces.length - 1 ? text.slice(0, Math.max(0, text.length - tail)) : text));
}

/** A heading in a section of examples that is nothing but cities (＜みなと市＞) gives them to all below it. */
function citiesOfHeading(text: string): string[] {
  return isCityNames(text) ? readCities(`（${text}）`, false)?.cities ?? [] : [];
}

/** Signs that may stand before a label. */
const SIGN = /^[○●■◆◇□・◎-]$/;

/** 「*前回の意見を踏まえ、…」 is a remark on the paper, whatever section it stands in. */
function isRemark(marker: string | null): boolean {
  return marker === '*' || marker === '＊';
}

/** 「→ 手引に例を加えます。」 below an opinion is what the city says to it. */
const isAnswer = (marker: string | null): boolean => /^[→⇒➡⇨]$/.test(marker ?? '');

/** 「視点1　身近な相談の場であること」 is a viewpoint, whatever section lists it. */
function pointOfMarker(marker: string | null): RecordKind | null {
  const kind = subjectKind(marker);
  return isPointKind(kind) ? kind : null;
}

/** Two numbered sections below the only heading that names the kind: a policy has become particular there; 基本方針 › 取組の方向 are directions throughout. */
function isFarBelow(under: readonly Open[]): boolean {
  const at = under.findIndex((open) => open.section === 'policy_direction');
  const below = under.slice(at + 1);
  // What stands under 「見直しの方向性」 is one, however deep.
  if (/(?:方向性|考え方)$/.test(under[at]?.text ?? '')) return false;
  return !below.some((open) => open.section === 'policy_direction' || isDirectionWithin(open)) && below.length >= 2 && below.every((open) => open.ordinal !== null);
}

/** 「令和６年度　　対象手続の洗い出し」「R7～R8年度：試行」: a year of a plan, and what is done in it. */
const YEAR_AND_STEP = /^(?:令和|平成|西暦|[RH])?[ 　]?[0-9０-９元]{1,4}(?:年度)?(?:[ 　]?[～〜~-][ 　]?(?:令和|平成|[RH])?[0-9０-９元]{0,4})?年度(?:[ 　]?[～〜~](?:令和|平成|[RH])?[0-9０-９元]{0,4}(?:年度)?|上半期|下半期|前期|後期|以降|中|末|当初)*(?:[ 　\t]+|[ 　]*[：:…][ 　]*)\S/;

/** 「基本方針と主な施策」: the sentence tells the direction, and the list below it the measures. */
const DIRECTION_AND_MEASURES = /(?:方針|方向性?|目標)(?:と|及び|・|並びに)(?:主な|主要な|具体的な)?(?:施策|取組|取り組み|事業)$|(?:つ|取組|改革)の?柱$/;

const ISSUES_AND_DIRECTION = /課題(?:と|及び|・|、|並びに)(?:今後の|その)?(?:方向性?|対応|取組|方針|対応方針)$/;

const BODY_ACTS = /^[^。]{0,60}?(?:会|会議|本部|機構|委員)[」』]?が[、，]?[^。]*(?:行|点検|評価|確認|審議|検証|報告|公表|推進|管理)/;
const CARRYING_ON = /管理|体制|(?:推進|実現)(?:と|に|の)|評価/;

/**
 * The kind of a text by its section and by how it is worded, where no label names it.
 * @param plain true for running text: neither a marker nor a list dash.
 */
export function kindOfText(section: SectionKind | null, text: string, plain: boolean, under: readonly Open[]): RecordKind {
  if (isPeriod(text, under.at(-1)?.text ?? '')) return 'schedule';
  if (YEAR_AND_STEP.test(text) && (section === null || section === 'measure' || section === 'policy_direction' || section === 'schedule')) return 'schedule';
  if (section === 'policy_direction' && isFarBelow(under) && isPromise(text)) return 'measure';
  if (plain && isDirection(text) && (section === null || section === 'issue' || section === 'background')) return 'policy_direction';
  if (plain && isPurpose(text) && (section === null || section === 'background')) return 'purpose';
  // What is listed under 「施策１－１　案内の充実」 is done.
  if (section === null) return kindOfSentence(text) ?? (!plain && !WITH_COLON.test(text) && MEASURED.test(subjectWord(under.at(-1)?.sign ?? null)) ? 'measure' : 'background');
  if (section === 'background' && !plain && kindOfSentence(text) === 'issue' && under.at(-1)?.text.endsWith('の背景') !== true) return 'issue';
  // What is asked under 論点 is what the committee is to deliberate.
  if (section === 'viewpoint' && /か[。？?]?$/.test(text) && /論点/.test(under.findLast((open) => open.section !== null)?.text ?? '')) return 'deliberation_item';
  // 「課題と今後の方向性」 holds both: what is no promise is the issue.
  if (section === 'policy_direction' && text.endsWith('。') && ISSUES_AND_DIRECTION.test(under.at(-1)?.text ?? '') && !isPromise(text)) return 'issue';
  const prose = plain && text.endsWith('。');
  // 「12名から27件の御意見をいただきました。概要は次のとおりです。」 tells how they came in.
  if (prose && (section === 'opinion' || section === 'response') && /(?:次|以下|下記|[下次別]表)のとおり[^。]{0,14}。$/.test(text)) return 'background';
  if (prose && section === 'measure' && under.some((open) => DIRECTION_AND_MEASURES.test(open.text))) return 'policy_direction';
  // 「推進協議会が毎年度評価を行う。」 in what is said of carrying on says who does it.
  if (text.endsWith('。') && (section === 'policy_direction' || section === 'measure') && BODY_ACTS.test(text) && CARRYING_ON.test(under.at(-1)?.text ?? '')) return 'actor';
  // 今後の進め方 told in sentences; what is done in a year is a step.
  if (prose && section === 'schedule' && YEAR_IN_FRONT.test(text)) return 'schedule';
  if (prose && section === 'schedule' && isPromise(text)) return 'policy_direction';
  if (prose && (section === 'deliberation_item' || section === 'schedule' || section === 'agenda' || section === 'members')) return 'background';
  return asRecordKind(section);
}

/** 「令和8年度は、…」 */
const YEAR_IN_FRONT = /^(?:令和|平成)?[ 　]?[0-9０-９元]{1,4}年度?(?:[0-9０-９]{1,2}月)?(?:以降|中|末)?(?:は|には)、?/;

/** Words for the parts of a plan that are done. */
const MEASURED = /(?:施策|取組|取り組み|事業|プロジェクト|アクション)$/;

/** 「目的 …」「課題：…」: a section name in front of its only text; behind a dash alone a colon parts them. */
const WITH_COLON = /^([^\s　：:。、（(「]{2,10})[ 　\t]*[：:][ 　\t]*(?=\S{2})/;
const WITH_SPACE = /^([^\s　：:。、（(「]{2,10})[ 　\t]+(?=\S{6})/;

function readLabel(text: string, isSpaced: boolean): { kind: SectionKind; skip: number } | null {
  const match = WITH_COLON.exec(text) ?? (isSpaced ? WITH_SPACE.exec(text) : null);
  const kind = match ? sectionName(match[1] ?? '') : null;
  // 「議題(1)　承認」 refers to the item.
  if (kind === 'agenda' && /[0-9０-９①-⑳⑴-⒇)）]$/.test(match?.[1] ?? '')) return null;
  return match && kind !== null && !isUnread(kind) && kind !== 'members' ? { kind, skip: match[0].length } : null;
}

/** The ranges of a block: one where its lines stand together, else one a piece, the first with the marker. */
export function sourcesOf(block: { pieces: readonly Span[]; start: number }): { source: SourceRange; partSources?: SourceRange[] } {
  const ranges = block.pieces.map((piece, i) => ({ start: i === 0 ? block.start : piece.start, end: piece.end }));
  const source = { start: block.start, end: ranges.at(-1)?.end ?? block.start };
  return ranges.length > 1 ? { source, partSources: ranges } : { source };
}

/**
 * Where a paper lists no 審議事項 but sets viewpoints, issues and examples under headings, those headings are the items.
 * One heading must hold two of the three; its siblings then count with one.
 */
export function derivedItems(blocks: readonly Block[]): RecognisedRecord[] {
  const sections = new Map<Open, Set<SectionKind>>();
  for (const block of blocks) {
    const owner = block.under.at(-1);
    if (block.kind !== 'heading' || !owner || !isPointKind(block.open.section) || sectionName(block.open.text) === null) continue;
    sections.set(owner, (sections.get(owner) ?? new Set()).add(block.open.section));
  }
  const sample = [...sections].find(([, kinds]) => kinds.size >= 2 && (kinds.has('viewpoint') || kinds.has('example')))?.[0];
  if (!sample) return [];
  return blocks.flatMap((block) => {
    if (block.kind !== 'heading' || !sections.has(block.open) || block.open.family !== sample.family) return [];
    return [{
      kind: 'deliberation_item', text: block.open.text, marker: block.open.sign, under: block.under.map((outer) => outer.text), cities: [], speaker: null,
      parent: null, source: block.source, derived: true, doubt: 'item-from-heading',
    }];
  });
}

function isPointKind(kind: SectionKind | null): kind is 'viewpoint' | 'issue' | 'example' {
  return kind === 'viewpoint' || kind === 'issue' || kind === 'example';
}

