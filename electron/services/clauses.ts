import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { lastLocalChange, listRecordChanges } from '../../db/queries/changes.ts';
import { citationTargets } from '../../db/queries/citation-targets.ts';
import { clauseOrder, getClause } from '../../db/queries/drafts.ts';
import { rankAfter } from '../../db/queries/rank.ts';
import { ClauseContent, citedIds, plainText } from '../../db/domain/clause-content.ts';
import type { Inline } from '../../db/domain/clause-content.ts';
import { AppError } from '../contract/errors.ts';
import type { ParsedInputOf } from '../contract/index.ts';
import type { Context, Handlers } from './context.ts';
import { whyOf } from './context.ts';
import { changeDossier, requireRecords } from './door.ts';
import { citePoints } from './library/cite-points.ts';

const TYPING = 'typing:';
/** A pause this long ends a stretch of typing: what follows is undone by itself. */
const PAUSE = 5_000;

/** The step of a stretch of typing: the last one goes on while the pauses are short. */
function typingStep(context: Context, committeeId: string): string {
  const last = lastLocalChange(context.store.connection.orm, committeeId, context.caller.device);
  const goesOn = last?.mode === 'do' && last.step.startsWith(TYPING) && context.now().getTime() - Date.parse(last.at) < PAUSE;
  return goesOn ? last.step : TYPING + uuidv7();
}

/** The editor's autosave, as one change. @throws AppError not-found where the draft is gone */
function applyClauses(context: Context, { committeeId, draftId, upserts, removes, typing }: ParsedInputOf<'clauses.apply'>): void {
  requireRecords(context, committeeId, ['draft', draftId]);
  const { orm } = context.store.connection;
  const removed = new Set(removes);
  let order = clauseOrder(orm, committeeId, draftId).filter(({ id }) => !removed.has(id));
  const known = new Map(order.map(({ id, rank }) => [id, rank]));
  const why = { ...whyOf(context), ...(typing ? { step: typingStep(context, committeeId) } : {}) };

  context.store.change({ dossierId: committeeId, why }, (draft) => {
    for (const id of removes) draft.remove('clause', id);
    for (const { afterId, content, ...fields } of upserts) {
      const stays = afterId === undefined ? known.get(fields.id) : undefined;
      const rank = stays ?? rankAfter(order, afterId, fields.id);
      if (stays === undefined) order = placed(order, { id: fields.id, rank });
      const { id, ...rest } = fields;
      draft.add('clause', id, { draftId, ...rest, content: JSON.stringify(content), rank });
    }
  });
}

type Ranked = { id: string; rank: string };

/** The list with a record put where its rank says. */
function placed(order: readonly Ranked[], record: Ranked): Ranked[] {
  const others = order.filter(({ id }) => id !== record.id);
  const next = others.findIndex(({ rank }) => rank > record.rank);
  return others.toSpliced(next < 0 ? others.length : next, 0, record);
}

function editRuns(context: Context, committeeId: string, clauseId: string, edit: (runs: Inline[]) => Inline[]): void {
  requireRecords(context, committeeId);
  const found = getClause(context.store.connection.orm, committeeId, clauseId);
  if (found === undefined) throw new AppError('not-found');
  const { content } = found;
  // A table is cited in a cell, which only the editor can choose.
  if (content.form !== 'runs') throw new AppError('bad-input', { field: 'clauseId' });
  const next: ClauseContent = { form: 'runs', runs: edit(content.runs) };
  changeDossier(context, committeeId, (draft) => draft.edit('clause', clauseId, { content: JSON.stringify(next) }));
}

const Contents = z.object({ content: z.string() });

/** What a clause said, from the fields that a change kept; undefined where the change left the text alone. */
function textIn(fields: string | null): string | null | undefined {
  if (fields === null) return null;
  const parsed = Contents.safeParse(JSON.parse(fields));
  return parsed.success ? plainText(ClauseContent.parse(JSON.parse(parsed.data.content))) : undefined;
}

export const clauseHandlers = {
  'clauses.apply': (context, input) => {
    applyClauses(context, input);
    return {};
  },
  'clauses.cite': (context, { committeeId, clauseId, targetId }) => {
    const { orm } = context.store.connection;
    const cite = (within: Context, id: string) =>
      editRuns(within, committeeId, clauseId, (runs) => (citedIds({ form: 'runs', runs }).includes(id) ? runs : [...runs, { t: 'cite', targetId: id }]));
    if (citationTargets(orm, committeeId, [targetId])[0]?.exists === true) {
      cite(context, targetId);
      return {};
    }
    requireRecords(context, committeeId, ['clause', clauseId]);
    if (getClause(orm, committeeId, clauseId)?.content.form !== 'runs') throw new AppError('bad-input', { field: 'clauseId' });
    // Made an example of the committee and cited: two changes, one step.
    const within = { ...context, step: context.step ?? uuidv7() };
    const [id = ''] = citePoints(within, committeeId, [targetId], null);
    cite(within, id);
    return {};
  },
  'clauses.uncite': (context, { committeeId, clauseId, targetId }) => {
    editRuns(context, committeeId, clauseId, (runs) => runs.filter((run) => run.t !== 'cite' || run.targetId !== targetId));
    return {};
  },
  'clauses.history': (context, { committeeId, clauseId }) => {
    requireRecords(context, committeeId);
    return listRecordChanges(context.store.connection.orm, committeeId, clauseId).flatMap(({ at, author, reason, before, after }) => {
      const [was, is] = [textIn(before), textIn(after)];
      return was === undefined || is === undefined ? [] : [{ at, author, reason, before: was, after: is }];
    });
  },
} satisfies Partial<Handlers>;
