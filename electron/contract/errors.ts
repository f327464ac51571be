/**
 * Every way an operation can be refused. The sentence a person reads for each stands in messages.ts,
 * so that the app and the command line say the same.
 */
export const ERROR_CODES = [
  // the call itself
  'bad-input', 'unknown-operation', 'forbidden-sender', 'internal',
  // records
  'not-found', 'nothing-to-undo', 'nothing-to-redo', 'invalid-date', 'committee-name-taken',
  // papers
  'paper-empty', 'paper-binary', 'paper-too-large', 'paper-unknown-format', 'paper-unreadable-encoding',
  'paper-nothing-recognised', 'paper-not-staged', 'paper-damaged', 'paper-protected', 'paper-unpacks-too-large', 'paper-only-pictures',
  'paper-old-format', 'paper-too-intricate', 'no-such-paper', 'paper-too-slow', 'paper-reader-failed', 'paper-reading-stopped',
  // files
  'file-not-found', 'file-not-readable', 'file-not-writable', 'disk-full', 'unknown-export-format',
  // the store
  'store-locked', 'store-newer', 'store-damaged', 'store-no-backup', 'store-not-writable', 'store-migration-failed',
  // reports
  'print-unavailable', 'print-failed', 'nothing-to-report', 'committee-ambiguous',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A refusal meant for the user: a code, and the facts its sentence needs (a file name, a size, a field). */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, detail: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }
}
