import type { RecognisedHeading, RecognisedMember, RecognisedMeeting, RecognisedPaper, RecognisedRecord } from '../../contract/recognised.ts';

/** What a table gives to the paper, all of it lying within the table. */
export type TableReading = {
  title?: string;
  headings: RecognisedHeading[];
  records: RecognisedRecord[];
  meetings: RecognisedMeeting[];
  members: RecognisedMember[];
  kpis: RecognisedPaper['kpis'];
  programme: RecognisedPaper['programme'];
};
