import type { MarkerFamily } from '../../../../db/domain/marker.ts';
import type { Entry, LineEntry } from '../entries.ts';
import { openBrackets } from '../joining.ts';
import { cut, type Span } from '../lines.ts';
import { unspaced } from '../outline.ts';
import { isOffice, isSpeaker, readSpeaker, SPACED } from '../speakers.ts';
import { readSide, sideNamed } from './opinions.ts';
import { isNames } from './present-members.ts';
import { sectionName } from '../vocabulary.ts';
import type { SignedVoice } from './signed-voices.ts';
import type { Speech } from './speeches.ts';

/** What one line of minutes is read by: its neighbour below, and who speaks in them under a bare name. */
export type SpokenScene = {
  next: Entry | undefined;
  /** Surnames of those present, and letters that stand for people (Ａ：…, 委：…). */
  voices: ReadonlySet<string>;
  /** Whether a Q asks, so that an A answers. */
  asks: boolean;
  /** What the signs in front of what is said stand for. */
  signs: ReadonlyMap<string, SignedVoice>;
};

/** Numbers that head sections; a speaker's name behind one is a section of its own (５　傍聴者). */
export const NUMBERS = new Set<MarkerFamily>(['section', 'roman', 'kanji', 'decimal', 'decimal-path', 'decimal-paren', 'kanji-paren']);

/** 「事務局　　本日は…」: the speaker in a column of their own, what is said going on below. */
const IN_COLUMN = /^(\S{2,14}|[一-龠々ヶ]{1,4}[ 　]\S{2,12})(?:　{1,}| {2,}|\t+)(\S.*)$/s;
/** A gap that only a column makes: what is said need be no sentence. */
const WIDE_GAP = /^\S{2,14}(?:　{2,}|\t)/;
const BOLD = /^(?:[-*+][ 　]+)?\*\*([^*]{2,20})\*\*/;
/** 「農政課：…」「（市）…」「犬飼　…。」: a word set in front of what is said. */
const WORD_IN_FRONT = [
  /^([^\s　：:、。「」（）()]{1,16}(?:[（(][^（()）]{1,12}[）)])?|\S(?:[ 　]+\S){1,2})[ 　]*[：:][ 　]*(?=\S)/, /^[（(【［[<＜〈]([^（()）【】［\][<>＜＞〈〉、。]{1,16})[）)】］\]>＞〉][ 　]*(?=\S)/, /^(\S{1,14})(?:　+| {2,})(?=\S)/,
];
/** 「…してほしい。（佐藤委員）」: who said it stands behind. */
export const SPEAKER_BEHIND = /^(.+[。」？！?!])[ 　]*[（(【〔［[]([^（()）【】〔〕［］[\]。、]{2,14})[）)】〕］\]]$/s;
/** A line of running text is no shorter. */
const FULL_LINE = 30;

/**
 * Reads who speaks in a line of minutes and what, or as which side (【意見】…, Ｑ：…).
 * @returns null for a line that nobody is named in, which may go on with the speech above it.
 */
export function speechOf(entry: LineEntry, scene: SpokenScene): Speech | null {
  if (PRESENT.test(entry.body.text) && isNames(entry.body.text)) return null;
  const side = entry.line.hash > 0 ? null : readSide(entry.body.text, scene.asks);
  if (side === null) return sideAndSpeaker(entry, scene) ?? bySign(entry, scene) ?? spokenIn(entry, scene);
  const words = cut(entry.body, side.length);
  const said = spokenIn({ ...entry, body: words }, scene) ?? { speaker: null, pieces: [words] };
  return { ...said, as: side.as, sign: signOf(entry) };
}

/** 「会長　山田 太郎（学院大学）」 is there, and says nothing. */
const PRESENT = /^\S+[ 　]+[一-龠々ヶ]{1,4}[ 　][一-龠々ヶぁ-んァ-ヴー]{1,5}[（(][^（()）。]+[）)]$/;

/** 「○…」「→（事務局）…」 where the sign says whose side it is, or who speaks. */
function bySign(entry: LineEntry, scene: SpokenScene): Speech | null {
  const voice = entry.line.hash > 0 ? undefined : scene.signs.get(entry.marker?.raw ?? '');
  if (voice === undefined || entry.body.text.length < SHORTEST_SPEECH) return null;
  const named = spokenIn(entry, scene);
  if ('as' in voice) return { ...named ?? { speaker: null, pieces: [entry.body] }, as: voice.as, sign: signOf(entry) };
  return named ?? { speaker: voice.speaker, pieces: [entry.body] };
}

/** Behind a sign, a shorter phrase is a subject. */
const SHORTEST_SPEECH = 12;

/** 「Q（岩崎委員）：…」「意見（中村副会長）　…」: the side with who takes it in a bracket. */
function sideAndSpeaker(entry: LineEntry, { asks }: SpokenScene): Speech | null {
  const [head = '', word = '', speaker = ''] = (entry.line.hash > 0 ? null : SIDE_AND_SPEAKER.exec(entry.body.text)) ?? [];
  const as = /^[AＡ]$/.test(word) && !asks ? null : sideNamed(word);
  return as === null || !isSpeaker(speaker) ? null : { speaker, as, sign: signOf(entry), pieces: [cut(entry.body, head.length)] };
}

const SIDE_AND_SPEAKER = /^([^\s　（()）：:、。]{1,6})[（(]([^（()）]{2,14})[）)](?:[ 　]*[：:][ 　]*|[ 　]+)(?=\S)/;

/** What a name closes, with the side that opens it: 「・【意見】…。（佐藤委員）」. */
export function withSide(speech: Speech, entry: LineEntry, asks: boolean): Speech {
  const [first, ...more] = speech.pieces;
  const side = first === undefined ? null : readSide(first.text, asks);
  return first === undefined || side === null ? speech : { ...speech, as: side.as, sign: signOf(entry), pieces: [cut(first, side.length), ...more] };
}

const signOf = ({ marker }: LineEntry): string | null => (marker !== null && marker.raw.length !== 2 ? marker.raw : null);

/** Reads who speaks in a line, whatever side is named in front. */
export function spokenIn({ line, body, marker }: LineEntry, { next, voices }: SpokenScene): Speech | null {
  if (line.hash > 0 && marker === null) return null;
  const isNumbered = marker !== null && NUMBERS.has(marker.family);
  // With a section below it, somebody is named who says nothing.
  const isSilent = next !== undefined && (next.kind === 'table' || next.line.hash > 0 || (next.marker !== null && NUMBERS.has(next.marker.family) && !next.body.text.endsWith('。')));
  if (isSpeaker(body.text)) return isNumbered || isSilent ? null : { speaker: bare(body.text), pieces: [] };
  if (!isNumbered && isTextBelow(line.indent, next) && isSpeaker(unspaced(body.text))) return { speaker: unspaced(body.text), pieces: [] };
  const bold = BOLD.exec(line.raw.trim())?.[1];
  if (bold !== undefined && isSpeaker(bold) && body.text.startsWith(bare(bold))) return saidFrom(body, body.text.indexOf(bare(bold)) + bold.length, bare(bold));
  const spaced = SPACED.exec(body.text);
  const name = spaced?.[1]?.replace(/[ 　]/g, '') ?? '';
  if (spaced && isSpeaker(name)) return saidFrom(body, spaced[0].length, name);
  // A quotation may close on a line further down.
  const isOpen = /^[^「」]{2,20}「/.test(body.text) && openBrackets(body.text) > 0;
  const read = readSpeaker(isOpen ? `${body.text}」` : body.text, 'minutes');
  if (read !== null) return { speaker: read.speaker, pieces: [cut(body, body.text.lastIndexOf(read.text), body.text.lastIndexOf(read.text) + read.text.length)] };
  const behind = SPEAKER_BEHIND.exec(body.text);
  if (behind && isSpeaker(behind[2] ?? '')) return { speaker: behind[2] ?? '', pieces: [cut(body, 0, behind[1]?.length)] };
  return inColumn(body, next, marker !== null && !isNumbered) ?? byWord(body, voices);
}

function inColumn(body: Span, next: Entry | undefined, signed: boolean): Speech | null {
  const [, who = '', said = ''] = IN_COLUMN.exec(body.text) ?? [];
  if (who === '' || !isSpeaker(who)) return null;
  const below = next?.kind === 'line' && next.marker === null ? next : null;
  const goesOn = below !== null && (below.line.indent >= 4 || (signed && below.line.gap === 0 && said.length >= SHORTEST_SPEECH) || (below.line.gap === 0 && said.length >= FULL_LINE && !isSpeaker(IN_COLUMN.exec(below.body.text)?.[1] ?? '')));
  return said.includes('。') || goesOn || WIDE_GAP.test(body.text) ? saidFrom(body, body.text.length - said.length, who) : null;
}

function byWord(body: Span, voices: ReadonlySet<string>): Speech | null {
  for (const form of WORD_IN_FRONT) {
    const found = form.exec(body.text);
    const word = found?.[1] ?? '';
    if (found && (voices.has(word) || isOffice(word)) && /[。？！]|[）)」]$/.test(body.text.slice(found[0].length))) return saidFrom(body, found[0].length, unspaced(word));
  }
  return null;
}

/** A text without a mark right below, no further out. */
const isTextBelow = (indent: number, next: Entry | undefined): boolean =>
  next?.kind === 'line' && next.marker === null && next.line.hash === 0 && next.line.gap === 0 && next.line.indent >= indent && next.body.text.includes('。');

function saidFrom(body: Span, from: number, speaker: string): Speech {
  const said = cut(body, from + (/^[ 　：:]*/.exec(body.text.slice(from))?.[0].length ?? 0));
  return { speaker, pieces: said.text === '' ? [] : [said] };
}

/** A speaker's name without the bracket around it or the colon behind it. */
export const bare = (speaker: string) => speaker.replace(/^[（(【［[<＜〈](.*)[）)】］\]>＞〉]$/, '$1').replace(/[：:]$/, '').trim();

const NAME_IN_COLUMN = /^([一-龠々ヶ](?:[ 　]+[一-龠々ヶ]){1,2})[ 　]*[：:][ 　]*\S/;

/** 「【栄養士】…。」 */
const IN_BRACKET = /^(?:[・○●◎][ 　]*)?[【〔［[<＜〈]([^【】〔〕［\][\]<>＜＞〈〉。、：:0-9０-９\s　]{2,10})[】〕］\]>＞〉][ 　]*\S.*[。？！」）)]/;
const FEWEST_NAMED = 3;
/** Words in brackets that name what stands behind them, and nobody. */
const NO_VOICE = /(?:決定|結論|合意|議題|議案|報告|説明|資料|事項|結果|まとめ|補足|要旨)/;

/** A letter or a short form that stands for somebody. */
const LETTER = /^(?:[A-ZＡ-Ｚ][0-9０-９]?|[○●◎◆◇■□]|[委事会座議市職区町村長])[ 　]*[：:][ 　]*\S/;

/**
 * Who speaks under a bare name: those present by their surnames, and letters that open two lines at least.
 * @param people names of those present, a space between surname and given name.
 */
export function voicesIn(entries: readonly Entry[], people: readonly string[], asks: boolean): Set<string> {
  const voices = new Set(people.flatMap((name) => [name, name.split(/[ 　]/)[0] ?? name]));
  const letters = entries.flatMap((entry) => (entry.kind === 'line' && LETTER.test(entry.body.text) ? /^[^ 　：:]+/.exec(entry.body.text)?.[0] ?? [] : []));
  // 「鈴　木：…」 among 「会長　：…」: a name spaced out to the width of the column that the colon closes.
  const inColumn = entries.flatMap((entry) => (entry.kind === 'line' ? NAME_IN_COLUMN.exec(entry.body.text)?.[1] ?? [] : []));
  if (inColumn.length > 1 && entries.some((entry) => entry.kind === 'line' && readSpeaker(entry.body.text, 'minutes') !== null)) for (const name of inColumn) voices.add(name);
  // 【栄養士】 among 【会長】 and 【高瀬委員】.
  const inBracket = entries.flatMap((entry) => (entry.kind === 'line' ? IN_BRACKET.exec(entry.line.text)?.[1] ?? [] : []));
  if (inBracket.filter(isSpeaker).length >= FEWEST_NAMED) for (const word of inBracket) if (sideNamed(word) === null && !NO_VOICE.test(word) && sectionName(word) === null) voices.add(word);
  for (const letter of letters) if (letters.indexOf(letter) !== letters.lastIndexOf(letter) && !(asks && /^[QＱAＡ]/.test(letter))) voices.add(letter);
  return voices;
}
