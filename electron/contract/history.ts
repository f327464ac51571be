import { z } from 'zod';
import { Id, command, query } from './operation.ts';


const OfCommittee = z.object({ committeeId: Id });
const Step = z.object({ reason: z.string() });

export const history = {
  /** What undo and redo would do now; null where there is nothing. */
  'history.state': query(OfCommittee, z.object({ undo: Step.nullable(), redo: Step.nullable(), savedAt: z.string().nullable() })),
  'history.undo': command(OfCommittee, Step),
  'history.redo': command(OfCommittee, Step),
  'history.list': query(
    OfCommittee.extend({ limit: z.number().int().min(1).max(1000).default(100) }),
    z.array(z.object({ hash: z.string(), at: z.string(), author: z.string(), reason: z.string(), records: z.number().int() })),
  ),
} as const;
