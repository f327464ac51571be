import type { RecognisedHeading, RecognisedMember, RecognisedMeeting, RecognisedPaper, RecognisedRecord } from '../../contract/recognised.ts';

/** What a table gives to the paper, all of it lying within the table. */
export type TableReading = {
  title?: string;
  /**
   * Whether a label or a subject heads what stands beside it: it opens a line whose parts tabs set off. A cell of a table that
   * is drawn names what its row or column holds, and is no heading of the paper.
   */
  headed: boolean;
  headings: RecognisedHeading[];
  records: RecognisedRecord[];
  meetings: RecognisedMeeting[];
  members: RecognisedMember[];
  kpis: RecognisedPaper['kpis'];
  programme: RecognisedPaper['programme'];
};
