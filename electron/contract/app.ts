import { z } from 'zod';
import { Id, Nothing, command, inMain, query } from './operation.ts';

export const Preferences = z.object({
  /** Who writes: printed in history beside every change. */
  author: z.string().max(200),
  language: z.enum(['ja', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** The last place of the window: a route of the renderer. */
  place: z.string().max(2000),
  lastCommitteeId: Id.nullable(),
  /** Small things screens remember by themselves: pane widths, folded panes, sort orders, filters. */
  view: z.record(z.string().max(200), z.union([z.string().max(2000), z.number(), z.boolean()])),
});
export type Preferences = z.infer<typeof Preferences>;

export const app = {
  'app.info': inMain(query(Nothing, z.object({ version: z.string(), shell: z.enum(['electron', 'chromium']), storePath: z.string(), platform: z.string() }))),
  'preferences.get': inMain(query(Nothing, Preferences)),
  'preferences.set': inMain(command(Preferences.partial(), Preferences)),
} as const;
