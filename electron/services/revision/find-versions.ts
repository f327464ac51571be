import { likeness, nameWithoutVersion, sketchOf } from '../../../db/domain/likeness.ts';
import { sourceSketches } from '../../../db/queries/sources.ts';
import { standingPapers } from '../../../db/queries/versions.ts';
import { AppError } from '../../contract/errors.ts';
import type { ParsedInputOf } from '../../contract/index.ts';
import type { VersionCandidate } from '../../contract/revision.ts';
import type { Context } from '../context.ts';
import { requireRecords } from '../door.ts';

/** Papers this much alike are offered by their text alone… */
const ALIKE = 0.25;
/** …and as the likely one where this much is the same. */
const LIKELY = 0.5;
/** Where the title or the file's name says so too, less of the text must be the same. */
const NAMED_ALIKE = 0.08;
const NAMED_LIKELY = 0.25;
const MOST = 10;

/**
 * The papers that a staged one may be a newer version of, likeliest first: by what the two texts share, and by their
 * titles and file names without 差替, v2, dates and the like. The very same file is no newer version.
 * @throws AppError paper-not-staged, not-found
 */
export function findVersions(context: Context, { sha256, committeeId }: ParsedInputOf<'papers.versions'>): VersionCandidate[] {
  const staged = context.staged.get(sha256);
  if (staged === undefined) throw new AppError('paper-not-staged');
  if (committeeId !== undefined) requireRecords(context, committeeId);
  const { orm } = context.store.connection;
  const papers = standingPapers(orm, committeeId).filter((paper) => paper.sha256 !== sha256);
  const sketches = sourceSketches(orm, [...new Set(papers.map((paper) => paper.sha256))]);
  const sketch = sketchOf(staged.text);
  const names = new Set([staged.fileName, staged.recognised.title ?? ''].map(nameWithoutVersion).filter((name) => name !== ''));
  return papers
    .map(({ sha256: other, ...paper }) => {
      const similarity = likeness(sketch, sketches.get(other) ?? new Uint32Array());
      const isNamedAlike = [paper.fileName, paper.title].some((name) => names.has(nameWithoutVersion(name)));
      return { ...paper, similarity, isNamedAlike, likely: similarity >= (isNamedAlike ? NAMED_LIKELY : LIKELY) };
    })
    .filter(({ similarity, isNamedAlike }) => similarity >= (isNamedAlike ? NAMED_ALIKE : ALIKE))
    .toSorted((a, b) => Number(b.likely) - Number(a.likely) || b.similarity - a.similarity)
    .slice(0, MOST)
    .map(({ isNamedAlike: _named, ...candidate }) => candidate);
}
