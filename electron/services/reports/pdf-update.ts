import { AppError } from '../../contract/errors.ts';

/**
 * A PDF as Chromium writes it (Skia's writer: one cross-reference table, no object streams), and changes appended to it
 * as an incremental update (ISO 32000-1, 7.5.6). Only the objects asked for are read: a print of a hundred pages has
 * ten thousand, and reading them all would take as long as printing did.
 */
export class PdfUpdate {
  private readonly printed: Buffer;
  private readonly offsets: number[];
  private readonly tableAt: number;
  private readonly trailer: string;
  private readonly written = new Map<number, Buffer>();
  private next: number;

  /** @throws AppError print-failed for what is no PDF of that form. */
  constructor(bytes: Uint8Array) {
    this.printed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const tail = this.printed.toString('latin1', Math.max(0, this.printed.length - 64));
    this.tableAt = Number(captured(/startxref\s+(\d+)\s+%%EOF/, tail));
    const head = this.printed.toString('latin1', this.tableAt, this.tableAt + 32);
    const count = Number(captured(/^xref\s+0 (\d+)\s/, head));
    // Entries are twenty bytes each: offset, generation, n or f.
    const entries = this.tableAt + head.indexOf(`${count}`) + `${count}`.length + 1;
    this.offsets = Array.from({ length: count }, (_, i) => Number(this.printed.toString('latin1', entries + 20 * i, entries + 20 * i + 10)));
    this.trailer = captured(/trailer\s*<<([\s\S]*?)>>\s*startxref/, this.printed.toString('latin1', entries + 20 * count));
    this.next = count;
  }

  /** The number of the document's catalog. */
  get root(): number {
    return Number(captured(/\/Root (\d+) 0 R/, this.trailer));
  }

  /** An object's text: for dictionaries, not for streams. */
  read(number: number): string {
    const start = this.offsets[number] ?? 0;
    return this.printed.toString('latin1', start, this.printed.indexOf('endobj', start)).replace(/^\d+ 0 obj\s*/, '').trimEnd();
  }

  /** Adds an object and gives its number. */
  add(object: string | Buffer): number {
    const number = this.next;
    this.next += 1;
    this.replace(number, object);
    return number;
  }

  /** Adds a stream; `entries` are those of its dictionary besides the length. */
  addStream(data: Buffer, entries = ''): number {
    return this.add(Buffer.concat([Buffer.from(`<<${entries}/Length ${data.length}>>\nstream\n`), data, Buffer.from('\nendstream')]));
  }

  /** Puts a new object in the place of that number. */
  replace(number: number, object: string | Buffer): void {
    this.written.set(number, typeof object === 'string' ? Buffer.from(object, 'latin1') : object);
  }

  /** The whole file: what was printed, and after it the changes. */
  save(): Uint8Array {
    const parts: Buffer[] = [this.printed];
    const table: string[] = [];
    let offset = this.printed.length;
    for (const [number, object] of this.written) {
      const bytes = Buffer.concat([Buffer.from(`\n${number} 0 obj\n`), object, Buffer.from('\nendobj')]);
      table.push(`${number} 1\n${String(offset + 1).padStart(10, '0')} 00000 n \n`);
      parts.push(bytes);
      offset += bytes.length;
    }
    const trailer = this.trailer.replace(/\/Size \d+/, `/Size ${this.next}`);
    parts.push(Buffer.from(`\nxref\n${table.join('')}trailer\n<<${trailer}\n/Prev ${this.tableAt}>>\nstartxref\n${offset + 1}\n%%EOF\n`, 'latin1'));
    return Buffer.concat(parts);
  }
}

/** The first group of a pattern that must match. @throws AppError print-failed */
export function captured(pattern: RegExp, text: string): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new AppError('print-failed', { cause: `no ${pattern.source}` });
  return found;
}
