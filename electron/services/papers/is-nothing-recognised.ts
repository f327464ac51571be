import type { RecognisedPaper } from '../../contract/recognised.ts';

/** True where a paper gave nothing a committee could work with: plain text alone is no reading. */
export function isNothingRecognised(paper: RecognisedPaper): boolean {
  const { records, meetings, members, kpis, programme } = paper;
  return records.every((record) => record.kind === 'background') && [meetings, members, kpis, programme].every((list) => list.length === 0);
}
