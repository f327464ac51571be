import { readMarker } from '../../../db/domain/marker.ts';
import type { Line } from './lines.ts';

/** 「資料4-1」「参考資料２」「資料No.3」「別紙」 at the end of a line, in a frame of brackets or in the one cell of a table or not. */
const LABEL = new RegExp(
  '(?:^|[|*#[［【（(〔\\s　])((?:(?:当日|追加|参考|配布|会議)?資[ 　]?料|別[ 　]?紙|別添|別冊|様式)[ 　]*(?:(?:No|Ｎｏ|№)[.．]?[ 　]*)?[0-9０-９一二三四五六七八九十]{0,3}(?:[-－‐―ー][0-9０-９]{1,2}){0,3})' +
  '[|*\\]］】）)〕\\s　]*$',
);
/** Without a number a label is one only in these: 「資料」 and 「配布資料」 head a list. */
const ALONE = /^(?:別紙|別添|別冊|参考資料|当日資料)$/;
/** The number of a paper stands above or beside its title. */
const TOP_LINES = 6;

/**
 * The number that a paper carries on its top, as printed without its frame: 「資料4-1」.
 * @returns '' where none is printed, or where several are: then they are a list of what was handed out
 */
export function paperLabel(lines: readonly Line[]): string {
  const found = new Set(lines.slice(0, TOP_LINES).map(labelAtEnd).filter((label) => label !== ''));
  return found.size === 1 ? [...found].join('') : '';
}

/** The lines of an agenda end in the papers that bear on them: 「(1) …について【資料1】」. */
function labelAtEnd({ raw, text, bullet }: Line): string {
  if (bullet || typeof readMarker(text)?.ordinal === 'number') return '';
  const label = LABEL.exec(raw)?.[1]?.replace(/[ 　]/g, '') ?? '';
  return /[0-9０-９一二三四五六七八九十]$/.test(label) || (ALONE.test(label) && text.length <= LONGEST_ALONE) ? label : '';
}

/** 「（別紙）」, and not the end of a sentence. */
const LONGEST_ALONE = 6;
