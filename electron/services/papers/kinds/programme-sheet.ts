import type { RecognisedPaper } from '../../../contract/recognised.ts';
import type { Block, TextBlock } from '../block-types.ts';
import { PROGRAMME_NAME } from '../recognise-tables.ts';

/** What of a paper the head of a sheet names. */
type Sheet = Pick<RecognisedPaper, 'kind' | 'title' | 'titleSource'>;

/** A sheet is known by its programme's name, wherever else it has a heading. */
export function nameSheet(paper: Sheet, name: string): void {
  if (paper.title !== null && paper.kind !== 'programme-sheet') return;
  paper.title = name;
  delete paper.titleSource;
}

/** 「所管課　　管財課」 above the first section of a sheet is a field of its head, and its programme's name the title. */
export function takeField(paper: Sheet, { text, under }: TextBlock & Block): boolean {
  const [label = '', ...values] = text.split(/[ 　\t]+/);
  if (under.length > 0 || values.length === 0 || label.length > 8 || text.includes('。')) return false;
  if (PROGRAMME_NAME.test(label)) nameSheet(paper, text.slice(label.length).trim());
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
