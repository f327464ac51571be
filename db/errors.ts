/** Why a store could not be opened or written; services turn it into the sentence a person reads. */
export const STORE_FAULTS = ['store-locked', 'store-newer', 'store-damaged', 'store-not-writable', 'store-migration-failed', 'disk-full'] as const;
export type StoreFault = (typeof STORE_FAULTS)[number];

export class StoreError extends Error {
  readonly fault: StoreFault;
  readonly file: string;

  constructor(fault: StoreFault, file: string, options?: ErrorOptions) {
    super(`${fault}: ${file}`, options);
    this.name = 'StoreError';
    this.fault = fault;
    this.file = file;
  }
}

const FAULT_OF_CODE: [prefix: string, fault: StoreFault][] = [
  ['SQLITE_BUSY', 'store-locked'],
  ['SQLITE_LOCKED', 'store-locked'],
  ['SQLITE_NOTADB', 'store-damaged'],
  ['SQLITE_CORRUPT', 'store-damaged'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'store-not-writable'],
  ['SQLITE_CANTOPEN', 'store-not-writable'],
  ['SQLITE_PERM', 'store-not-writable'],
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EACCES', 'store-not-writable'],
  ['EPERM', 'store-not-writable'],
  ['EROFS', 'store-not-writable'],
  ['ENOTDIR', 'store-not-writable'],
  ['EEXIST', 'store-not-writable'],
];

/** The StoreError an error of SQLite or the file system stands for, or the error itself where it is none of ours to explain. */
export function asStoreError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  const fault = FAULT_OF_CODE.find(([prefix]) => code.startsWith(prefix))?.[1];
  return fault === undefined ? error : new StoreError(fault, file, { cause: error });
}
