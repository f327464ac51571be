import type Database from 'better-sqlite3';
import { z } from 'zod';
import { REMOVED } from './document.ts';
import { restoreFields } from './draft.ts';
import { Mode } from './meta.ts';
import { isTableName } from './shape.ts';
import type { AnyRecord } from './shape.ts';
import type { Reason, Store } from './store.ts';

/** An undoable step: what one command did, or one stretch of typing. */
export type Step = { step: string; reason: string };

/** How many changes are looked back on: few at first, which nearly always tell; undo reaches no further than the last. */
const REACHES = [16, 160, 2000] as const;

const LoggedStep = z.object({ step: z.string(), mode: Mode });
type LoggedStep = z.infer<typeof LoggedStep>;
const ChangedRecord = z.object({ table_name: z.string().refine(isTableName), record_id: z.string(), before: z.string().nullable() });
const Fields = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Undo and redo of what this machine did, read off the log: they outlive a restart. */
export function createSteps(store: Store) {
  const { sqlite }: { sqlite: Database.Database } = store.connection;
  const latest = sqlite.prepare(
    'SELECT step, mode FROM (SELECT seq, step, mode FROM dossier_change WHERE dossier_id = ? AND device = ? ORDER BY seq DESC LIMIT ?) ORDER BY seq',
  );
  const firstReason = sqlite.prepare('SELECT reason FROM dossier_change WHERE dossier_id = ? AND step = ? ORDER BY seq LIMIT 1').pluck();
  const lastMode = sqlite.prepare("SELECT mode FROM dossier_change WHERE dossier_id = ? AND step = ? AND mode != 'undo' ORDER BY seq DESC LIMIT 1").pluck();
  const records = sqlite.prepare(
    'SELECT r.table_name, r.record_id, r.before FROM dossier_change c JOIN record_change r ON r.hash = c.hash WHERE c.dossier_id = ? AND c.step = ? AND c.mode = ? ORDER BY c.seq DESC, r.rowid DESC',
  );
  const lastSeq = sqlite.prepare('SELECT max(seq) FROM dossier_change WHERE dossier_id = ? AND step = ? AND mode = ?').pluck();
  const recordsOf = sqlite.prepare('SELECT r.table_name, r.record_id, r.before FROM dossier_change c JOIN record_change r ON r.hash = c.hash WHERE c.seq = ?');

  /** What undo and redo would do now. */
  const next = (dossierId: string, device: string): { undo: Step | null; redo: Step | null } => {
    const named = (step: string | undefined) => (step === undefined ? null : { step, reason: z.string().parse(firstReason.get(dossierId, step)) });
    const found = (reach: number) => lastSteps(z.array(LoggedStep).parse(latest.all(dossierId, device, reach)));
    let steps = found(REACHES[0]);
    for (const reach of REACHES.slice(1)) if (!steps.certain) steps = found(reach);
    return { undo: named(steps.undo), redo: named(steps.redo) };
  };

  /** What to set so that the step's effect is taken back, newest change first: the oldest value of a field wins. */
  const inverse = (dossierId: string, step: Step, mode: 'undo' | 'redo') => {
    const effect = mode === 'redo' ? 'undo' : Mode.parse(lastMode.get(dossierId, step.step));
    // A step was done in one or more changes, but undone and redone in one each time: the last is what stands.
    const rows = effect === 'do' ? records.all(dossierId, step.step, effect) : recordsOf.all(lastSeq.get(dossierId, step.step, effect));
    return z.array(ChangedRecord).parse(rows).map(({ table_name: table, record_id: id, before }) => {
      const fields: AnyRecord = before === null ? { [REMOVED]: true } : Fields.parse(JSON.parse(before));
      return { table, id, fields };
    });
  };

  const run = (dossierId: string, why: Omit<Reason, 'step'>, mode: 'undo' | 'redo'): Step | null => {
    const step = next(dossierId, why.device)[mode];
    if (step === null) return null;
    store.revert({ dossierId, why: { ...why, step: step.step } }, mode, (document) => {
      for (const { table, id, fields } of inverse(dossierId, step, mode)) restoreFields(document, table, id, fields);
    });
    return step;
  };

  return {
    next,
    /** Takes the last step back as a change of its own. @returns the step, or null where there is none */
    undo: (dossierId: string, why: Omit<Reason, 'step'>) => run(dossierId, why, 'undo'),
    redo: (dossierId: string, why: Omit<Reason, 'step'>) => run(dossierId, why, 'redo'),
  };
}

/**
 * The steps that stand to be undone and redone after some changes, oldest first. `certain`: changes before these would
 * not alter it, since what is on top of a stack is the same whatever lies below.
 */
function lastSteps(changes: readonly LoggedStep[]): { undo: string | undefined; redo: string | undefined; certain: boolean } {
  const undo: string[] = [];
  let redo: string[] = [];
  for (const { step, mode } of changes) {
    if (mode === 'do') {
      redo = [];
      if (undo.at(-1) !== step) undo.push(step);
    } else {
      const [from, to] = mode === 'undo' ? [undo, redo] : [redo, undo];
      if (from.at(-1) === step) from.pop();
      to.push(step);
    }
  }
  const redoKnown = redo.length > 0 || changes.some(({ mode }) => mode === 'do');
  return { undo: undo.at(-1), redo: redo.at(-1), certain: undo.length > 0 && redoKnown };
}
