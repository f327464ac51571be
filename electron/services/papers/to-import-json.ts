import type { RecognisedPaper } from '../../contract/recognised.ts';

/**
 * The import format as `import --json` prints it: the reading itself without the ranges the app alone needs.
 * @returns plain JSON; a record keeps its `source`, and `parts` where a broken sentence was joined.
 */
export function toImportJson(paper: RecognisedPaper): Record<string, unknown> {
  return {
    kind: paper.kind,
    title: paper.title,
    municipality: paper.municipality,
    headings: paper.headings,
    records: printedRecords(paper),
    meetings: paper.meetings.map(({ partSources: _pieces, ...meeting }) => meeting),
    members: paper.members,
    kpis: paper.kpis.map(({ source: _table, rowSources: _rows, ...kpi }) => kpi),
    programme: paper.programme.map(({ source: _plan, progressSource: _progress, rowSources: _rows, ...programme }) => programme),
    tables: paper.tables,
    footnotes: paper.footnotes.map(({ marker, term, text }) => ({ marker, term, text })),
    rest: paper.rest,
  };
}

/** The records that are printed as such: an item taken from its heading is the heading again. */
function printedRecords({ records }: RecognisedPaper): Record<string, unknown>[] {
  const printed = records.filter(({ derived }) => derived !== true);
  const places = new Map(printed.map((record, i) => [record, i]));
  return printed.map(({ partSources: _pieces, ...record }) => {
    const owner = record.parent === null ? undefined : records[record.parent];
    return { ...record, parent: owner === undefined ? null : places.get(owner) ?? null };
  });
}
