/**
 * Messages between page and main as one string: JSON with Uint8Array as base64. Playwright's own serialiser carries
 * typed arrays too, but takes seconds for a paper of 20 MB.
 */
export const BYTES = '\u0000bytes:';

export function encode(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (!(part instanceof Uint8Array)) return part;
    return BYTES + Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('base64');
  });
}

const WRITTEN_BYTES = JSON.stringify(BYTES).slice(1, -1);

export function decode(text: string): unknown {
  // a reviver costs more than the parsing: most messages have no bytes
  if (!text.includes(WRITTEN_BYTES)) return JSON.parse(text);
  return JSON.parse(text, (_key, part: unknown) =>
    typeof part === 'string' && part.startsWith(BYTES) ? new Uint8Array(Buffer.from(part.slice(BYTES.length), 'base64')) : part);
}
