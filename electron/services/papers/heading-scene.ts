import type { Entry } from './entries.ts';
import type { Open } from './outline.ts';
import type { SectionKind } from './vocabulary.ts';

/** Where a line stands when it is asked whether it is a heading. */
export type Scene = {
  entries: readonly Entry[];
  at: number;
  /** The headings open above it. */
  stack: readonly Open[];
  /** The last item of each marker since the last heading: sign or family → ordinal. */
  listed: ReadonlyMap<string, number | null>;
};

/** Sections of points: each line is one. */
export const POINTS = new Set<SectionKind>(['viewpoint', 'issue', 'example']);

/** Sections whose numbered lines are their records, so that a number alone makes no heading there. */
export const LISTING = new Set<SectionKind>([...POINTS, 'deliberation_item', 'schedule', 'members', 'agenda']);

/** A heading is a phrase: this long at most, and no sentence. */
export const PHRASE = 60;

/** Shorter behind a sign, and without any mark. */
export const SIGN_PHRASE = 40;
export const BARE_PHRASE = 24;
