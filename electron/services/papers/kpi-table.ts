import type { RecognisedPaper } from '../../contract/recognised.ts';
import { readMarker } from '../../../db/domain/marker.ts';
import { nameOf, sourceOf, type Table } from './tables.ts';

type Kpi = RecognisedPaper['kpis'][number];
type Value = { value: string | number | null; unit: string | null };

const YEAR = /^(?:(?:明治|大正|昭和|平成|令和|[MTSHR])?(?:[0-9]{1,4}|元)(?:年度?)?)(?:\((?:実績|見込|予定|[^()]{1,8})\))?$/;

/**
 * Reads 指標 tables: base value, yearly values and target by the names of their columns. The header need not be the first
 * row of the table.
 */
export function readKpis(table: Table): Kpi[] {
  const at = table.rows.findIndex((row) => row.cells.some((cell) => /^(?:成果|活動|数値)?指標(?:名)?$/.test(nameOf(cell))) && row.cells.some((cell) => /目標|基準|現状値/.test(nameOf(cell))));
  const header = table.rows[at];
  if (!header) return [];
  const names = header.cells.map(nameOf);
  const name = names.findIndex((cell) => /^(?:成果|活動|数値)?指標(?:名)?$/.test(cell));
  const base = names.findIndex((cell) => /基準|現状|策定時/.test(cell));
  const target = names.findLastIndex((cell) => /目標/.test(cell));
  const unit = names.findIndex((cell) => cell === '単位');
  const years = names.flatMap((cell, i) => (i !== base && i !== target && YEAR.test(cell) ? [i] : []));
  const kpis: Kpi[] = [];
  for (const row of table.rows.slice(at + 1)) {
    const label = row.cells[name]?.text ?? '';
    if (label === '' || nameOf(row.cells[name]) === names[name]) continue;
    const marker = readMarker(label);
    const printedUnit = unit < 0 ? null : row.cells[unit]?.text || null;
    const valueAt = (i: number): Value => readValue(row.cells[i]?.text ?? '', printedUnit);
    const labelled = (i: number) => (i < 0 ? null : { label: header.cells[i]?.text ?? '', ...valueAt(i) });
    kpis.push({
      name: marker?.rest ?? label, marker: marker?.raw ?? null, base: labelled(base),
      values: Object.fromEntries(years.map((i) => [names[i] ?? '', valueAt(i).value])), target: labelled(target), note: null, ...sourceOf(table),
    });
  }
  return kpis;
}

/** 「62.6%」 → 62.6 and %; 「▲1,200件」 → -1200 and 件; 「-」 and an empty cell → null; anything else stays text. */
function readValue(cell: string, unit: string | null): Value {
  const text = cell.normalize('NFKC').replace(/\s*※[0-9]*$/, '').trim();
  if (text === '' || /^[-–—―‐－ー…・]+$/.test(text)) return { value: null, unit: null };
  const match = /^([-+▲△−]?)\s*([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?\s*([^0-9\s]{0,6})$/.exec(text);
  if (!match) return { value: cell, unit };
  const size = Number((match[2] ?? '').replaceAll(',', '') + (match[3] ?? ''));
  return { value: /[-▲△−]/.test(match[1] ?? '') ? -size : size, unit: match[4] || unit };
}
