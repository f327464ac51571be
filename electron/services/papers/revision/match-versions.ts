import { squeeze } from '../../../../db/domain/squeeze.ts';
import type { SourceRange } from '../../../contract/recognised.ts';
import type { Progress } from '../files/paper-text.ts';
import { alignTexts } from './align-texts.ts';
import { matchRecords } from './match-records.ts';
import type { Match, Placed } from './match-records.ts';

type Version = { text: string; furniture: readonly SourceRange[] };

/** Two versions of a paper and what stands in them. */
export type Versions = {
  was: Version;
  is: Version;
  /** What stands in the old one: each is paired with a row of the new one, or at least with its place. */
  old: readonly Placed[];
  rows: readonly Placed[];
  /** Stretches of the old one of which only the place is wanted. */
  places: readonly Placed[];
};

/** What became of each of `old`, and where each of `places` stands that is still there; by their ids. */
export type VersionMatches = { matches: Map<string, Match>; placeOf: Map<string, SourceRange> };

/** Finds what became of everything that stands in the old version of a paper. */
export function matchVersions({ was, is, old, rows, places }: Versions, progress: Progress = () => {}): VersionMatches {
  const step = (done: number) => () => progress(done, 3);
  const from = squeeze(was.text, was.furniture);
  step(0)();
  const to = squeeze(is.text, is.furniture);
  const aligned = alignTexts(from.text, to.text, step(1));
  const matches = matchRecords(old, rows, from, to, aligned, step(2));
  const found = matchRecords(places, [], from, to, aligned, step(2));
  return { matches, placeOf: new Map([...found].flatMap(([id, { range }]) => (range === null ? [] : [[id, range]]))) };
}
