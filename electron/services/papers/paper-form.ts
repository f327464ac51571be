import { z } from 'zod';
import { PaperLayout } from '../../contract/papers.ts';
import { SourceRange } from '../../contract/recognised.ts';

/** What is known of a paper's pages besides its text. */
const PaperForm = z.object({ layout: PaperLayout.nullable(), furniture: z.array(SourceRange) });
export type PaperForm = z.infer<typeof PaperForm>;

/** As it is kept with the source paper; null where there is nothing to keep. */
export const formAsText = ({ layout, furniture }: { layout: PaperLayout | null; furniture: readonly SourceRange[] }): string | null =>
  layout === null && furniture.length === 0 ? null : JSON.stringify({ layout, furniture });

/** What was kept; nothing known where nothing was. */
export const formFromText = (text: string | null | undefined): PaperForm =>
  text === null || text === undefined ? { layout: null, furniture: [] } : PaperForm.parse(JSON.parse(text));
