import type { Reason, Store } from '../../db/dossier/store.ts';
import type { OutputOf, ParsedInputOf, Result, WorkerOperation } from '../contract/index.ts';
import type { PaperReader } from './papers/paper-reader.ts';
import type { StagedPapers } from './papers/staged-papers.ts';
import type { Caller } from '../worker/protocol.ts';

/** What every service works with; the app and the command line make one each. */
export type Services = {
  readonly store: Store;
  /** Reads papers away from this thread. */
  readonly reader: PaperReader;
  /** Papers that were read but not yet accepted. */
  readonly staged: StagedPapers;
  readonly now: () => Date;
  /** Prints a self-contained page to PDF. */
  readonly print: (html: string) => Promise<Result<Uint8Array>>;
};

/** One call: the services, who asks, and which operation runs (the reason that history shows). */
export type Context = Services & {
  readonly caller: Caller;
  readonly operation: WorkerOperation;
  /** Set where the call makes more than one change, so that one undo takes them all back. */
  readonly step?: string;
};

export type Handler<N extends WorkerOperation> = (context: Context, input: ParsedInputOf<N>) => OutputOf<N> | Promise<OutputOf<N>>;
export type Handlers = { readonly [N in WorkerOperation]: Handler<N> };

/** Who and why, for the store's door. */
export const whyOf = (context: Context): Reason => ({
  ...context.caller, reason: context.operation, ...(context.step === undefined ? {} : { step: context.step }),
});
