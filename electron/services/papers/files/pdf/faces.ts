import type { Page, Run } from './types.ts';

/** What a font's name says of its letters. */
type Look = { bold: boolean; gothic: boolean; mincho: boolean };

/** The weights that Japanese type founders name: Bold, W6 and above, E(xtra), U(ltra), B and H behind the name of the face. */
const BOLD = /bold|black|heavy|w[5-9]\b|(?:gothic|mincho|goth|min|maru|kaku|shin|sans|serif|pro|pop|ゴシック|ｺﾞｼｯｸ|明朝)[-_ ]?(?:eb|ub|db|b|e|u|h)\b/i;
const GOTHIC = /goth|sans|meiryo|kaku|maru|helvet|arial|ゴシック|ｺﾞｼｯｸ|メイリオ|太ゴ|丸ゴ/i;
const MINCHO = /min(?:cho|pr|$|[-_])|serif|ryumin|times|century|明朝|教科書/i;

/**
 * Tells text that stands out from what the paper is set in: in bolder letters, or in Gothic where that is Mincho.
 * @param names the fonts' names by PDF.js's own; what is in a font without one is told by the letters beside it.
 * @returns whether letters of these fonts, of one line say, stand out.
 */
export function strongFaces(pages: readonly Page[], names: ReadonlyMap<string, string>): (faces: readonly string[]) => boolean {
  const looks = new Map([...names].map(([face, name]) => [face, lookOf(name)]));
  const runs = pages.flatMap((page) => page.runs);
  const size = most(runs, (run) => Math.round(run.size));
  const text = lookOf(most(runs.filter((run) => Math.round(run.size) === size), ({ face }) => bareName(names.get(face) ?? '') || null) ?? '');
  const standsOut = ({ bold, gothic }: Look) => !text.bold && (bold || (gothic && text.mincho));
  return (faces) => {
    const known = faces.flatMap((face) => looks.get(face) ?? []);
    return known.length > 0 && known.every(standsOut);
  };
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
  return { bold: BOLD.test(plain), gothic, mincho: !gothic && MINCHO.test(plain) };
}

// eslint-disable-next-line no-control-regex -- bytes are what is looked for
const BYTES = /^[\u0000-\u00ff]*[\u0080-\u00ff][\u0000-\u00ff]*$/;

function bareName(name: string): string {
  const read = BYTES.test(name) ? new TextDecoder('shift_jis').decode(Uint8Array.from(name, (byte) => byte.charCodeAt(0))) : name;
  return read.replace(/^[A-Z]{6}\+/, '');
}
