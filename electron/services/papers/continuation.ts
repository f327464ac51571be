import { readCities } from './cities.ts';
import type { TextBlock } from './block-types.ts';
import type { Entry, LineEntry } from './entries.ts';
import { isContinuing, isFinished, isMidSentence, LONGEST_SENTENCE, openBrackets, widthOf } from './joining.ts';
import { isDirection } from './vocabulary.ts';

/** Where a line stands: the entries around it, and whether furniture or a note came between it and the block. */
export type Place = { entries: readonly Entry[]; at: number; interrupted: boolean };

/**
 * Decides whether a line without a mark goes on with the sentence above it, or is a text of its own. Told by how the
 * sentence above ends, how the line begins, and what stood between them.
 * @param isWord tells whether two characters stand side by side elsewhere in the paper.
 */
export function goesOn(block: TextBlock, { line, body }: LineEntry, place: Place, isWord: (pair: string) => boolean): boolean {
  const before = block.text;
  if (line.bullet || before.length > LONGEST_SENTENCE) return false;
  // 「第3回会議」 begins a meeting, and so does 「第3回　　8月25日」.
  if (/^第[0-9０-９一二三四五六七八九十]+回[ 　]{2,}/.test(body.text) || line.gap > 0 && /^第[0-9０-９一二三四五六七八九十]+回/.test(body.text)) return false;
  const overPage = line.afterPage || place.interrupted;
  const apart = overPage || line.gap > 0;
  if (block.open > 0) return !apart || openBrackets(body.text, block.open) < block.open || isMidSentence(before);
  // A city bracket alone on its line closes the line above.
  if (isContinuing(body.text) || readCities(body.text, false)?.text === '') return true;
  // ～…～ right below a title is its subtitle.
  if (!apart && /^[～〜~].{1,40}[～〜~]$/.test(body.text)) return true;
  if (isFinished(before)) return false;
  // 「（令和5年度に試行）」 right below an item that is no sentence is the rest of it.
  if (!apart && (block.marker !== null || block.line.bullet) && /^[（(][^（()）。]{4,}[)）]$/.test(body.text)) return true;
  // No text begins with 「及び」 or 「又は」.
  if (!apart && /^(?:及び|並びに|又は|若しくは|ならびに|もしくは)/.test(body.text)) return true;
  if (block.lastLine.hardBreak && !apart) return false;
  // 「…について」 closes a title; only a line that is full is wrapped there.
  if (before.endsWith('について') && block.lastLine.text.length < FULL_LINE && !overPage) return false;
  if (isMidSentence(before) || isCutWord(before, body.text) || lacksModifier(before, body.text)) return true;
  const endsSentence = body.text.endsWith('。');
  // Prose that stops without its full stop was cut.
  if (before.includes('。')) return !apart || overPage || endsSentence;
  // A short phrase is the name of an item, and the sentence below it the item's text.
  // A full line that breaks within a word.
  if (!apart && endsSentence && block.marker === null && block.lastLine.text.length >= FULL_LINE && (line.indent < block.line.indent || (line.indent === block.line.indent && isWord(before.slice(-1) + body.text.slice(0, 1))))) return true;
  // A full line of an item goes on right below its first letter.
  if (!apart && block.marker !== null && block.lastLine.text.length >= FULL_LINE && line.indent === textColumn(block)) return true;
  if (!apart) return endsSentence && block.marker !== null && (block.lastLine.text.length >= SHORT_LINE || isWord(before.slice(-1) + body.text.slice(0, 1)));
  if (overPage && typeof block.marker?.ordinal === 'number') return nextOrdinal(place, block.marker.family) !== block.marker.ordinal + 2;
  // 「…を活」「用する…」: the two characters at the break make a word the paper has elsewhere.
  const broken = isWord(before.slice(-1) + body.text.slice(0, 1));
  if (overPage && broken) return true;
  if (!endsSentence || /(?:など|等)$/.test(before) || isDirection(body.text)) return false;
  return overPage || (broken && block.lastLine.text.length >= 20);
}

/** A long line that ends within a word of katakana (whose long-vowel sign scanners take for 一), which the next goes on with. */
function isCutWord(before: string, after: string): boolean {
  return before.length >= FULL_LINE && /[ァ-ヺ][ー一―－-]?$/.test(before) && /^[ァ-ヺー]/.test(after);
}

/** 「…場が少ない」「状況が続いている」: no sentence begins with such a noun, and the verb or adjective before it goes with it. */
function lacksModifier(before: string, after: string): boolean {
  return /[いるたうくすむぶつぐぬ]$/.test(before) && /^(?:状況|状態|傾向|おそれ|恐れ|見込み|こと|ところ|ため|よう|場合|ほか|とおり)(?:が|に|で|も|を|と|の|、|だ|な)/.test(after);
}

/** The column in which the text of an item begins, its mark left out. */
const textColumn = ({ line, pieces }: TextBlock): number => line.indent + widthOf(line.raw.trim()) - widthOf(pieces[0]?.text ?? '');

/** A line that is wrapped is longer, in any column. */
const SHORT_LINE = 16;

/** Lines of a paper that is wrapped are no shorter. */
const FULL_LINE = 30;

/** How far down the next number of a list may stand. */
const REACH = 6;

/** The number after a line tells whether the line is an item that lost its own. */
function nextOrdinal({ entries, at }: Place, family: string): number | null {
  for (const entry of entries.slice(at + 1, at + REACH)) {
    if (entry.kind === 'line' && entry.marker?.family === family) return entry.marker.ordinal;
  }
  return null;
}

/** Remembers which characters stand side by side in a text; read once, and only if it is asked. */
export function pairsOf(text: string): (pair: string) => boolean {
  let pairs: Set<number> | null = null;
  return (pair) => {
    if (pairs === null) {
      pairs = new Set();
      for (let i = 1; i < text.length; i += 1) pairs.add(pairKey(text, i));
    }
    return pair.length > 1 && pairs.has(pairKey(pair, 1));
  };
}

/** Two UTF-16 units as one number, so that a long paper makes no string for each. */
function pairKey(text: string, at: number): number {
  return text.charCodeAt(at - 1) * 0x10000 + text.charCodeAt(at);
}
