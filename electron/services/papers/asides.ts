import type { Entry, LineEntry } from './entries.ts';

/** The names, sources and legends of pictures and tables: they are no text of the section they stand in. */

/** 【図1：…】 and 【表1：…】 name a picture or a table, not a section. */
export function isCaption(text: string): boolean {
  return /^(?:図|表|写真|グラフ|Fig\.?)[ 　]*[0-9０-９]+(?:[-－.．][0-9０-９]+)*(?![-－.．0-9０-９はがをにでと])/.test(text);
}

/** 「出典：国勢調査」「n=1,024」「◎……実施済」「×……未実施」「（単位：％）」 beside a table or a chart. */
export function isAside({ marker, body }: LineEntry): boolean {
  if (/^(?:出典|出所)[ 　]*[：:]|^[（(]?[nNｎＮ][ 　]*[=＝][ 　]*[0-9０-９,，.]+[)）]?$/.test(body.text)) return true;
  // An arrow alone leads from box to box.
  if (isUnit(body.text) || /^[▼⇩↓⬇]+$/.test(body.text)) return true;
  return marker === null ? /^[×✕△▲－―-][ 　]*(?:…|‥)/.test(body.text) : /^(?:…|‥)/.test(body.text);
}

/** 「（単位：％）」 above a table or a chart. */
export const isUnit = (text: string): boolean => /^[（(]?単位[ 　]*[：:][^。]{1,12}$/.test(text);

/** Where a picture was taken out, as many lines are left empty. */
const HOLE = 3;
const LONGEST_CAPTION = 40;

/** The name of a photograph: a phrase alone below the empty lines a picture left, with no text of its own below. */
export function isPictureName({ line, marker, body }: LineEntry, next: Entry | null): boolean {
  if (marker !== null || line.hash > 0 || line.bullet || line.afterPage || line.gap < HOLE) return false;
  if (body.text.length > LONGEST_CAPTION || /[。、：:？！?!]$|。/.test(body.text)) return false;
  return next?.kind === 'line' && next.line.gap > 0 && (next.line.hash > 0 || next.marker?.family === 'note');
}
