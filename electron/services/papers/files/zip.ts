import { unzipSync } from 'fflate';
import { AppError } from '../../../contract/errors.ts';

/** The largest part of an Office file that is unpacked, and all of them together, in bytes. Pictures are never unpacked. */
export const PART_LIMIT = 64 * 1024 * 1024;
export const UNPACKED_LIMIT = 128 * 1024 * 1024;

export type Zip = {
  names: ReadonlySet<string>;
  /** Unpacks one part; undefined where there is none of that name. @throws AppError paper-damaged, paper-unpacks-too-large */
  read(name: string): Uint8Array | undefined;
};

/**
 * Opens a ZIP file, which .docx and .xlsx are, unpacking nothing yet. What a part says of its size is never trusted: it
 * gets a buffer of just that size, and no more than the limits.
 * @param fileName names the file in a refusal.
 * @throws AppError paper-damaged
 */
export function openZip(fileName: string, bytes: Uint8Array): Zip {
  const sizes = new Map<string, number>();
  damagedIfThrown(fileName, () => unzipSync(bytes, { filter: ({ name, originalSize }) => {
    sizes.set(name, originalSize);
    return false;
  } }));
  let unpacked = 0;
  return {
    names: new Set(sizes.keys()),
    read(name) {
      const size = sizes.get(name);
      if (size === undefined) return undefined;
      unpacked += size;
      if (size > PART_LIMIT || unpacked > UNPACKED_LIMIT) throw new AppError('paper-unpacks-too-large', { file: fileName });
      return damagedIfThrown(fileName, () => unzipSync(bytes, { filter: (part) => part.name === name }))[name];
    },
  };
}

function damagedIfThrown<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new AppError('paper-damaged', { file }, { cause: error });
  }
}
