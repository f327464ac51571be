import type { AcceptedAction, AcceptedIndicator } from '../../electron/contract/papers.ts';
import type { RecordKind, SourceRange } from '../../electron/contract/recognised.ts';
import { isExcerptKind, isPointKind } from '../../electron/contract/preview/preview.ts';
import { wordsOf, type PaperUnit } from './paper-units.ts';
import type { Lines } from './use-chosen-lines.ts';

/** What lines of a paper can be made by hand. */
export type LineKind = RecordKind | 'indicator' | 'action';
export type LineRow = { kind: RecordKind; marker: string; text: string; speaker: string; ranges: SourceRange[] };
export type LineRecords = { rows: LineRow[]; indicators: AcceptedIndicator[]; actions: AcceptedAction[] };

/** Records of the lines a person chose: one of a kind that is a text, one a row of a table of figures. What is not right is put right where it stands then. */
export function recordsOfLines(kind: LineKind, { units, cell, range }: Lines): LineRecords {
  const none: LineRecords = { rows: [], indicators: [], actions: [] };
  if (kind === 'indicator') return { ...none, indicators: units.map(indicatorOf) };
  if (kind === 'action') return { ...none, actions: actionsOf(units) };
  const { marker, text } = wordsOf(cell ? [cell.text] : units.map((unit) => unit.text));
  // 「○森委員　…」: who speaks stands in front, with a sign
  const spoken = kind === 'statement' && marker !== '' ? /^(\S{1,20}?)[：:\s]+(?=\S)/.exec(text) : null;
  return { ...none, rows: [{ kind, marker, text: text.slice(spoken?.[0].length ?? 0), speaker: spoken?.[1] ?? '', ranges: [range] }] };
}

const rangeOf = ({ start, end }: PaperUnit): SourceRange => ({ start, end });
/** 「1,000人」 → 「1000」「人」; a text that is no number is all value. */
function figureOf(label: string, written: string) {
  const [, number, unit = ''] = /^([▲△+-]?[\d,，]+(?:\.\d+)?)\s*(\D{0,6})$/.exec(written.normalize('NFKC')) ?? [];
  return number === undefined ? { label, value: written, unit: '' } : { label, value: number.replaceAll(',', ''), unit };
}

/** A row's cells by what their heads say they are: the base, the target, the others values of years. */
function indicatorOf(unit: PaperUnit): AcceptedIndicator {
  const at = Math.max(0, unit.cells.findIndex(({ text }) => text !== '' && !/^[\d.()①-⑳]+$/.test(text)));
  const name = wordsOf([unit.cells[at]?.text ?? unit.text]);
  const rest = unit.cells.map(({ text }, i) => figureOf(unit.heads[i] ?? '', text)).slice(at + 1).filter(({ value }) => value !== '');
  const base = rest.find(({ label }) => /基準|現状|現況/.test(label)) ?? null;
  const target = rest.find(({ label }) => /目標/.test(label)) ?? null;
  const note = rest.find(({ label }) => /備考|注/.test(label));
  const values = rest.filter((one) => one !== base && one !== target && one !== note).map(({ label, value }) => ({ label, value }));
  return { name: name.text, marker: name.marker, base, values, target, note: note?.value ?? '', ranges: [rangeOf(unit)] };
}

/** A row with a title begins an action; one without is a revision of its plan. */
function actionsOf(units: readonly PaperUnit[]): AcceptedAction[] {
  return units.reduce<AcceptedAction[]>((actions, unit) => {
    const [title, ...cells] = unit.cells.map(({ text }, i) => ({ year: unit.heads[i] ?? '', text }));
    const named = wordsOf([title?.text ?? unit.text]).text;
    const plan = { kind: 'plan' as const, revision: '', reason: '', cells: cells.filter(({ text }) => text !== '') };
    const last = actions.at(-1);
    if (named !== '' || !last) return [...actions, { title: named || unit.text, plans: cells.length === 0 ? [] : [plan], progress: [], ranges: [rangeOf(unit)] }];
    return [...actions.slice(0, -1), { ...last, plans: [...last.plans, { ...plan, kind: 'revised' }], ranges: [...last.ranges, rangeOf(unit)] }];
  }, []);
}

/** A record of the paper beside which a new one may stand. */
type Beside = { key: string; kind: RecordKind; start: number; item: string | null; section: string };

/**
 * Where a row belongs by what stands nearest to it in the paper: a point in the item of the next point, or in the item
 * above it; an excerpt under the same headings as the next one, and an answer behind the opinion above it.
 */
export function belonging(kind: RecordKind, start: number, all: readonly Beside[]): { item: string | null; parent: string | null; section: string } {
  const near = all.toSorted((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start));
  const above = near.filter((one) => one.start <= start);
  const item = isPointKind(kind) ? near.find((one) => isPointKind(one.kind) || (one.kind === 'deliberation_item' && one.start <= start)) : undefined;
  return {
    item: item?.kind === 'deliberation_item' ? item.key : (item?.item ?? null),
    parent: kind === 'response' ? (above.find((one) => one.kind === 'opinion')?.key ?? null) : null,
    section: isExcerptKind(kind) ? (near.find((one) => isExcerptKind(one.kind))?.section ?? '') : '',
  };
}
