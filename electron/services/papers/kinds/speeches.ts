import type { RecordKind } from '../../../contract/recognised.ts';
import { readMarker } from '../../../../db/domain/marker.ts';
import { isBracket, type Entry, type LineEntry } from '../entries.ts';
import { cut, type Span } from '../lines.ts';
import { isSpeaker, readSpeaker } from '../speakers.ts';
import { sectionName } from '../vocabulary.ts';

/** What stands behind a name or a label, on its line and on those below: a speech, or what `as` says. */
export type Speech = { speaker: string | null; pieces: Span[]; as?: RecordKind; sign?: string | null };

/** 「（「異議なし」の声あり）」「（休憩）」: what happens, not what is said. */
export const STAGE_DIRECTION = /^[（(［[].*[）)］\]]$/;

/**
 * Gathers the speeches of minutes: a line that names a speaker takes what stands below it, up to the next speaker, a
 * heading, a table or a stage direction. A numbered line of the proceedings is the heading of what is said on it, and so
 * is an agenda item that stands on a line of its own again.
 */
export function gatherSpeeches(all: readonly Entry[]): Entry[] {
  const entries = namedBehind(all);
  const alone = namedAlone(entries);
  const gathered: Entry[] = [];
  const agenda = agendaOf(entries);
  const texts = entries.map((entry) => (entry.kind === 'line' ? squeezed(entry.body.text) : ''));
  const firstSpeech = entries.findIndex((entry, i) => entry.kind === 'line' && speechOf(entry, entries[i + 1]) !== null);
  let open: (LineEntry & { speech: Speech }) | null = null;
  entries.forEach((entry, i) => {
    if (entry.kind === 'table') {
      open = null;
      gathered.push(...(speechTable(entry) ?? [entry]));
      return;
    }
    const said = entry.speech ?? speechOf(entry, entries[i + 1]) ?? decisionOf(entry) ?? (alone.has(entry) ? { speaker: entry.body.text, pieces: [] } : null);
    const begun = i > firstSpeech;
    if (said !== null) {
      open = { ...entry, speech: said };
      gathered.push(open);
      // What a name closes is over.
      if (said.as !== undefined || entry.speech !== undefined) open = null;
    } else if (begun && agenda.has(texts[i] ?? '')) {
      open = null;
      gathered.push(asHeading(entry));
    } else if (opensProceedings(entry, entries[i + 1], begun) && !texts.includes(texts[i] ?? '', i + 1)) {
      open = null;
      gathered.push(asHeading(entry));
    } else if (open !== null && !endsSpeech(entry)) {
      open.speech.pieces.push(entry.body);
    } else {
      open = null;
      gathered.push(entry);
    }
  });
  return gathered;
}

/** Below the title and whatever chapters the minutes have. */
const HEADING_RANK = 4;

const asHeading = (entry: LineEntry): LineEntry => ({ ...entry, line: { ...entry.line, hash: entry.line.hash || HEADING_RANK } });

const LONGEST_ITEM = 60;

/** A numbered phrase in the proceedings (2 議事, (1) …について), where a speech, another number or the end follows. */
function opensProceedings({ line, marker, body }: LineEntry, next: Entry | undefined, begun: boolean): boolean {
  if (line.hash > 0 || line.bullet || marker === null || !NUMBERS.has(marker.family) || body.text.length > LONGEST_ITEM || body.text.endsWith('。')) return false;
  if (/[：:]/.test(body.text) || /資料|別紙/.test(marker.raw)) return false;
  if (begun) return true;
  return next?.kind === 'line' && speechOf(next, undefined) !== null;
}

const NUMBERS = new Set(['section', 'roman', 'kanji', 'decimal', 'decimal-path', 'decimal-paren', 'kanji-paren']);

/** 「事務局　　本日は…」: the speaker in a column of their own, what is said going on below. */
const IN_COLUMN = /^(\S{2,14})(?:　{1,}| {2,}|\t+)(\S.*)$/s;
/** A gap that only a column makes: what is said need be no sentence. */
const WIDE_GAP = /^\S{2,14}(?:　{2,}|\t)/;
const BOLD = /^(?:[-*+][ 　]+)?\*\*([^*]{2,20})\*\*/;
/** 「…してほしい。（佐藤委員）」: who said it stands behind. */
const SPEAKER_BEHIND = /^(.+[。」？！?!])[ 　]*[（(【〔［[]([^（()）【】〔〕［］[\]。、]{2,14})[）)】〕］\]]$/s;

/** A speech takes no more lines before the name behind it. */
const LONGEST_SPEECH = 12;

/** Gathers the speeches that a name in a bracket closes, which may stand on a line further down: 「・…してほ」「しい。（佐藤委員）」. */
function namedBehind(entries: readonly Entry[]): Entry[] {
  const gathered: Entry[] = [];
  for (let i = 0; i < entries.length; i += 1) {
    const entry = entries[i];
    if (!entry) break;
    const said = entry.kind === 'line' && entry.line.hash === 0 && !(entry.marker && HEADS.has(entry.marker.family)) ? saidBefore(entries, i) : null;
    if (said === null || entry.kind !== 'line') gathered.push(entry);
    else {
      gathered.push({ ...entry, speech: said });
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

function saidBefore(entries: readonly Entry[], from: number): Speech | null {
  const pieces: Span[] = [];
  let whole = '';
  for (const entry of entries.slice(from, from + LONGEST_SPEECH)) {
    const isNew = pieces.length > 0 && (entry.kind === 'table' || entry.marker !== null || entry.line.bullet || entry.line.hash > 0 || entry.line.gap > 0);
    if (entry.kind === 'table' || isNew) return null;
    pieces.push(entry.body);
    whole += entry.body.text;
    const behind = SPEAKER_BEHIND.exec(whole);
    const [, said = '', speaker = ''] = behind ?? [];
    if (behind && isSpeaker(speaker)) return { speaker, pieces: withoutTail(pieces, whole.length - said.length) };
    if (pieces.length === 1 && speechOf(entry, undefined) !== null) return null;
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

/** 「会　長　　本日は…」「事 務 局：…」: the name spaced out letter by letter. */
const SPACED = /^(\S(?:[ 　]\S){1,4})(?:[ 　]{2,}|[ 　]*[：:][ 　]*)(?=\S)/;

function speechOf({ line, body, marker }: LineEntry, next: Entry | undefined): Speech | null {
  if (line.hash > 0 && marker === null) return null;
  // 「５　傍聴者」 is a section of its own.
  if (isSpeaker(body.text) && marker !== null && NUMBERS.has(marker.family)) return null;
  if (isSpeaker(body.text)) return { speaker: bare(body.text), pieces: [] };
  const bold = BOLD.exec(line.raw.trim())?.[1];
  if (bold !== undefined && isSpeaker(bold) && body.text.startsWith(bare(bold))) return saidFrom(body, body.text.indexOf(bare(bold)) + bold.length, bare(bold));
  const spaced = SPACED.exec(body.text);
  const name = spaced?.[1]?.replace(/[ 　]/g, '') ?? '';
  if (spaced && isSpeaker(name)) return saidFrom(body, spaced[0].length, name);
  const read = readSpeaker(body.text);
  if (read !== null) return { speaker: read.speaker, pieces: [cut(body, body.text.lastIndexOf(read.text), body.text.lastIndexOf(read.text) + read.text.length)] };
  const behind = SPEAKER_BEHIND.exec(body.text);
  if (behind && isSpeaker(behind[2] ?? '')) return { speaker: behind[2] ?? '', pieces: [cut(body, 0, behind[1]?.length)] };
  const column = IN_COLUMN.exec(body.text);
  const goesOn = next?.kind === 'line' && next.marker === null && next.line.indent >= 4;
  if (!column || !isSpeaker(column[1] ?? '') || !((column[2] ?? '').endsWith('。') || goesOn || WIDE_GAP.test(body.text))) return null;
  return saidFrom(body, body.text.length - (column[2] ?? '').length, column[1] ?? '');
}

const saidFrom = (body: Span, from: number, speaker: string): Speech => {
  const said = cut(body, from + (/^[ 　：:]*/.exec(body.text.slice(from))?.[0].length ?? 0));
  return { speaker, pieces: said.text === '' ? [] : [said] };
};

const DECISION = /^[【〔［[〈＜《](?:決定(?:事項)?|結論|合意(?:事項)?|確認(?:事項)?|審議結果|結果|議決)[】〕］\]〉＞》][ 　]*(?:[：:][ 　]*)?(?=\S)|^(?:決定(?:事項)?|結論|審議結果|議決)[ 　]*[：:][ 　]*(?=\S)|^(?:⇒|→)[ 　]*(?:【?決定】?)[ 　：:]*(?=\S)/;

/** 「【決定】原案のとおり承認する。」 */
function decisionOf({ line, body }: LineEntry): Speech | null {
  const label = line.hash > 0 ? null : DECISION.exec(body.text);
  return label ? { speaker: null, as: 'decision', sign: null, pieces: [cut(body, label[0].length)] } : null;
}

/** A table of who speaks and what is said: a row a speech; null for any other table. */
function speechTable({ table, line }: Extract<Entry, { kind: 'table' }>): LineEntry[] | null {
  const rows = table.rows.filter(({ cells }) => cells.length >= 2 && cells.some((cell) => cell.text !== ''));
  const spoken = rows.filter(({ cells }) => isSpeaker(cells[0]?.text ?? ''));
  if (spoken.length < 2 || spoken.length < rows.length - 2) return null;
  return spoken.flatMap(({ cells, start }): LineEntry[] => {
    const [who, ...said] = cells;
    const what = said.find((cell) => cell.text !== '');
    if (!who || !what) return [];
    return [{ kind: 'line', line: { ...line, ...who, start, end: what.end }, marker: null, body: who, speech: { speaker: bare(who.text), pieces: [what] } }];
  });
}

const bare = (speaker: string) => speaker.replace(/^[（(【［[<＜〈](.*)[）)】］\]>＞〉]$/, '$1').replace(/[：:]$/, '').trim();

function endsSpeech({ line, body, marker }: LineEntry): boolean {
  if (line.hash > 0 || STAGE_DIRECTION.test(body.text)) return true;
  if (marker === null && line.gap > 0 && sectionName(body.text) !== null) return true;
  return marker !== null && HEADS.has(marker.family) && !body.text.endsWith('。');
}

const HEADS = new Set(['part', 'chapter', 'section', 'roman', 'decimal', 'decimal-paren', 'lenticular', 'double-angle', 'angle', 'bracket', 'square', 'double-circle']);

/** The items of the list of 議題, each with and without its number. */
function agendaOf(entries: readonly Entry[]): Set<string> {
  const items = new Set<string>();
  let inAgenda = false;
  for (const entry of entries) {
    if (entry.kind !== 'line') continue;
    if (/^(?:議[ 　]*題|議[ 　]*事|次[ 　]*第|案[ 　]*件|審議事項|協議事項|報告事項)$/.test(entry.body.text)) inAgenda = true;
    else if (speechOf(entry, undefined) !== null) break;
    else if (inAgenda) items.add(squeezed(entry.body.text));
  }
  return items;
}

const squeezed = (text: string) => (readMarker(text)?.rest ?? text).normalize('NFKC').replace(/\s/g, '');
