import { strToU8, zipSync } from 'fflate';

/** The first day a zip can name: the same parts always give the same bytes. */
const DAY = new Date(1980, 0, 1);

/**
 * Packs parts into a zip file, deflated, in the order given.
 * @param parts name → UTF-8 text
 */
export function zip(parts: ReadonlyMap<string, string>): Uint8Array {
  return zipSync(Object.fromEntries([...parts].map(([name, text]) => [name, strToU8(text)])), { level: 6, mtime: DAY });
}
