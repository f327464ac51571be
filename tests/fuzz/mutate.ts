import { strFromU8, unzipSync } from 'fflate';
import { zipped } from '../support/made-files.ts';

export type Random = () => number;

const below = (random: Random, end: number): number => Math.floor(random() * end);
const pick = <T>(random: Random, list: readonly T[]): T | undefined => list[below(random, list.length)];

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const joined = (...pieces: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));

/** Two places in the bytes, at most a tenth of them apart. */
function stretch(bytes: Uint8Array, random: Random): [start: number, end: number] {
  const start = below(random, bytes.length);
  return [start, Math.min(bytes.length, start + 1 + below(random, Math.ceil(bytes.length / 10)))];
}

function withBytes(bytes: Uint8Array, random: Random, change: (byte: number) => number): Uint8Array {
  const copy = bytes.slice();
  for (let left = 1 + below(random, 20); left > 0; left -= 1) {
    const at = below(random, copy.length);
    copy[at] = change(copy[at] ?? 0);
  }
  return copy;
}

const MUTATIONS: Record<string, Mutation> = {
  'bits turned': (bytes, random) => withBytes(bytes, random, (byte) => byte ^ (1 << below(random, 8))),
  'bytes set': (bytes, random) => withBytes(bytes, random, () => pick(random, [0, 9, 10, 0x20, 0x22, 0x28, 0x3c, 0x3e, 0x5b, 0x7c, 0x80, 0xff]) ?? 0),
  'cut off': (bytes, random) => bytes.slice(0, below(random, bytes.length)),
  'a stretch taken out': (bytes, random) => {
    const [start, end] = stretch(bytes, random);
    return joined(bytes.subarray(0, start), bytes.subarray(end));
  },
  'a stretch repeated': (bytes, random) => {
    const [start, end] = stretch(bytes, random);
    return joined(bytes.subarray(0, end), ...Array.from({ length: 1 + below(random, 50) }, () => bytes.subarray(start, end)), bytes.subarray(end));
  },
  'two stretches changed over': (bytes, random) => {
    const [a, b] = stretch(bytes, random);
    const [c, d] = stretch(bytes.subarray(b), random);
    return joined(bytes.subarray(0, a), bytes.subarray(b + c, b + d), bytes.subarray(b, b + c), bytes.subarray(a, b), bytes.subarray(b + d));
  },
  'noise put in': (bytes, random) => {
    const at = below(random, bytes.length);
    return joined(bytes.subarray(0, at), Uint8Array.from({ length: below(random, 400) }, () => below(random, 256)), bytes.subarray(at));
  },
  'a stretch of another file put in': (bytes, random, other) => {
    const at = below(random, bytes.length);
    return joined(bytes.subarray(0, at), other.subarray(...stretch(other, random)), bytes.subarray(at));
  },
  'numbers changed': (bytes, random) => {
    const wild = () => String(pick(random, [0, 1, -1, 2, 7, 255, 65_536, 1_000_000, 2_147_483_647, 4_294_967_296, 1e21]));
    return new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replace(/\d+/g, (number) => (random() < 0.02 ? wild() : number)), 'latin1'));
  },
};

/** What is done to the XML inside an Office file: its tags are moved about, so that it is well-formed more often. */
const XML_MUTATIONS: Record<string, (xml: string, random: Random) => string> = {
  'tags taken out': (xml, random) => xml.replace(/<[^>]*>/g, (tag) => (random() < 0.01 ? '' : tag)),
  'elements taken out': (xml, random) => xml.replace(/<(\w+:?\w*)\b[^>]*>[^<]*<\/\1>|<[^>]*\/>/g, (element) => (random() < 0.1 ? '' : element)),
  'elements repeated': (xml, random) => xml.replace(/<(\w+:?\w*)\b[^>]*>[^<]*<\/\1>|<[^>]*\/>/g, (element) => (random() < 0.05 ? element.repeat(1 + below(random, 30)) : element)),
  'values changed': (xml, random) => xml.replace(/="[^"]*"/g, (value) => (random() < 0.03 ? `="${pick(random, ['', '-1', '0', '99999999999', 'rId1', '../..', 'A1:XFD1048576', 'あ', '&#10;', '1e9']) ?? ''}"` : value)),
  'texts changed': (xml, random) => xml.replace(/>[^<]+</g, (text) => (random() < 0.1 ? `>${pick(random, ['', '（', '①'.repeat(50), '|', '\\', '&lt;table&gt;', '\u3000', '※1', '【課題】', '第1章', '1', '\n\n', '令和8年13月', '〈第4章2(1)関連〉', '<!-- a -->']) ?? ''}<` : text)),
};

const SIGNS = [
  '（', '）', '(', '【', '】', '①', '・', '※1', '|', '\t', '\\', '<td>', '</table>', '<table>', '"', ',', '#', '第2章', '(1)', 'ア', '\u3000', '〈第1章関連〉', '令和8年', '\f', '<br>', '<del>', '**', '○会長', '～', '1',
];

/** What is done to a text as a text: it stays in its encoding. */
const TEXT_MUTATIONS: Record<string, (text: string, random: Random) => string> = {
  'signs put in': (text, random) => text.replace(/[^]/g, (character) => (random() < 0.01 ? (pick(random, SIGNS) ?? '') + character : character)),
  'signs put for letters': (text, random) => text.replace(/[^\n]/g, (character) => (random() < 0.01 ? pick(random, SIGNS) ?? '' : character)),
  'lines put in another order': (text, random) => text.split('\n').map((line) => ({ line, at: random() < 0.1 ? random() : 0.5 })).toSorted((a, b) => a.at - b.at).map(({ line }) => line).join('\n'),
  'lines repeated': (text, random) => text.split('\n').flatMap((line) => Array.from<string>({ length: random() < 0.05 ? below(random, 20) : 1 }).fill(line)).join('\n'),
  'lines broken': (text, random) => text.replace(/[^\n]/g, (character) => (random() < 0.02 ? `\n${character}` : character)),
  'lines joined': (text, random) => text.replace(/\n/g, () => (random() < 0.2 ? '' : '\n')),
  'one letter a line': (text, random) => (random() < 0.3 ? text.replace(/[^\n]/g, '$&\n') : text.replace(/[^\n]/g, '$& ')),
};

export type Mutated = { bytes: Uint8Array; how: string };

/**
 * A file broken in one to three ways.
 * @param other another file of any kind, to splice in
 */
export function mutate(extension: string, sound: Uint8Array, other: Uint8Array, random: Random): Mutated {
  if (/docx|xlsx/.test(extension) && random() < 0.8) return mutateInside(sound, other, random);
  if (!/docx|xlsx|pdf/.test(extension) && random() < 0.7) return mutateText(sound, random);
  let bytes = sound;
  const hows: string[] = [];
  for (let left = 1 + below(random, 3); left > 0 && bytes.length > 0; left -= 1) {
    const [how, mutation] = pick(random, Object.entries(MUTATIONS)) ?? ['', (whole: Uint8Array) => whole];
    bytes = mutation(bytes, random, other);
    hows.push(how);
  }
  return { bytes, how: hows.join(', ') };
}

function mutateText(sound: Uint8Array, random: Random): Mutated {
  let text = new TextDecoder().decode(sound);
  const hows: string[] = [];
  for (let left = 1 + below(random, 3); left > 0; left -= 1) {
    const [how, change] = pick(random, Object.entries(TEXT_MUTATIONS)) ?? ['', (whole: string) => whole];
    text = change(text, random);
    hows.push(how);
  }
  return { bytes: new TextEncoder().encode(text), how: hows.join(', ') };
}

function mutateInside(sound: Uint8Array, other: Uint8Array, random: Random): Mutated {
  const parts: Record<string, Uint8Array> = unzipSync(sound);
  const names = Object.keys(parts).filter((name) => (parts[name]?.length ?? 0) > 0);
  const hows: string[] = [];
  for (let left = 1 + below(random, 3); left > 0; left -= 1) {
    const name = pick(random, names) ?? '';
    const part = parts[name];
    if (part === undefined || part.length === 0) continue;
    if (random() < 0.1) {
      delete parts[name];
      hows.push(`${name} gone`);
    } else if (random() < 0.6) {
      const [how, change] = pick(random, Object.entries(XML_MUTATIONS)) ?? ['', (xml: string) => xml];
      parts[name] = new TextEncoder().encode(change(strFromU8(part), random));
      hows.push(`${how} in ${name}`);
    } else {
      const [how, change] = pick(random, Object.entries(MUTATIONS)) ?? ['', (bytes: Uint8Array) => bytes];
      parts[name] = change(part, random, other);
      hows.push(`${how} in ${name}`);
    }
  }
  return { bytes: zipped(parts), how: hows.join(', ') };
}
