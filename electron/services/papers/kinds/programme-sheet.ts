import type { RecognisedPaper } from '../../../contract/recognised.ts';
import type { Block, TextBlock } from '../block-types.ts';
import { OFFICE, PROGRAMME_NAME } from '../column-names.ts';
import type { Line } from '../lines.ts';
import { isSubject } from '../outline.ts';

/** What of a paper the head of a sheet names. */
type Sheet = Pick<RecognisedPaper, 'kind' | 'title' | 'titleSource'>;

/** A sheet is known by its programme's name, wherever else it has a heading. */
export function nameSheet(paper: Sheet, name: string): void {
  if (paper.title !== null && paper.kind !== 'programme-sheet') return;
  paper.title = name;
  delete paper.titleSource;
}

/** The head of a sheet takes no more lines. */
const HEAD_LINES = 6;

/** 「プログラム名　　５　　窓口の改革」 and 「所管課　　市民課」 on top of a paper: the head of a sheet set with spaces, which has no other title. */
export function isSheetHead(lines: readonly Line[], from: number): boolean {
  const labels = lines.slice(from, from + HEAD_LINES).map(({ text }) => FIELD_OF_HEAD.exec(text)?.[1] ?? '');
  return labels[0] !== '' && labels.some((label) => PROGRAMME_NAME.test(label)) && labels.some((label) => OFFICE.test(label));
}

const FIELD_OF_HEAD = /^([^\s　：:。]{2,8})(?:[ 　]{2,}|[ 　]*[：:][ 　]*)\S/;

/** 「所管課　　管財課」「担当：管財課」 above the first section of a sheet is a field of its head, and its programme's name the title. */
export function takeField(paper: Sheet, { text, under, marker }: TextBlock & Block): boolean {
  // 「方針　　１　　身近な区政」: what the programme stands under.
  if (under.length === 0 && marker !== null && isSubject(marker.raw, marker.family)) return true;
  const [label = '', ...values] = text.split(/[ 　\t]+|[：:][ 　]*/);
  if (under.length > 0 || values.length === 0 || label.length > 8 || text.includes('。')) return false;
  if (PROGRAMME_NAME.test(label)) nameSheet(paper, text.slice(label.length).replace(/^[\s　：:]+(?:[0-9０-９]{1,3}(?:[-－‐][0-9０-９]{1,3})*[ 　]+)?/, ''));
  return true;
}

/** 「変更理由　2019　調査期間が不足したため」 below a plan: the reasons of its revisions, by their year. */
export function takeReasons({ programme }: Pick<RecognisedPaper, 'programme'>, { pieces }: TextBlock): boolean {
  if (!/^(?:変更|見直し)(?:の)?理由/.test(pieces[0]?.text ?? '')) return false;
  for (const { text } of pieces) {
    const [, year, reason] = /^(?:(?:変更|見直し)(?:の)?理由)?[\s　：:（(【]*((?:平成|令和|[HR])?[0-9０-９元]{1,4})(?:年度?)?[\s　：:）)】]+(.+)$/.exec(text) ?? [];
    if (year === undefined || reason === undefined) continue;
    const revisions = programme.flatMap(({ rows }) => rows).filter(({ kind, revision }) => kind === 'revised' && revision?.includes(year));
    for (const row of revisions) row.reason ??= reason;
  }
  return true;
}
