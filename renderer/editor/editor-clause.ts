import type { Clause } from '../../electron/contract/drafts.ts';
import type { ClauseContent, Inline } from '../../db/domain/clause-content.ts';

/** A clause's own fields, as the editor holds them and `clauses.apply` takes them; its number is computed. */
export type EditorClause = Pick<Clause, 'id' | 'kind' | 'level' | 'numbered' | 'content'>;

/** What a clause is apart from its text: the part that Enter, Tab and the toolbar change. */
export type ClauseForm = Pick<EditorClause, 'kind' | 'level' | 'numbered'>;

export const BODY: ClauseForm = { kind: 'paragraph', level: 0, numbered: false };

/** The level a clause counts at, or null where it takes no number (level 0, はじめに, bullets, tables). */
export function numberedLevel({ kind, level, numbered }: ClauseForm): number | null {
  return numbered && level > 0 && (kind === 'heading' || kind === 'paragraph') ? level : null;
}

export const isEmptyContent = (content: ClauseContent): boolean => content.form === 'runs' && content.runs.length === 0;

/**
 * Runs in their one normal form: no empty text, neighbours of the same weight joined, a line break as a run of its own.
 * What the editor gives back is always normal, so an untouched clause compares equal to what was loaded.
 */
export function normalRuns(runs: readonly Inline[]): Inline[] {
  const normal: Inline[] = [];
  for (const run of runs.flatMap(splitLines)) {
    const last = normal.at(-1);
    if (run.t === 'text' && last?.t === 'text' && run.bold === last.bold && run.underline === last.underline) {
      normal[normal.length - 1] = { ...last, text: last.text + run.text };
    } else if (run.t !== 'text' || run.text !== '') {
      normal.push(run);
    }
  }
  return normal;
}

function splitLines(run: Inline): Inline[] {
  if (run.t !== 'text' || !run.text.includes('\n')) return [run];
  return run.text.split(/\r?\n/).flatMap((text, i): Inline[] => [...(i === 0 ? [] : [{ t: 'break' as const }]), { ...run, text }]);
}

/** True where two clauses say the same in the same form. */
export function sameClause(a: EditorClause, b: EditorClause): boolean {
  if (a === b) return true;
  return a.id === b.id && sameForm(a, b) && sameValue(a.content, b.content);
}

export const sameForm = (a: ClauseForm, b: ClauseForm): boolean =>
  a.kind === b.kind && a.level === b.level && a.numbered === b.numbered;

/** Equality of plain JSON values, whatever the order of their keys. */
function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameValue(value, right.get(key)));
}
