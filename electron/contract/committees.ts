import { z } from 'zod';
import { Done, Id, Name, Nothing, Text, command, query } from './operation.ts';

export const CommitteeSummary = z.object({
  id: Id,
  name: z.string(),
  municipality: z.string(),
  purpose: z.string(),
  sample: z.boolean(),
  items: z.number().int(),
  issues: z.number().int(),
  openIssues: z.number().int(),
  meetings: z.number().int(),
  papers: z.number().int(),
  /** ISO time of the last change, null before any. */
  changedAt: z.string().nullable(),
});
export type CommitteeSummary = z.infer<typeof CommitteeSummary>;

export const committees = {
  'committees.list': query(Nothing, z.array(CommitteeSummary)),
  'committees.get': query(z.object({ committeeId: Id }), CommitteeSummary),
  'committees.create': command(z.object({ name: Name, municipality: z.string().trim().max(200).default(''), purpose: Text.default('') }), z.object({ committeeId: Id })),
  'committees.update': command(
    z.object({ committeeId: Id, name: Name.optional(), municipality: z.string().trim().max(200).optional(), purpose: Text.optional() }),
    Done,
  ),
  'committees.remove': command(z.object({ committeeId: Id }), Done),
  /** Brings a removed committee back. */
  'committees.restore': command(z.object({ committeeId: Id }), Done),
  /** Makes (or, if it is there, finds) the sample committee of an invented city. */
  'committees.openSample': command(Nothing, z.object({ committeeId: Id })),
} as const;
