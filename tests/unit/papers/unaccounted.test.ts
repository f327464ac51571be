import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecognisedPaper, SourceRange } from '../../../electron/contract/recognised.ts';
import { meetingsApart, unaccounted } from '../../../electron/services/papers/unaccounted.ts';

const ranges = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })).map(([start, length]): SourceRange => ({ start, end: start + length })), { maxLength: 20 });

/** A reading of nothing but these, of a paper of one letter. */
const paperOf = (parts: Partial<RecognisedPaper>): RecognisedPaper => ({
  kind: 'other', title: null, label: '', municipality: null, headings: [], records: [], meetings: [], members: [], kpis: [], programme: [], tables: 0, footnotes: [], rest: [], ...parts,
});
const recordAt = (source: SourceRange): RecognisedPaper['records'][number] => ({ kind: 'measure', text: '', marker: null, under: [], cities: [], speaker: null, parent: null, source });
const meetingAt = (source: SourceRange): RecognisedPaper['meetings'][number] => ({ label: '', date_raw: '', start: null, end: null, precision: 'none', part: null, topics: '', source });

describe('what a reading claims', () => {
  it('counts a meeting by itself unless some record or the title holds it whole, as looking at every pair tells', () => {
    fc.assert(fc.property(ranges, ranges, (records, meetings) => {
      const holds = ({ start, end }: SourceRange) => records.some((record) => record.start <= start && end <= record.end);
      const apart = meetingsApart(paperOf({ records: records.map(recordAt), meetings: meetings.map(meetingAt) }));
      expect(apart.map(({ source }) => source)).toEqual(meetings.filter((one) => !holds(one)));
    }));
  });

  it('is claimed twice where the rest lies in a table, as looking at every pair tells', () => {
    fc.assert(fc.property(ranges, ranges, (tableSources, rest) => {
      const { doubled } = unaccounted(' '.repeat(100), paperOf({ tableSources, rest }));
      expect(doubled).toEqual(rest.filter((one) => tableSources.some((table) => one.start < table.end && table.start < one.end)));
    }));
  });
});
