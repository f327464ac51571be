import { crc32, inflateRawSync } from 'node:zlib';
import { AppError } from '../../../contract/errors.ts';

/** The largest part of an Office file that is unpacked, and all of them together, in bytes. Pictures are never unpacked. */
export const PART_LIMIT = 64 * 1024 * 1024;
export const UNPACKED_LIMIT = 128 * 1024 * 1024;
/** A file of ten thousand pictures is within; one of a million empty parts is not. */
const MOST_PARTS = 20_000;

export type Zip = {
  /** The names of the parts as written, but for a writer's backslashes. */
  names: ReadonlySet<string>;
  /** Unpacks one part, in capitals or not; undefined where there is none of that name. @throws AppError paper-damaged, paper-protected, paper-unpacks-too-large */
  read(name: string): Uint8Array | undefined;
};

/** What the directory at the end of the file says of a part; `at` is where its own header stands. */
type Entry = { name: string; isEncrypted: boolean; method: number; crc: number; packed: number; size: number; at: number };

const END = { signature: 0x06054b50, length: 22, longestComment: 0xffff };
const END_64 = { locator: 0x07064b50, locatorLength: 20, signature: 0x06064b50 };
const DIRECTORY = { signature: 0x02014b50, length: 46 };
const LOCAL = { signature: 0x04034b50, length: 30 };
const STORED = 0;
const DEFLATED = 8;
/** In the 32-bit fields of ZIP64: the number stands in the extra field. */
const ELSEWHERE = 0xffffffff;

/**
 * Opens a ZIP file, which .docx and .xlsx are (APPNOTE.TXT 6.3), unpacking nothing yet. What a part says of its size is
 * never trusted: unpacking ends at the limits, and at the part's check sum.
 * @param file names the file in a refusal.
 * @throws AppError paper-damaged, paper-unpacks-too-large
 */
export function openZip(file: string, bytes: Uint8Array): Zip {
  const entries = new Map<string, Entry>();
  damagedIfThrown(file, () => {
    for (const entry of readDirectory(bytes)) {
      entries.set(keyOf(entry.name), entry);
      if (entries.size > MOST_PARTS) throw new AppError('paper-unpacks-too-large', { file });
    }
  });
  let unpacked = 0;
  return {
    names: new Set([...entries.values()].map(({ name }) => name)),
    read(name) {
      const entry = entries.get(keyOf(name));
      if (entry === undefined) return undefined;
      if (entry.isEncrypted) throw new AppError('paper-protected', { file });
      const room = Math.min(PART_LIMIT, UNPACKED_LIMIT - unpacked);
      if (entry.size > room) throw new AppError('paper-unpacks-too-large', { file });
      const part = damagedIfThrown(file, () => unpack(bytes, entry));
      unpacked += part.length;
      return part;
    },
  };
}

const keyOf = (name: string) => name.toLowerCase();
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Every part that the directory lists, in its order. @throws RangeError, TypeError, Error where the file is no sound ZIP */
function* readDirectory(bytes: Uint8Array): Generator<Entry> {
  const view = viewOf(bytes);
  let { count, at } = findDirectory(view);
  for (; count > 0; count -= 1) {
    if (view.getUint32(at, true) !== DIRECTORY.signature) throw new Error('no directory');
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const name = at + DIRECTORY.length;
    const flags = view.getUint16(at + 8, true);
    const [size, packed, own] = withLargeNumbers(view, name + nameLength, extraLength, [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]);
    yield {
      name: new TextDecoder().decode(bytes.subarray(name, name + nameLength)).replaceAll('\\', '/'),
      isEncrypted: (flags & 1) === 1, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packed, size, at: own,
    };
    at = name + nameLength + extraLength + commentLength;
  }
}

function findDirectory(view: DataView): { count: number; at: number } {
  const first = Math.max(0, view.byteLength - END.length - END.longestComment);
  for (let end = view.byteLength - END.length; end >= first; end -= 1) {
    if (view.getUint32(end, true) !== END.signature) continue;
    const locator = end - END_64.locatorLength;
    if (locator >= 0 && view.getUint32(locator, true) === END_64.locator) {
      const end64 = Number(view.getBigUint64(locator + 8, true));
      if (view.getUint32(end64, true) === END_64.signature) return { count: Number(view.getBigUint64(end64 + 32, true)), at: Number(view.getBigUint64(end64 + 48, true)) };
    }
    return { count: view.getUint16(end + 10, true), at: view.getUint32(end + 16, true) };
  }
  throw new Error('no end of directory');
}

/** Takes those of three numbers that 32 bits could not hold from the part's extra field 0x0001, where they stand in this order. */
function withLargeNumbers(view: DataView, start: number, length: number, numbers: [number, number, number]): [number, number, number] {
  if (!numbers.includes(ELSEWHERE)) return numbers;
  let at = start;
  while (at < start + length && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  at += 4;
  const next = () => Number(view.getBigUint64((at += 8) - 8, true));
  const [size, packed, own] = numbers;
  return [size === ELSEWHERE ? next() : size, packed === ELSEWHERE ? next() : packed, own === ELSEWHERE ? next() : own];
}

function unpack(bytes: Uint8Array, { method, crc, packed, size, at }: Entry): Uint8Array {
  const view = viewOf(bytes);
  if (view.getUint32(at, true) !== LOCAL.signature) throw new Error('no part here');
  const start = at + LOCAL.length + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length < packed) throw new Error('the part is cut off');
  if (method !== STORED && method !== DEFLATED) throw new Error(`packed by method ${method}`);
  // One byte of room more than the part says it needs: one that is larger is damaged, or lies.
  const part = method === STORED ? data : inflateRawSync(data, { maxOutputLength: size + 1, chunkSize: Math.max(size + 1, 64) });
  if (part.length !== size || crc32(part) !== crc) throw new Error('the check sum is another');
  return part;
}

function damagedIfThrown<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('paper-damaged', { file }, { cause: error });
  }
}
