import type { RecognisedPaper } from '../../electron/contract/recognised.ts';

const tight = (text: string) => text.replace(/\s/g, '');

/** What a reading says, without where it stands: two papers of the same substance have the same records. */
export function substanceOf(paper: RecognisedPaper) {
  return {
    title: paper.title,
    headings: paper.headings.map(({ level, marker, text }) => ({ level, marker, text: tight(text) })),
    records: paper.records.map(({ kind, marker, text, under, cities, speaker, parent }) => ({
      kind, marker, text: tight(text), under: under.map(tight), cities, speaker, parent: parent === null ? null : tight(paper.records[parent]?.text ?? ''),
    })),
    meetings: paper.meetings.map(({ label, date_raw, start, end, precision, part, topics, place }) => ({ label, date_raw, start, end, precision, part, topics: tight(topics), place })),
    members: paper.members.map(({ name, field, affiliation, role }) => ({ name, field, affiliation, role })),
    kpis: paper.kpis.map(({ source: _table, rowSources: _rows, ...kpi }) => kpi),
    programme: paper.programme.map(({ source: _plan, progressSource: _progress, rowSources: _rows, ...programme }) => programme),
    footnotes: paper.footnotes.map(({ marker, term, text }) => ({ marker, term, text: tight(text) })),
  };
}
