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

export function decode(text: string): unknown {
  return JSON.parse(text, (_key, part: unknown) =>
    typeof part === 'string' && part.startsWith(BYTES) ? new Uint8Array(Buffer.from(part.slice(BYTES.length), 'base64')) : part);
}
