import type { RecognisedPaper } from '../../../contract/recognised.ts';
import type { Block, TextBlock } from '../block-types.ts';
import { takeKpiField } from '../kpi-line.ts';
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
