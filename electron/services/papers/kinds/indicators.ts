import type { RecognisedPaper } from '../../../contract/recognised.ts';
import type { Block, TextBlock } from '../block-types.ts';
import type { Entry, LineEntry } from '../entries.ts';
import { isKpiField, isKpiNote, takeKpiField } from '../kpi-line.ts';
import { sourcesOf } from '../recognise-records.ts';

/**
 * Takes the lines of an indicator below its name, which is a heading: 現状値（…）：…, 令和4年度：…, 目標値（…）：….
 * @returns whether the block is of such lines; the indicator is added or filled in place.
 */
export function takeIndicator({ kpis }: Pick<RecognisedPaper, 'kpis'>, block: TextBlock & Block): boolean {
  const heading = block.under.at(-1);
  if (heading === undefined) return false;
  const known = kpis.find(({ name, marker, source }) => name === heading.text && marker === heading.sign && block.start - (source?.end ?? 0) < NEAR);
  const kpi: RecognisedPaper['kpis'][number] = known ?? { name: heading.text, marker: heading.sign, base: null, values: {}, target: null, note: null };
  if (!block.pieces.map((piece) => takeKpiField(kpi, piece.text)).every((taken) => taken)) return false;
  kpi.source = { start: kpi.source?.start ?? block.start, end: sourcesOf(block).source.end };
  if (known === undefined) kpis.push(kpi);
  return true;
}

/** The lines of one indicator stand together. */
const NEAR = 20;

/** A name is no longer; its values take as many lines. */
const LONGEST_NAME = 60;
const FEWEST = 2;
const MOST_FIELDS = 20;

/**
 * Sets the indicators of a list (① name, and below it 基準値…, 実績値…, 目標値…, 備考…) on entries of their own, so that their names
 * head nothing. A name with # or a word to its number (指標①) stays the heading that it is.
 */
export function gatherIndicators(entries: readonly Entry[]): Entry[] {
  const gathered: Entry[] = [];
  for (let i = 0; i < entries.length; i += 1) {
    const entry = entries[i];
    if (entry === undefined) break;
    const lines = fieldsBelow(entries, i);
    if (entry.kind === 'line' && lines.length > 0) {
      const kpi: NonNullable<LineEntry['indicator']> = { name: entry.body.text, marker: entry.marker?.raw ?? null, base: null, values: {}, target: null, note: null, source: { start: entry.line.start, end: lines.at(-1)?.line.end ?? entry.line.end } };
      for (const { body } of lines) takeKpiField(kpi, body.text);
      gathered.push({ ...entry, indicator: kpi });
      i += lines.length;
    } else gathered.push(entry);
  }
  return gathered;
}

/** The lines of values right below a name; none where it is no such name. */
function fieldsBelow(entries: readonly Entry[], at: number): LineEntry[] {
  const entry = entries[at];
  const lines: LineEntry[] = [];
  if (entry?.kind !== 'line' || entry.line.hash > 0 || entry.marker?.family === 'section' || entry.marker?.raw.length === 2 || entry.body.text.length > LONGEST_NAME || /[。：:]/.test(entry.body.text) || isKpiField(entry.body.text)) return [];
  for (const next of entries.slice(at + 1, at + 1 + MOST_FIELDS)) {
    if (next.kind !== 'line' || next.line.hash > 0 || (next.line.gap > 0 && !next.line.afterPage) || !(isKpiField(next.body.text) || (lines.length > 0 && isKpiNote(next.body.text)))) break;
    lines.push(next);
  }
  return lines.filter(({ body }) => isKpiField(body.text)).length >= FEWEST && lines.some(({ body }) => /目標|基準|現状|現況|策定時/.test(body.text)) ? lines : [];
}
