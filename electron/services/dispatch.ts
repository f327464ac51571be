import { asStoreError } from '../../db/errors.ts';
import { AppError } from '../contract/errors.ts';
import { operations } from '../contract/index.ts';
import type { OutputOf, Result, WorkerOperation } from '../contract/index.ts';
import type { Caller } from '../worker/protocol.ts';
import type { Context, Handler, Services } from './context.ts';
import { asFailure } from './failure.ts';
import { handlers } from './handlers.ts';

/** Whether a name is one of the operations that the services answer. */
export function isWorkerOperation(name: string): name is WorkerOperation {
  return Object.hasOwn(operations, name) && operations[name as WorkerOperation].host === 'worker';
}

/** Runs one operation: checks the input against the contract, calls its handler, and answers with a value or a refusal. */
export async function dispatch<N extends WorkerOperation>(services: Services, name: N, input: unknown, caller: Caller): Promise<Result<OutputOf<N>>> {
  try {
    if (!isWorkerOperation(name)) throw new AppError('unknown-operation', { name: String(name) });
    const parsed = operations[name].input.parse(input);
    const step = 'step' in parsed ? parsed.step : undefined;
    const context: Context = { ...services, caller, operation: name, ...(step === undefined ? {} : { step }) };
    // The map pairs each name with the handler of its own types; TypeScript cannot follow the pairing through an index.
    const handler = handlers[name] as unknown as Handler<N>;
    return { ok: true, value: await handler(context, parsed as Parameters<Handler<N>>[1]) };
  } catch (error) {
    return asFailure(asStoreError(error, services.store.path));
  }
}
