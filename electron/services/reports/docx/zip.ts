import { crc32, deflateRawSync } from 'node:zlib';

const FLAG_UTF8 = 0x0800;
const DEFLATED = 8;
/** 1 January 1980, the first day a zip can name: the same parts always give the same bytes. */
const DAY = 0x0021;

/**
 * Packs parts into a zip file, deflated, in the order given and without a clock: equal parts give equal bytes.
 * @param parts name → UTF-8 text
 */
export function zip(parts: ReadonlyMap<string, string>): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes, { level: 6 });
    const path = Buffer.from(name);
    const head = header(bytes, packed, path);
    files.push(u32(0x04034b50), head, path, packed);
    // Made by version 2.0 on FAT; no comment, disk 0, no attributes.
    directory.push(u32(0x02014b50), u16(20), head, u16(0), u16(0), u16(0), u32(0), u32(offset), path);
    offset += 4 + head.length + path.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = [u32(0x06054b50), u16(0), u16(0), u16(parts.size), u16(parts.size), u32(index.length), u32(offset), u16(0)];
  return Buffer.concat([...files, index, ...end]);
}

/** What a local header and its entry in the directory have in common: from the version needed to the length of extras. */
function header(bytes: Buffer, packed: Buffer, path: Buffer): Buffer {
  return Buffer.concat([
    u16(20), u16(FLAG_UTF8), u16(DEFLATED), u16(0), u16(DAY),
    u32(crc32(bytes)), u32(packed.length), u32(bytes.length), u16(path.length), u16(0),
  ]);
}

function u16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
