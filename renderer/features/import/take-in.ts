import type { AcceptedContent } from '../../../electron/contract/papers.ts';
import { acceptedOthers, acceptedRows, type Existing, type ExistingItem } from '../../../electron/contract/preview/accepted-rows.ts';
import type { Preview } from '../../../electron/contract/preview/preview.ts';

/** What of a preview goes into a committee that has this already. */
export function contentFor(preview: Preview, existing: Existing, items: readonly ExistingItem[] = []): AcceptedContent {
  return { rows: acceptedRows(preview.rows, items), ...acceptedOthers(preview, existing) };
}

/** How many meetings and members of the paper the committee has already. */
export const tiedIn = ({ meetings, members }: AcceptedContent): number => [...meetings, ...members].filter(({ existing }) => existing !== null && existing !== undefined).length;
