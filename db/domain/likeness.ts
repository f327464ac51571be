import { squeeze } from './squeeze.ts';

/** Characters a shingle has: long enough that two papers of one subject share few by chance. */
const SHINGLE = 7;
/** Shingles a sketch keeps: the error of an estimate is about 1/√256, some 6 points of a hundred. */
const KEPT = 256;

/**
 * A paper's sketch, by which papers alike are found without reading them all: the lowest 256 hashes of its shingles
 * (bottom-k MinHash; Broder 1997). Line ends, dress and page numbers are not in it.
 */
export function sketchOf(text: string): Uint32Array {
  const { text: plain } = squeeze(text);
  const hashes = new Uint32Array(Math.max(plain.length - SHINGLE + 1, 0));
  for (let at = 0; at < hashes.length; at++) hashes[at] = hashAt(plain, at);
  return Uint32Array.from(new Set(hashes.sort().filter((hash, i) => i === 0 || hash !== hashes[i - 1]).subarray(0, KEPT)));
}

/** FNV-1a, with the bits mixed once more so that low hashes are no particular characters'. */
function hashAt(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + SHINGLE; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** How much of two papers is the same, 0–1: the share of all their shingles that both have, read off their sketches. */
export function likeness(one: Uint32Array, other: Uint32Array): number {
  const most = Math.min(KEPT, Math.max(one.length, other.length));
  if (one.length === 0 || other.length === 0) return 0;
  let [i, j, taken, common] = [0, 0, 0, 0];
  while (taken < most && (i < one.length || j < other.length)) {
    const [a, b] = [one[i] ?? Infinity, other[j] ?? Infinity];
    if (a === b) common += 1;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
    taken += 1;
  }
  return common / taken;
}

/** A sketch as bytes (little-endian), and back. */
export const sketchBytes = (sketch: Uint32Array): Uint8Array => {
  const bytes = new DataView(new ArrayBuffer(sketch.length * 4));
  sketch.forEach((hash, i) => bytes.setUint32(i * 4, hash, true));
  return new Uint8Array(bytes.buffer);
};
export function sketchFrom(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: Math.floor(bytes.byteLength / 4) }, (_, i) => view.getUint32(i * 4, true));
}

/** What names a newer version: 差替, 修正版, v2, a date, the (1) of a second download. After NFKC, so brackets are narrow. */
const REVISED = [
  /差し?替え?後?|修正(?:版|後)?|改訂?版|訂正(?:版)?|最新版?|最終版|確定版|更新版|新版/g,
  /[_\-\s]v(?:er)?\.?\s?[0-9][0-9.]*|[_\-\s]r(?:ev)?\.?[0-9]+/gi,
  /[_\-\s(]?(?:20)?[0-9]{2}[01][0-9][0-3][0-9]\)?$|\([0-9]+\)$/g,
] as const;

/** A file's name or a title without what a newer version adds to it: 資料2（差替）.docx, 資料2_v2.pdf and 資料2.md are 資料2. */
export function nameWithoutVersion(name: string): string {
  const base = name.normalize('NFKC').replace(/\.[a-z0-9]{1,5}$/i, '').replace(/のコピー|コピー/g, '');
  return REVISED.reduce((rest, pattern) => rest.replace(pattern, ''), base).replaceAll(/[\s_\-()[\]【】「」・、]+/g, '').toLowerCase();
}
