import { crc32, deflateSync, inflateSync } from 'node:zlib';

/**
 * The same picture in fewer bytes: screens are flat areas and repeated letters, which compress best unfiltered.
 * Takes and gives an RGB PNG of 8 bits a channel without interlacing, which is what Chromium writes.
 */
export function repackPng(png: Buffer): Buffer {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (!header || header.readUInt16BE(8) !== 0x08_02) throw new Error('not an 8-bit RGB PNG');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = unfilter(inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))), width * 3, height);
  return Buffer.concat([png.subarray(0, 8), chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

type Chunk = { type: string; data: Buffer };

function chunksOf(png: Buffer): Chunk[] {
  const found: Chunk[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    found.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return found;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Undoes the filter of every row (PNG specification, 9.2) and marks it as unfiltered; `stride` is a row's bytes. */
function unfilter(filtered: Buffer, stride: number, height: number): Buffer {
  const rows = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1) + 1;
    const filter = filtered[start - 1];
    for (let x = 0; x < stride; x++) {
      const left = x < 3 ? 0 : (rows[start + x - 3] ?? 0);
      const up = y === 0 ? 0 : (rows[start + x - stride - 1] ?? 0);
      const corner = x < 3 || y === 0 ? 0 : (rows[start + x - stride - 4] ?? 0);
      const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : filter === 4 ? paeth(left, up, corner) : 0;
      rows[start + x] = (filtered[start + x] ?? 0) + guess;
    }
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [number, number, number]; // as many as went in
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
