import type { Page, Run } from './types.ts';

/** What a font's name says of its letters. */
type Look = { bold: boolean; gothic: boolean; mincho: boolean; slanted: boolean };

/** The weights that Japanese type founders name: Bold, W6 and above, E(xtra), U(ltra), B and H behind the name of the face. */
const BOLD = /bold|black|heavy|w[5-9]\b|(?:gothic|mincho|goth|min|maru|kaku|shin|sans|serif|pro|pop|ゴシック|ｺﾞｼｯｸ|明朝)[-_ ]?(?:eb|ub|db|b|e|u|h)\b/i;
const GOTHIC = /goth|sans|meiryo|kaku|maru|helvet|arial|ゴシック|ｺﾞｼｯｸ|メイリオ|太ゴ|丸ゴ/i;
const SLANT = /italic|oblique|[-,]it\b/i;
const MINCHO = /min(?:cho|pr|$|[-_])|serif|ryumin|times|century|明朝|教科書/i;

/**
 * How letters look, in one word, as runs and lines carry it.
 * @param font PDF.js's name of it.
 * @param colour null where it is not known.
 */
export function faceOf(font: string, slanted: boolean, colour: string | null): string {
  return font + (slanted ? SLANTED : '') + (colour ?? '');
}

const SLANTED = '/';
const FACE = /^(.*?)(\/?)(#[0-9a-f]{6})?$/i;

export const fontOf = (face: string): string => FACE.exec(face)?.[1] ?? face;
export const colourOf = (face: string): string | null => FACE.exec(face)?.[3] ?? null;
const isSlanted = (face: string): boolean => FACE.exec(face)?.[2] === SLANTED;

/**
 * Tells text that stands out from what the paper is set in: in bolder letters, in Gothic where that is Mincho, slanted, or
 * in another colour.
 * @param names the fonts' names by PDF.js's own; what is in a font without one is told by the letters beside it.
 * @returns how letters of these faces, of one line say, stand out, the same word for the same way; null where they do not.
 */
export function strongFaces(pages: readonly Page[], names: ReadonlyMap<string, string>): (faces: readonly string[]) => string | null {
  const runs = pages.flatMap((page) => page.runs);
  const size = most(runs, (run) => Math.round(run.size));
  const usual = runs.filter((run) => Math.round(run.size) === size);
  const text = lookOf(most(usual, ({ face }) => bareName(names.get(fontOf(face)) ?? '') || null) ?? '');
  const slanted = text.slanted || most(usual, ({ face }) => isSlanted(face)) === true;
  const colour = most(usual, ({ face }) => colourOf(face));
  const standsOut = (face: string): string | null => {
    const name = names.get(fontOf(face));
    const look = lookOf(name ?? '');
    const ways = [
      !text.bold && (look.bold || (look.gothic && text.mincho)) ? 'strong' : '',
      !slanted && (look.slanted || isSlanted(face)) ? 'slanted' : '',
      differ(colourOf(face), colour) ? colourOf(face) : '',
    ].filter((way) => way !== '').join();
    return ways === '' && name === undefined ? null : ways;
  };
  const known = new Map<string, string | null>();
  return (faces) => {
    const ways = faces.flatMap((face) => {
      if (!known.has(face)) known.set(face, standsOut(face));
      return known.get(face) ?? [];
    });
    return ways.length > 0 && !ways.includes('') ? ways[0] ?? null : null;
  };
}

/** Less is a shade that no reader sees: the sum of the differences in red, green and blue. */
const SEEN = 90;

/** Whether two colours are told apart at a glance; one that is not known is none of its own. */
export function differ(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const parts = [1, 3, 5].map((at) => Math.abs(Number.parseInt(a.slice(at, at + 2), 16) - Number.parseInt(b.slice(at, at + 2), 16)));
  return parts.reduce((sum, part) => sum + part, 0) > SEEN;
}

/** What most letters have. */
function most<T>(runs: readonly Run[], of: (run: Run) => T | null): T | null {
  const counts = new Map<T, number>();
  for (const run of runs) {
    const key = of(run);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + run.text.length);
  }
  return [...counts].reduce<[T | null, number]>((best, entry) => (entry[1] > best[1] ? entry : best), [null, 0])[0];
}

/** @param name as a PDF writes it: 「ABCDEF+BIZUDPGothic-Bold」, or Shift_JIS byte by byte. */
export function lookOf(name: string): Look {
  const plain = bareName(name);
  const gothic = GOTHIC.test(plain);
  return { bold: BOLD.test(plain), gothic, mincho: !gothic && MINCHO.test(plain), slanted: SLANT.test(plain) };
}

// eslint-disable-next-line no-control-regex -- bytes are what is looked for
const BYTES = /^[\u0000-\u00ff]*[\u0080-\u00ff][\u0000-\u00ff]*$/;

function bareName(name: string): string {
  const read = BYTES.test(name) ? new TextDecoder('shift_jis').decode(Uint8Array.from(name, (byte) => byte.charCodeAt(0))) : name;
  return read.replace(/^[A-Z]{6}\+/, '');
}
