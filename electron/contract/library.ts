import { z } from 'zod';
import { PAPER_KINDS, POINT_KINDS } from '../../db/domain/words.ts';
import { Id, Nothing, Step, command, query } from './operation.ts';

/** A paper of another city in the library. */
export const LibraryPaper = z.object({
  id: Id,
  sha256: z.string(),
  title: z.string(),
  label: z.string(),
  fileName: z.string(),
  kind: z.enum(PAPER_KINDS),
  /** The city whose paper it is; empty where it is not known. */
  municipality: z.string(),
  importedAt: z.string(),
  characters: z.number().int(),
  /** How many points of it can be cited. */
  points: z.number().int(),
  /** The newer version that took its place. */
  replacedBy: Id.nullable(),
});
export type LibraryPaper = z.infer<typeof LibraryPaper>;

/** Something another city does, says or struggles with, that a committee can cite. */
export const LibraryExample = z.object({
  id: Id,
  kind: z.enum(POINT_KINDS),
  text: z.string(),
  /** The cities it names, or the city whose paper it stands in. */
  cities: z.array(z.string()),
  paperId: Id.nullable(),
  paperTitle: z.string(),
  municipality: z.string(),
  /** The example that the committee asked for has of it already. */
  citedAs: Id.nullable(),
});
export type LibraryExample = z.infer<typeof LibraryExample>;

/**
 * The library of other cities' papers (事例集): a dossier of the id LIBRARY_ID, which `papers.text`, `papers.replace`,
 * `points.update` and history take as any committee's. It is not on the shelf.
 */
export const library = {
  'library.get': query(Nothing, z.object({ committeeId: Id, name: z.string(), papers: z.number().int(), points: z.number().int(), cities: z.number().int() })),
  'library.papers': query(Nothing, z.array(LibraryPaper)),
  /** Points of the library that contain every word of `text` (in the words, the cities or the paper's title); all where it is empty. */
  'library.examples': query(
    z.object({ text: z.string().max(200).default(''), committeeId: Id.optional(), paperId: Id.optional(), limit: z.number().int().min(1).max(500).default(50) }),
    z.object({ examples: z.array(LibraryExample), more: z.boolean() }),
  ),
  /**
   * Makes examples of the committee of points of the library, each with its text, cities and the line it stands on. A
   * point cited before is not doubled: its example is given. @returns the committee's examples, in the order asked for
   */
  'library.cite': command(
    z.object({ committeeId: Id, pointIds: z.array(Id).min(1).max(500), itemId: Id.nullable(), step: Step }),
    z.object({ ids: z.array(Id) }),
  ),
} as const;
