import type { Marker } from '../../../db/domain/marker.ts';

/** The marker of a footnote as papers print it (※1, 注2, ＊3), or null: a bare * marks a remark in the text. */
export function readNoteMarker(marker: Marker | null): string | null {
  return marker?.family === 'note' && /^[※注(（]|[0-9０-９]$/.test(marker.raw) ? marker.raw : null;
}

/**
 * Reads 「※1 特別な制度……原則として、…」: the term stands before the leaders or the colon; a number that the note speaks of
 * (③については…) is its term and stays in the text.
 */
export function readFootnote(note: { marker: string; text: string }): { marker: string; term: string | null; text: string } {
  const marker = note.marker.replace(/\s/g, '');
  const text = note.text.replace(/^[：:][ 　]*/, '');
  // 「対応区分　Ａ：…、Ｂ：…」 explains several signs, and is the note of none.
  if (/[：:].*、[^。、：:]{1,4}[：:]/.test(text)) return { marker, term: null, text };
  const led = /^([^。、…：:◎○●△×]{1,30}?)[ 　]*(?:…+|‥+|・{3,}|[：:])[ 　]*(?=\S)/.exec(text);
  if (led) return { marker, term: led[1] ?? null, text: text.slice(led[0].length) };
  // 「（注1）予約型交通　利用者の予約に応じて…」: a noun alone before a wide space.
  const spaced = /^([^\s　。、（()）をはがに]{2,20})　(?=[^\s◎○●△×][^\s…]{7})/.exec(text);
  if (spaced) return { marker, term: spaced[1] ?? null, text: text.slice(spaced[0].length) };
  const about = /^([①-⑳]|[(（][0-9０-９]{1,2}[)）])(?=について|は|の)/.exec(text);
  return { marker, term: about?.[1] ?? null, text };
}
