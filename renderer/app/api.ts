import type { ErrorCode } from '../../electron/contract/errors.ts';
import type { ChangeNotice, InputOf, OperationName, OutputOf, ShingichoApi } from '../../electron/contract/index.ts';
import { messageFor } from '../../electron/contract/messages.ts';
import { currentLanguage } from '../i18n/index.ts';

/** What preload put on the window; absent where the page was opened outside the app. */
// preload.ts is the only one to put it there, and it is written against the same type
export const door = (globalThis as { readonly api?: ShingichoApi }).api;

/** A refusal by the other side of the door; `message` is the sentence to show, in the interface's language. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly detail: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, detail: Readonly<Record<string, string | number>>) {
    super(messageFor(code, detail, currentLanguage()));
    this.name = 'ApiError';
    this.code = code;
    this.detail = detail;
  }
}

/** Asks for an operation of the contract. Resolves to its value; throws ApiError where it is refused. */
export async function invoke<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  if (!door) throw new ApiError('internal', { cause: 'no api' });
  const result = await door.invoke(name, input);
  if (!result.ok) throw new ApiError(result.code, result.detail);
  return result.value;
}

/** Told after every change on disk; gives back what stops it. */
export function onChange(listener: (notice: ChangeNotice) => void): () => void {
  return door?.onChange(listener) ?? (() => {});
}

/** The sentence for anything that was thrown. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  return messageFor('internal', { cause: error instanceof Error ? error.message : String(error) }, currentLanguage());
}
