import type { RecordKind } from '../../../contract/recognised.ts';
import { readMarker, type MarkerFamily } from '../../../../db/domain/marker.ts';
import { isBracket, type Entry, type LineEntry } from '../entries.ts';
import { cut, type Span } from '../lines.ts';
import { rankOf, unspaced } from '../outline.ts';
import { isOffice, isSpeaker, readSpeaker } from '../speakers.ts';
import { nameOf, type Row } from '../tables.ts';
import { sectionName } from '../vocabulary.ts';
import { isAgendaLine } from './agenda.ts';
import { isAsked, sideNamed } from './opinions.ts';
import { signedVoices } from './signed-voices.ts';
import { bare, NUMBERS, SPEAKER_BEHIND, speechOf, spokenIn, voicesIn, withSide, type SpokenScene } from './spoken-line.ts';

/** What stands behind a name or a label, on its line and on those below: a speech, or what `as` says; `within`: part of what is listed in the one before it. */
export type Speech = { speaker: string | null; pieces: Span[]; as?: RecordKind; sign?: string | null; within?: true };

/** 「（休憩）」 */
const IN_BRACKET = /^[（(［[〔].*[）)］\]〕]$/;
/** 「事務局から資料１に基づき説明」 */
const EXPLAINED = /^[（(〔［[]?(?:事務局|[^\s　、。]{0,12}(?:課長?|部長?|室長?|係長?|担当者?|委員|会長|委員長))(?:から|より|が)[、，]?[^。]{0,60}(?:説明|報告|紹介)(?:(?:を)?(?:した|行った)|が(?:あった|行われた|なされた))?。?[）)〕］\]]?$/;

/** 〔事務局から資料１に基づき説明〕 is no heading. */
const asDirection = (entry: Entry): Entry => (entry.kind === 'line' && entry.marker !== null && isBracket(entry.marker) && EXPLAINED.test(entry.body.text) ? { ...entry, marker: null, body: entry.line } : entry);

/** 「発言者　　会議の内容」 over the columns of what is said. */
const COLUMN_NAMES = /^発言者(?:名)?[ 　\t]+\S{2,}$/;

/** 「以下、個人が特定される部分は省略した。」 */
const LEFT_OUT = /^(?:以下、?|なお、|※)[^。]{0,40}(?:省略|割愛)(?:する|した|します|しました|している)。?$/;

/** 「（「異議なし」の声あり）」「事務局から説明」, and the names of columns: not what is said. */
export const isNoSpeech = (text: string): boolean => IN_BRACKET.test(text) || EXPLAINED.test(text) || COLUMN_NAMES.test(text) || LEFT_OUT.test(text);

/** What the lines of one paper are read by. */
type Voices = Omit<SpokenScene, 'next'>;

/**
 * Gathers the speeches of minutes: a line that names a speaker or a side (【意見】) takes what stands below it, up to the next
 * of them, a heading, a table or a stage direction. A numbered line of the proceedings is the heading of what is said on
 * it, and so is an agenda item that stands on a line of its own again.
 * @param people names of those who are present, as the head of the minutes lists them.
 */
export function gatherSpeeches(all: readonly Entry[], people: readonly string[]): Entry[] {
  const asks = all.some((entry) => entry.kind === 'line' && isAsked(entry.body.text));
  const voices: Voices = { voices: voicesIn(all, people, asks), asks, signs: signedVoices(all) };
  const entries = namedBehind(withSides(all).map(asDirection), voices);
  const alone = namedAlone(entries);
  const gathered: Entry[] = [];
  const agenda = agendaOf(entries, voices);
  const texts = entries.map((entry) => (entry.kind === 'line' ? squeezed(entry.body.text) : ''));
  const firstSpeech = entries.findIndex((entry, i) => (entry.kind === 'line' ? speechOf(entry, { ...voices, next: entries[i + 1] }) : speechTable(entry)) !== null);
  // Signs that head the parts of the meeting (○　議事) do so among the speeches too.
  const signs = new Set(entries.slice(0, Math.max(firstSpeech, 0)).flatMap((entry) => (entry.kind === 'line' && entry.marker?.ordinal === null && OUTER_SIGNS.has(entry.marker.family) ? [entry.marker.raw] : [])));
  const opened = entries.findIndex((entry) => entry.kind === 'line' && ['statement', 'opinion'].includes(sectionName(entry.body.text) ?? ''));
  /** From where on all is what was said. */
  const opinionsFrom = Math.min(firstSpeech < 0 ? Infinity : firstSpeech - 2, opened < 0 ? Infinity : opened);
  const listed = listedOn(entries);
  const leading = countsUpTo(entries.slice(0, firstSpeech), agenda);
  let open: (LineEntry & { speech: Speech }) | null = null;
  entries.forEach((entry, i) => {
    if (entry.kind === 'table') {
      open = null;
      gathered.push(...(speechTable(entry) ?? [entry]));
      return;
    }
    const scene = { ...voices, next: entries[i + 1] };
    const begun = i > firstSpeech;
    const said = entry.speech ?? answerBehind(entry, gathered.at(-1), scene) ?? speechOf(entry, scene) ?? decisionOf(entry) ?? (begun ? decisionBehind(entry) : null) ?? (alone.has(entry) ? { speaker: entry.body.text, pieces: [] } : null);
    if (said !== null) {
      open = { ...entry, speech: said };
      gathered.push(open);
      // What a name closes is over.
      if ((said.as === 'decision' && /[。）)]$/.test(entry.body.text)) || entry.speech !== undefined) open = null;
    } else if ((begun || (scene.next?.kind === 'line' && EXPLAINED.test(scene.next.body.text))) && agenda.has(texts[i] ?? '')) {
      open = null;
      gathered.push(asHeading(entry));
    } else if ((opensProceedings(entry, begun || leading.has(entry), scene) || (i > opinionsFrom && isOverSpeech(entry, scene))) && !listed.has(entry) && !texts.includes(texts[i] ?? '', i + 1)) {
      open = null;
      gathered.push(asHeading(entry));
    } else if (open !== null && !endsSpeech(entry, signs) && entry.line.indent + FURTHER_OUT > open.line.indent) {
      open.speech.pieces.push(entry.body);
    } else {
      open = null;
      gathered.push(entry);
    }
  });
  return gathered.map(unquoted);
}

/** The numbered lines right below ＜会議次第＞ are what was treated, and head nothing. */
function listedOn(entries: readonly Entry[]): Set<Entry> {
  const at = entries.findIndex((entry) => entry.kind === 'line' && entry.marker !== null && isBracket(entry.marker) && isAgendaLine({ ...entry.line, ...entry.body }));
  if (at < 0) return new Set();
  const below = entries.slice(at + 1);
  const end = below.findIndex((entry, i) => entry.kind !== 'line' || entry.marker === null || !NUMBERS.has(entry.marker.family) || (i > 0 && entry.line.gap > 0));
  return new Set(end < 0 ? below : below.slice(0, end));
}

/** Sets 【意見】 and what stands behind it on one line again, which the reading of markers takes for a heading and its text. */
function withSides(all: readonly Entry[]): Entry[] {
  const entries: Entry[] = [];
  for (const entry of all) {
    const label = entries.at(-1);
    const isSide = entry.kind === 'line' && label?.kind === 'line' && label.inline === true && label.marker !== null && isBracket(label.marker) && sideNamed(label.body.text) !== null;
    if (!isSide) {
      entries.push(entry);
      continue;
    }
    const { marker: _, inline: __, ...rest } = label;
    const text = label.line.text + entry.line.text;
    const place = (span: Span) => span.map ?? Int32Array.from({ length: span.text.length }, (_each, i) => span.start + i);
    const whole: Span = { text, start: label.line.start, end: entry.line.end, map: Int32Array.from([...place(label.line), ...place(entry.line)]) };
    entries[entries.length - 1] = { ...rest, line: { ...label.line, ...whole, hardBreak: entry.line.hardBreak }, marker: null, body: whole };
  }
  return entries;
}

/** 「⇒ 検討する。」 right below what is marked as an opinion answers it. */
function answerBehind(entry: LineEntry, above: Entry | undefined, scene: SpokenScene): Speech | null {
  // Where → answers, ⇒ says what was decided.
  if (entry.marker?.family !== 'arrow' || (entry.marker.raw === '⇒' && scene.signs.has('→')) || above?.kind !== 'line' || above.speech?.as !== 'opinion' || decisionOf(entry) !== null) return null;
  return { ...spokenIn(entry, scene) ?? { speaker: null, pieces: [entry.body] }, as: 'response', sign: entry.marker.raw };
}

/** A quotation that opened behind the speaker's name closes with what is said. */
function unquoted(entry: Entry): Entry {
  if (entry.kind !== 'line' || entry.speech === undefined || entry.speech.pieces.length < 2) return entry;
  const said = entry.speech.pieces.map(({ text }) => text).join('');
  const isLeft = said.endsWith('」') && said.split('」').length > said.split('「').length;
  return isLeft ? { ...entry, speech: { ...entry.speech, pieces: withoutTail(entry.speech.pieces, 1) } } : entry;
}

/** Below the title and whatever chapters the minutes have. */
const HEADING_RANK = 4;

const asHeading = (entry: LineEntry): LineEntry => ({ ...entry, line: { ...entry.line, hash: entry.line.hash || HEADING_RANK } });

const LONGEST_ITEM = 60;
/** Columns by which a line further out than the speaker's is none of the speech. */
const FURTHER_OUT = 4;

/** A numbered phrase in the proceedings (2 議事, (1) …について), where a speech, another number or the end follows. */
function opensProceedings({ line, marker, body }: LineEntry, begun: boolean, { next, ...voices }: SpokenScene): boolean {
  if (line.hash > 0 || line.bullet || marker === null || !NUMBERS.has(marker.family) || body.text.length > LONGEST_ITEM || body.text.endsWith('。')) return false;
  if (/[：:]/.test(body.text) || /資料|別紙/.test(marker.raw)) return false;
  if (begun) return true;
  return next?.kind === 'line' && speechOf(next, { ...voices, next: undefined }) !== null;
}

const SUB_NUMBERS = new Set<MarkerFamily>(['katakana', 'katakana-paren', 'circled']);

/** 「ア　…について」 or 「○　その他」: a phrase without a speaker, with a list of what was said on it right below. */
function isOverSpeech({ line, marker, body: { text } }: LineEntry, { next, ...voices }: SpokenScene): boolean {
  if (line.hash > 0 || marker === null || !(SUB_NUMBERS.has(marker.family) || OUTER_SIGNS.has(marker.family)) || text.length > LONGEST_ITEM || /[。）)？：:]/.test(text)) return false;
  if (readSpeaker(text, 'minutes') !== null || next?.kind !== 'line') return false;
  const isListed = next.marker?.family === 'dot' || (next.marker !== null && isBracket(next.marker));
  // ○ may mark what is said as well.
  return isListed || (marker.family !== 'circle' && speechOf(next, { ...voices, next: undefined }) !== null);
}

/**
 * The numbered lines that lead to the first speech: 「（１）…」 right above it, 「３　議事」 around that, and 「２」 and 「１」 before it, which
 * hold nothing of their own.
 * @param before the entries above the first speech.
 * @param agenda items listed there, which are none.
 */
function countsUpTo(before: readonly Entry[], agenda: ReadonlySet<string>): Set<Entry> {
  const leading = new Set<Entry>();
  /** Family → the number last taken of it. */
  const counts = new Map<MarkerFamily, number>();
  for (const entry of before.toReversed()) {
    if (entry.kind === 'table' || entry.marker === null || entry.marker.ordinal === null || !NUMBERS.has(entry.marker.family) || agenda.has(squeezed(entry.body.text))) continue;
    const { family, ordinal } = entry.marker;
    const rank = rankOf(family) ?? Infinity;
    // A count that has been left for an outer one is over.
    const isOutermost = [...counts.keys()].every((known) => known === family || (rankOf(known) ?? Infinity) > rank);
    const last = counts.get(family);
    if (!isOutermost || (last !== undefined && ordinal !== last - 1)) continue;
    counts.set(family, ordinal);
    leading.add(entry);
  }
  return leading;
}

/** A speech takes no more lines before the name behind it. */
const LONGEST_SPEECH = 12;

/** Gathers the speeches that a name in a bracket closes, which may stand on a line further down: 「・…してほ」「しい。（佐藤委員）」. */
function namedBehind(entries: readonly Entry[], voices: Voices): Entry[] {
  const gathered: Entry[] = [];
  for (let i = 0; i < entries.length; i += 1) {
    const entry = entries[i];
    if (!entry) break;
    const said = entry.kind === 'line' && entry.line.hash === 0 && !(entry.marker && HEADS.has(entry.marker.family)) ? saidBefore(entries, i, voices) : null;
    if (said === null || entry.kind !== 'line') gathered.push(entry);
    else {
      gathered.push({ ...entry, speech: withSide(said, entry, voices.asks) });
      i += said.pieces.length - 1;
    }
  }
  return gathered;
}

/**
 * Where speakers stand alone in a bracket (【会長】), such a bracket among them names one whose post no list has (【司書】): a
 * word of its own line with what is said right below.
 */
function namedAlone(entries: readonly Entry[]): Set<Entry> {
  const inBracket = entries.filter((entry): entry is LineEntry => entry.kind === 'line' && entry.marker !== null && isBracket(entry.marker) && entry.line.hash === 0 && entry.speech === undefined);
  const [first, ...more] = inBracket.filter(({ body }) => isSpeaker(body.text));
  if (!first || more.length === 0) return new Set();
  return new Set(inBracket.filter((entry) => {
    const next = entries[entries.indexOf(entry) + 1];
    const isName = entry.line.start > first.line.start && entry.marker?.raw === first.marker?.raw && LONE_NAME.test(entry.body.text) && sectionName(entry.body.text) === null;
    return isName && next?.kind === 'line' && next.marker === null && next.line.gap === 0;
  }));
}

const LONE_NAME = /^[^\s　。、：:0-9０-９]{2,12}$/;

function saidBefore(entries: readonly Entry[], from: number, voices: Voices): Speech | null {
  const pieces: Span[] = [];
  let whole = '';
  const first = entries[from];
  if (first?.kind !== 'line') return null;
  for (const entry of entries.slice(from, from + LONGEST_SPEECH)) {
    const isNew = pieces.length > 0 && (entry.kind === 'table' || entry.marker !== null || entry.line.bullet || entry.line.hash > 0 || entry.line.gap > 0);
    if (entry.kind === 'table' || isNew) return null;
    pieces.push(entry.body);
    whole += entry.body.text;
    // A name alone on a line is of what stands above it only where it is set in to the right.
    const isOver = pieces.length > 1 && isSpeaker(entry.body.text) && entry.line.indent <= first.line.indent;
    if (isOver) return null;
    const behind = SPEAKER_BEHIND.exec(whole);
    const [, said = '', speaker = ''] = behind ?? [];
    if (behind && isSpeaker(speaker)) return { speaker, pieces: withoutTail(pieces, whole.length - said.length) };
    if (pieces.length === 1 && spokenIn(entry, { ...voices, next: undefined }) !== null) return null;
  }
  return null;
}

/** Lines without the last so many characters, which may be all of the last line: its place is kept. */
function withoutTail(pieces: readonly Span[], tail: number): Span[] {
  let left = tail;
  return pieces.toReversed().map((piece) => {
    const off = Math.min(left, piece.text.length);
    left -= off;
    return off === 0 ? piece : cut(piece, 0, piece.text.length - off);
  }).toReversed();
}

const DECISION = /^[【〔［[〈＜《](?:決定(?:事項)?|結論|合意(?:事項)?|確認(?:事項)?|審議結果|結果|議決)[】〕］\]〉＞》][ 　]*(?:[：:][ 　]*)?(?=\S)|^(?:決定(?:事項)?|結論|審議結果|議決)[ 　]*[：:][ 　]*(?=\S)|^(?:⇒|→)[ 　]*(?:【?決定】?)[ 　：:]*(?=\S)/;

/** 「**結論** 原案のとおり承認する。」 */
const BOLD_DECISION = /^(?:[-*+][ 　]+)?\*\*(?:決定(?:事項)?|結論|審議結果|議決)[：:]?\*\*[ 　：:]*\S/;

/** 「【決定】原案のとおり承認する。」 */
function decisionOf({ line, body }: LineEntry): Speech | null {
  const bold = BOLD_DECISION.test(line.raw.trim()) ? /^\S+[ 　：:]+/.exec(body.text) : null;
  const label = line.hash > 0 ? null : DECISION.exec(body.text) ?? bold;
  return label ? { speaker: null, as: 'decision', sign: null, pieces: [cut(body, label[0].length)] } : null;
}

/** 「⇒ 議題(1)については、…とした。」 behind what was said, where no arrow answers. */
const decisionBehind = ({ line, marker, body }: LineEntry): Speech | null =>
  (line.hash === 0 && marker?.raw === '⇒' && body.text.length > LONGEST_LABEL ? { speaker: null, as: 'decision', sign: marker.raw, pieces: [body] } : null);

const LONGEST_LABEL = 12;

/** A table of who speaks and what is said: a row a speech, and one without a name the rest of the one above; null for any other table. */
function speechTable({ table, line }: Extract<Entry, { kind: 'table' }>): LineEntry[] | null {
  const rows = table.rows.filter(({ cells }) => cells.length >= 2 && cells.some((cell) => cell.text !== ''));
  const named = rows.filter(({ cells: [who] }) => who !== undefined && (isSpeaker(unspaced(who.text)) || isOffice(who.text)));
  const unnamed = rows.filter(({ cells: [who] }) => who?.text === '');
  if (named.length < (isSpeakerColumn(rows[0]) ? 1 : 2) || named.length + unnamed.length < rows.length - 2 || !named.some(({ cells: [who] }) => isSpeaker(unspaced(who?.text ?? '')))) return null;
  const speeches: (LineEntry & { speech: Speech })[] = [];
  for (const { cells, start } of rows.slice(isSpeakerColumn(rows[0]) ? 1 : 0)) {
    const [who, ...said] = cells;
    const what = said.find((cell) => cell.text !== '');
    const above = speeches.at(-1);
    if (!who || !what) continue;
    if (who.text === '' && above) above.speech.pieces.push(what);
    else speeches.push({ kind: 'line', line: { ...line, ...who, start, end: what.end }, marker: null, body: who, speech: { speaker: bare(unspaced(who.text)), pieces: [what] } });
  }
  return speeches;
}

const isSpeakerColumn = (row: Row | undefined): boolean => /^(?:発言者?|発言者名|氏名|委員名?|役職)$/.test(nameOf(row?.cells[0]));

const OUTER_SIGNS = new Set<MarkerFamily>(['circle', 'diamond', 'triangle', 'star']);

function endsSpeech({ line, body, marker }: LineEntry, signs: ReadonlySet<string>): boolean {
  if (line.hash > 0 || IN_BRACKET.test(body.text)) return true;
  if (marker === null && line.gap > 0 && sectionName(body.text) !== null) return true;
  return marker !== null && (HEADS.has(marker.family) || signs.has(marker.raw)) && !body.text.endsWith('。');
}

const HEADS = new Set(['part', 'chapter', 'section', 'roman', 'decimal', 'decimal-paren', 'lenticular', 'double-angle', 'angle', 'bracket', 'square', 'double-circle']);

const AGENDA_NAME = /^(?:会議の?)?(?:議[ 　]*題|議[ 　]*事|次[ 　]*第|案[ 　]*件|審議事項|協議事項|報告事項)$/;

/** The items of the list of 議題, each with and without its number; the list is over where the number of its heading counts on. */
function agendaOf(entries: readonly Entry[], voices: Voices): Set<string> {
  const items = new Set<string>();
  let open: LineEntry | null = null;
  for (const [i, entry] of entries.entries()) {
    if (entry.kind !== 'line') continue;
    const next = entries[i + 1];
    const isBeside = open !== null && open.marker !== null && entry.marker?.family === open.marker.family && entry.marker.ordinal === (open.marker.ordinal ?? 0) + 1;
    if (AGENDA_NAME.test(entry.body.text) && (open === null || isBeside)) open = entry;
    else if (speechOf(entry, { ...voices, next: undefined }) !== null || (next?.kind === 'line' && EXPLAINED.test(next.body.text))) break;
    else if (isBeside) open = null;
    else if (open !== null) items.add(squeezed(entry.body.text));
  }
  return items;
}

const squeezed = (text: string) => (readMarker(text)?.rest ?? text).normalize('NFKC').replace(/\s/g, '');
