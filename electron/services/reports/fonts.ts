import pieces from '@fontsource/biz-udpmincho/unicode.json' with { type: 'json' };
import { GOTHIC, MINCHO } from './paper-style.ts';

/** Reads a font file of @fontsource/biz-udpmincho or -biz-udpgothic by its name, such as biz-udpmincho-japanese-400-normal.woff2. */
export type ReadFont = (fileName: string) => Uint8Array;

/** The faces papers are set in: Mincho, and Gothic for headings and whatever else stands out. */
const FACES = [
  { family: MINCHO, name: 'biz-udpmincho', weight: 400 },
  { family: GOTHIC, name: 'biz-udpgothic', weight: 700 },
] as const;

const fontFile = (name: string, piece: string, weight: number): string => `${name}-${piece}-${weight}-normal.woff2`;

/** Holds the digits of the contents list's page numbers; WOFF 1.0, which can be unpacked for embedding in a PDF. */
export const DIGITS_FONT = 'biz-udpmincho-latin-400-normal.woff';

/**
 * The one-file Japanese faces hold JIS X 0208 kanji, kana and punctuation, but no ①, ※, → or 髙: those come in the
 * small numbered pieces of the split set. Pieces from 59 on hold common characters, whose kanji the one file has too.
 */
const IN_ONE_FILE = /[\u0020-\u00ff\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2032\u2033\u2191\u2193\u2212\u3000-\u3003\u3006\u3008-\u3019\u301c\u3041-\u3096\u3099-\u30ff\uff01-\uff5d\uffe3\uffe5]/u;
const FIRST_COMMON_PIECE = 59;
const COMMON_BUT_MISSING = '你髙﨑';
/** Pieces of which the one file has every character, in both faces (read from their cmap tables): the app does not carry them (NEEDLESS in build/build.ts). */
const NEEDLESS = new Set(['65', '99', '100', '104', '106', '110', '111', '112', '114', '116', '117', '119']);

let pieceByCodePoint: Map<number, string> | null = null;

function pieceOf(codePoint: number): string | undefined {
  pieceByCodePoint ??= new Map(
    Object.entries(pieces).flatMap(([key, ranges]) =>
      /^\[\d+\]$/.test(key) ? ranges.split(',').flatMap((range) => codePointsOf(range, key.slice(1, -1))) : [],
    ),
  );
  return pieceByCodePoint.get(codePoint);
}

/** 'U+2460' or 'U+2460-2473' → an entry a code point. */
function codePointsOf(range: string, piece: string): [number, string][] {
  const [from = '', to = from] = range.trim().replace('U+', '').split('-');
  const first = Number.parseInt(from, 16);
  return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, i) => [first + i, piece]);
}

/** The pieces of the split set that a text needs beside the one-file faces, each with the characters it is needed for. */
export function extraPieces(text: string): Map<string, string[]> {
  const needed = new Map<string, string[]>();
  for (const char of new Set(text)) {
    if (IN_ONE_FILE.test(char)) continue;
    const piece = pieceOf(char.codePointAt(0) ?? 0);
    if (piece === undefined || NEEDLESS.has(piece)) continue;
    if (Number(piece) >= FIRST_COMMON_PIECE && /\p{Script=Han}/u.test(char) && !COMMON_BUT_MISSING.includes(char)) continue;
    needed.set(piece, [...(needed.get(piece) ?? []), char]);
  }
  return needed;
}

/**
 * The @font-face rules of a paper with this text.
 * @param urlOf gives the address of a font file by its name: see `dataUrls` for pages that must stand alone.
 */
export function fontFaces(text: string, urlOf: (fileName: string) => string): string {
  const extra = extraPieces(text);
  return FACES.map(({ family, name, weight }) => {
    const face = (piece: string, range: string) =>
      `@font-face{font-family:"${family}";font-weight:${weight};src:url(${urlOf(fontFile(name, piece, weight))}) format("woff2")${range}}`;
    const ranged = [...extra].map(([piece, chars]) => face(piece, `;unicode-range:${chars.map((char) => `U+${char.codePointAt(0)?.toString(16)}`).join(',')}`));
    return [face('japanese', ''), ...ranged].join('\n');
  }).join('\n');
}

/** Font addresses for a page that must stand alone: each file's bytes in a data: URL, encoded once. */
export function dataUrls(readFont: ReadFont): (fileName: string) => string {
  const encoded = new Map<string, string>();
  return (fileName) => {
    let url = encoded.get(fileName);
    if (url === undefined) {
      url = `data:font/woff2;base64,${Buffer.from(readFont(fileName)).toString('base64')}`;
      encoded.set(fileName, url);
    }
    return url;
  };
}
