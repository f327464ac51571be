import { readMarker } from '../../../db/domain/marker.ts';
import { readCities } from './cities.ts';
import { isFinished, isMidSentence, joined, openBrackets, widthOf } from './joining.ts';
import type { Line } from './lines.ts';
import { readSpeaker } from './speakers.ts';

/** Cells between tabs, bars or wide gaps, or a tag of a table. */
const isTableRow = ({ raw }: Line): boolean => /[\t|│┃]|^<\/?t(?:able|head|body|foot|r|d|h)\b|\S[ 　]{2,}\S.*\S[ 　]{2,}\S/i.test(raw.trim());

/** A line this much narrower than the wrap may still be full: a closing bracket or a full stop is not left alone. */
const SLACK = 3;

/** Puts the lines of a hard-wrapped paper together again; of a paper that does not wrap, nothing changes. */
export function unwrap(lines: readonly Line[]): Line[] {
  const prose = lines.filter((line) => line.hash === 0 && !isTableRow(line) && /[^-－─━—=＝_＿ 　]/.test(line.text));
  const [wide, byCuts] = [wrapWidth(prose.map(columns)), widthOfCuts(prose)];
  // A full stop may hang over the margin.
  const wrap = wide === null || (byCuts !== null && wide - byCuts <= 6) ? byCuts : wide;
  if (wrap === null) return [...lines];
  const out: Line[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const above = out.at(-1);
    if (above && last && isFull(last, wrap) && runsOn(last, above, line)) out[out.length - 1] = merged(above, line);
    else {
      if (above && last === above && endsShort(above, line, wrap)) out[out.length - 1] = { ...above, hardBreak: true };
      out.push(line);
    }
    last = line;
  }
  return out;
}

/** In a paper that wraps, a line that ends well before the margin was ended on purpose, unless its sentence cannot end there. */
function endsShort(above: Line, line: Line, wrap: number): boolean {
  return line.gap === 0 && !line.bullet && columns(above) < wrap * SHORT && !isMidSentence(above.text) && openBrackets(above.text) === 0;
}

const SHORT = 0.75;

/** The width of a short paper: of the lines that break within a sentence that goes on below, two at least are as wide, or one goes on with a particle. */
function widthOfCuts(prose: readonly Line[]): number | null {
  const cuts = prose.flatMap((line, i) => {
    const next = prose[i + 1];
    const goesOn = next !== undefined && next.gap === 0 && !next.bullet && readMarker(next.text) === null && next.text.includes('。');
    return goesOn && !line.hardBreak && !isFinished(line.text) ? [{ width: columns(line), isSure: next.indent === line.indent && PARTICLE.test(next.text) }] : [];
  });
  const widest = cuts.reduce((most, { width }) => Math.max(most, width), 0);
  const near = cuts.filter(({ width }) => width >= widest - 4);
  return widest >= NARROWEST && widest <= 140 && (near.length >= 2 || near.some(({ isSure }) => isSure)) ? widest : null;
}

/** 「に資するため…」「を図る。」: no line begins so. */
const PARTICLE = /^[をにがはでと][一-龠]/;

const NARROWEST = 56;

/** A word set one letter a line, as in a narrow cell: 委 / 員 / 名 / 簿. */
export function joinLetters(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  let joining = false;
  for (const line of lines) {
    const above = out.at(-1);
    const isLetter = LETTER.test(line.text) && !line.bullet && line.gap <= 1;
    if (above && isLetter && line.hash === 0 && !line.afterPage && (joining || LETTER.test(above.text))) {
      out[out.length - 1] = merged(above, line);
      joining = true;
    } else {
      out.push(line);
      joining = false;
    }
  }
  return out;
}

const LETTER = /^[一-龠々ぁ-んァ-ヶー]$/;

function columns(line: Line): number {
  return line.indent + widthOf(line.raw.trim());
}

function isFull(line: Line, wrap: number): boolean {
  return !line.hardBreak && !isTableRow(line) && columns(line) >= wrap - SLACK;
}

function runsOn(last: Line, above: Line, line: Line): boolean {
  if (line.gap > 0 || line.afterPage || line.hash > 0 || line.bullet || line.raw.includes('\t') || isTableRow(line)) return false;
  // 「第2回　　8月25日　　素案」 and 「第2回検討会（8月25日）　素案」 are rows of their own.
  if (/^第[ 　]*[0-9０-９]+[ 　]*回(?:[ 　]|[^\s。、（(]{0,20}[（(][^（()）]*[0-9０-９][^（()）]*[)）](?:[ 　]|$))/.test(line.text)) return false;
  // 「10月下旬　　　第3回検討会　素案」, and so does the row of a list of dates.
  if (DATED_ROW.test(line.text)) return false;
  const marker = readMarker(line.text);
  if (marker !== null) return marker.ordinal !== null && !isFinished(above.text) && REFERRED.test(marker.rest);
  // A full line that ends a sentence may end the paragraph; it goes on only at the indent of a continuation.
  const ended = /[。！？]$/.test(above.text) || readCities(above.text, false) !== null;
  return !ended || (line.indent === last.indent && last !== above && readSpeaker(line.text) === null);
}

const DATED_ROW = /^(?:(?:昭和|平成|令和|[SHR])?[ 　]*[0-9０-９元]{1,4}年)?[ 　]*[0-9０-９]{1,2}月[^\s　。、]{0,12}[ 　]{2,}\S/;

/** 「…次に、議題」「⑵について説明を求めます。」: a number that only refers to an item. */
const REFERRED = /^(?:について|[のはをにとが、]|から|まで|及び|又は|並びに)(?=\S)/;

function merged(above: Line, line: Line): Line {
  const text = joined(above.text, line.text);
  const place = (span: Line) => span.map ?? Int32Array.from({ length: span.text.length }, (_, i) => span.start + i);
  const space = text.length - above.text.length - line.text.length;
  const map = Int32Array.from([...place(above), ...Array.from({ length: space }, () => above.end - 1), ...place(line)]);
  return { ...above, text, map, end: line.end, hardBreak: line.hardBreak, raw: above.raw };
}

/**
 * The width at which a paper wraps its lines, or null where it does not wrap: many lines end within two characters of the
 * widest, and hardly any is wider.
 * @param widths of all lines of running text in half columns, indents included.
 */
function wrapWidth(widths: readonly number[]): number | null {
  const sorted = widths.toSorted((a, b) => b - a);
  const widest = sorted[Math.floor(sorted.length * 0.01)] ?? 0;
  if (widest < 40 || widest > 140) return null;
  const near = sorted.filter((width) => width >= widest - 4 && width <= widest + 2).length;
  return near >= 4 && near >= sorted.length * 0.06 ? widest : null;
}
