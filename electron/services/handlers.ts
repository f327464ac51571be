import type { Handlers } from './context.ts';
import { boardHandlers } from './board.ts';
import { committeeHandlers } from './committees.ts';
import { draftHandlers } from './drafts.ts';
import { excerptHandlers } from './excerpts.ts';
import { figureHandlers } from './figures.ts';
import { historyHandlers } from './history.ts';
import { libraryHandlers } from './library.ts';
import { meetingHandlers } from './meetings.ts';
import { paperHandlers } from './papers.ts';
import { reportHandlers } from './reports.ts';
import { revisionHandlers } from './revision.ts';
import { searchHandlers } from './search.ts';

/** Who answers each operation that the worker hosts. */
export const handlers: Handlers = {
  ...committeeHandlers,
  ...paperHandlers,
  ...revisionHandlers,
  ...libraryHandlers,
  ...boardHandlers,
  ...excerptHandlers,
  ...figureHandlers,
  ...meetingHandlers,
  ...draftHandlers,
  ...reportHandlers,
  ...searchHandlers,
  ...historyHandlers,
};
