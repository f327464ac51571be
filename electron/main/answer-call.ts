import { operations } from '../contract/index.ts';
import type { Failure, MainOperation, OperationName, OutputOf, ParsedInputOf, Result, WorkerOperation } from '../contract/index.ts';
import { AppError } from '../contract/errors.ts';
import { isAppPage } from './app-url.ts';

/** The frame a call came from; null where it is gone already. */
export type Sender = { url: string; isMainFrame: boolean } | null;

export type MainHandlers = { [N in MainOperation]: (input: ParsedInputOf<N>) => OutputOf<N> | Promise<OutputOf<N>> };

export type Hosts = {
  main: MainHandlers;
  /** Refuses, with the reason, a call that the contract allows but this session does not; null lets it pass. */
  refuse: (name: OperationName, input: unknown) => Failure | null;
  worker: (name: WorkerOperation, input: unknown) => Promise<Result<unknown>>;
};

const failure = (code: Failure['code'], detail: Failure['detail'] = {}): Failure => ({ ok: false, code, detail });
const isOperationName = (name: unknown): name is OperationName => typeof name === 'string' && Object.hasOwn(operations, name);
const isMainOperation = (name: OperationName): name is MainOperation => operations[name].host === 'main';

/**
 * Answers one call of the page: sender, then name, then input are checked before any handler sees them.
 * Never rejects: an AppError keeps its code and detail, anything else is `internal` with its one-line cause.
 */
export async function answerCall(sender: Sender, name: unknown, input: unknown, hosts: Hosts): Promise<Result<unknown>> {
  if (!sender?.isMainFrame || !isAppPage(sender.url)) return failure('forbidden-sender');
  if (!isOperationName(name)) return failure('unknown-operation', { name: String(name).slice(0, 100) });
  const parsed = operations[name].input.safeParse(input);
  if (!parsed.success) return failure('bad-input', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  try {
    const refusal = hosts.refuse(name, parsed.data);
    if (refusal) return refusal;
    if (!isMainOperation(name)) return await hosts.worker(name, parsed.data);
    // The input was parsed by this very operation's schema; the map cannot express that per entry.
    const handler = hosts.main[name] as (input: unknown) => unknown;
    return { ok: true, value: await handler(parsed.data) };
  } catch (error) {
    return toFailure(error);
  }
}

export function toFailure(error: unknown): Failure {
  if (error instanceof AppError) return failure(error.code, error.detail);
  const cause = error instanceof Error ? error.message : String(error);
  return failure('internal', { cause: cause.split('\n')[0] ?? '' });
}
