import type { InputOf, OperationName, OutputOf } from '../../electron/contract/index.ts';
import type { RunningApp } from './harness.ts';

/** What the app answers its own page. @throws Error where it refuses */
export async function ask<N extends OperationName>(app: RunningApp, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const result = await app.invoke(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.code}`);
  return result.value;
}
