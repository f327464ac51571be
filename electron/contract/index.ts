import type { z } from 'zod';
import { app } from './app.ts';
import { board } from './board.ts';
import { committees } from './committees.ts';
import { drafts } from './drafts.ts';
import type { ErrorCode } from './errors.ts';
import { excerpts } from './excerpts.ts';
import { history } from './history.ts';
import { library } from './library.ts';
import { meetings } from './meetings.ts';
import type { Operation } from './operation.ts';
import { papers } from './papers.ts';
import { reports } from './reports.ts';
import { revision } from './revision.ts';
import { search } from './search.ts';

/** Every query and command the page may ask for, by name: the one map that preload, main, worker and renderer share. */
export const operations = {
  ...app,
  ...committees,
  ...papers,
  ...revision,
  ...library,
  ...board,
  ...excerpts,
  ...meetings,
  ...drafts,
  ...reports,
  ...search,
  ...history,
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
export type NamesOf<K extends { kind?: string; host?: string }> = {
  [N in OperationName]: (typeof operations)[N] extends K ? N : never;
}[OperationName];
export type CommandName = NamesOf<{ kind: 'command' }>;
export type QueryName = NamesOf<{ kind: 'query' }>;
export type WorkerOperation = NamesOf<{ host: 'worker' }>;
export type MainOperation = NamesOf<{ host: 'main' }>;

/** What a caller sends (defaults may be left out) and what a handler receives (defaults filled in). */
export type InputOf<N extends OperationName> = z.input<(typeof operations)[N]['input']>;
export type ParsedInputOf<N extends OperationName> = z.output<(typeof operations)[N]['input']>;
export type OutputOf<N extends OperationName> = z.output<(typeof operations)[N]['output']>;

export type Failure = { ok: false; code: ErrorCode; detail: Readonly<Record<string, string | number>> };
export type Result<T> = { ok: true; value: T } | Failure;

/** Told to every window after a change is on disk: which tables and records to read again. */
export type ChangeNotice = {
  committeeId: string | null;
  tables: string[];
  ids: string[];
  /** The operation that caused it. */
  origin: OperationName;
};

/** What preload puts on `window.api`, and nothing else. */
export type ShingichoApi = {
  invoke<N extends OperationName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>>;
  onChange(listener: (notice: ChangeNotice) => void): () => void;
};
