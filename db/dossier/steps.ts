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

/** How far back undo reaches, in changes. */
const REACH = 2000;

const LoggedStep = z.object({ step: z.string(), mode: Mode, reason: z.string() });
const ChangedRecord = z.object({ table_name: z.string().refine(isTableName), record_id: z.string(), before: z.string().nullable() });
const Fields = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Undo and redo of what this machine did, read off the log: they outlive a restart. */
export function createSteps(store: Store) {
  const { sqlite }: { sqlite: Database.Database } = store.connection;
  const latest = sqlite.prepare(
    'SELECT step, mode, reason FROM (SELECT seq, step, mode, reason FROM dossier_change WHERE dossier_id = ? AND device = ? ORDER BY seq DESC LIMIT ?) ORDER BY seq',
  );
  const lastMode = sqlite.prepare("SELECT mode FROM dossier_change WHERE dossier_id = ? AND step = ? AND mode != 'undo' ORDER BY seq DESC LIMIT 1").pluck();
  const records = sqlite.prepare(
    'SELECT r.table_name, r.record_id, r.before FROM dossier_change c JOIN record_change r ON r.hash = c.hash WHERE c.dossier_id = ? AND c.step = ? AND c.mode = ? ORDER BY c.seq DESC, r.rowid DESC',
  );
  const lastSeq = sqlite.prepare('SELECT max(seq) FROM dossier_change WHERE dossier_id = ? AND step = ? AND mode = ?').pluck();
  const recordsOf = sqlite.prepare('SELECT r.table_name, r.record_id, r.before FROM dossier_change c JOIN record_change r ON r.hash = c.hash WHERE c.seq = ?');

  const stacks = (dossierId: string, device: string): { undo: Step[]; redo: Step[] } => {
    const undo: Step[] = [];
    let redo: Step[] = [];
    for (const { step, mode, reason } of z.array(LoggedStep).parse(latest.all(dossierId, device, REACH))) {
      if (mode === 'do') {
        redo = [];
        if (undo.at(-1)?.step !== step) undo.push({ step, reason });
      } else {
        const [from, to] = mode === 'undo' ? [undo, redo] : [redo, undo];
        const moved = from.at(-1)?.step === step ? from.pop() : undefined;
        to.push(moved ?? { step, reason });
      }
    }
    return { undo, redo };
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
    const step = stacks(dossierId, why.device)[mode].at(-1);
    if (step === undefined) return null;
    store.revert({ dossierId, why: { ...why, step: step.step } }, mode, (document) => {
      for (const { table, id, fields } of inverse(dossierId, step, mode)) restoreFields(document, table, id, fields);
    });
    return step;
  };

  return {
    /** What undo and redo would do now. */
    next(dossierId: string, device: string): { undo: Step | null; redo: Step | null } {
      const { undo, redo } = stacks(dossierId, device);
      return { undo: undo.at(-1) ?? null, redo: redo.at(-1) ?? null };
    },
    /** Takes the last step back as a change of its own. @returns the step, or null where there is none */
    undo: (dossierId: string, why: Omit<Reason, 'step'>) => run(dossierId, why, 'undo'),
    redo: (dossierId: string, why: Omit<Reason, 'step'>) => run(dossierId, why, 'redo'),
  };
}
