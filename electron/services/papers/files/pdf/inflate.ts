import { brotliDecompressSync, inflateSync } from 'node:zlib';

/** The most that one stream of a PDF is unpacked to here; PDF.js's own slower way takes what is larger or damaged. */
const LIMIT = 64 * 1024 * 1024;

/**
 * Unpacks at once what PDF.js asks to be unpacked by the platform, as far as it uses that (write, close, read): Node's
 * DecompressionStream hands each small stream to another thread and back, which is a third of the time a page takes.
 */
class DecompressionAtOnce {
  readonly writable: { getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> } };
  readonly readable: { getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }> } };

  constructor(format: string) {
    const unpack = format === 'brotli' ? brotliDecompressSync : inflateSync;
    let packed: Uint8Array | null = null;
    this.writable = { getWriter: () => ({
      write: async (bytes) => { packed = bytes; },
      close: async () => {},
    }) };
    this.readable = { getReader: () => ({
      read: async () => {
        if (packed === null) return { done: true };
        const value = unpack(packed, { maxOutputLength: LIMIT });
        packed = null;
        return { done: false, value };
      },
    }) };
  }
}

/** Puts it in the place of the platform's own. @returns what puts that back */
export function decompressAtOnce(): () => void {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'DecompressionStream');
  Object.defineProperty(globalThis, 'DecompressionStream', { value: DecompressionAtOnce, configurable: true, writable: true });
  return () => { if (own) Object.defineProperty(globalThis, 'DecompressionStream', own); };
}
