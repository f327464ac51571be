import type { ReadPaper } from '../../../electron/services/papers/read-paper.ts';

/** A reading of a paper with `text` in it and nothing recognised. */
export const emptyReading = (text: string): ReadPaper => ({
  sha256: '0'.repeat(64), text, encoding: 'UTF-8', layout: null, furniture: [], warnings: [],
  recognised: {
    kind: 'other', title: null, label: '', municipality: null, headings: [], records: [], meetings: [], members: [], kpis: [], programme: [], tables: 0, footnotes: [], rest: [],
  },
});
