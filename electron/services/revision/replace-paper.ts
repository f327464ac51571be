import { v7 as uuidv7 } from 'uuid';
import type { DossierDraft } from '../../../db/dossier/draft.ts';
import { meetingOfAgenda as meetingOfAgendaItem } from '../../../db/queries/agenda.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/index.ts';
import type { SourceRange } from '../../contract/recognised.ts';
import type { Context } from '../context.ts';
import { whyOf } from '../context.ts';
import { writeCities } from '../points.ts';
import { addRecords } from '../records/add-records.ts';
import { entriesOf, ownMeeting } from '../records/entries.ts';
import { EXISTING } from '../records/incoming.ts';
import { addPaper, keepSource, sharedPaper } from '../records/paper-record.ts';
import { SOURCED } from '../records/sourced-tables.ts';
import type { Entry, Writer } from '../records/sourced-tables.ts';
import { compareVersion } from './compare-version.ts';
import type { Comparison, Revised } from './compare-version.ts';
import { ranksOfAdded } from './place-added.ts';

type Input = ParsedInputOf<'papers.replace'>;

/**
 * Puts the staged newer version in a paper's place, as one undoable change. No record is removed, and none changes its
 * id: passages move, texts follow the paper where no person has corrected them (or as the person decides), new rows are
 * added, and what has vanished stays tied to the old paper, which is how the tray knows it.
 * @throws AppError as compareVersion does
 */
export async function replacePaper(context: Context, input: Input): Promise<OutputOf<'papers.replace'>> {
  const compared = await compareVersion(context, input);
  const { staged, old, revised } = compared;
  const fresh = wanted(compared.added, new Set(input.alsoAdd));
  const meetingId = old.hasAgenda ? meetingOfAgenda(context, input.committeeId, compared) : null;
  const ranks = ranksOfAdded(context, input.committeeId, compared, fresh.rows, meetingId);
  const hasAgenda = old.hasAgenda && (meetingId !== null || ownMeeting(fresh) !== null);
  const change = { dossierId: input.committeeId, why: whyOf(context), alsoWrite: () => keepSource(context, staged), shared: [sharedPaper(staged.sha256)] };
  const done = context.store.change(change, (draft) => {
    const paperId = addPaper(context, draft, input.committeeId, {
      sha256: staged.sha256, fileName: staged.fileName, title: input.title, label: input.label, cited: false,
      kind: input.kind ?? staged.recognised.kind, municipality: input.municipality ?? old.municipality,
    });
    draft.edit('paper', old.id, { replacedBy: paperId });
    draft.edit('paper', paperId, { replacedBy: null }); // a version that was itself replaced comes back
    const source = { paperId, text: staged.text };
    const writer = { orm: context.store.connection.orm, draft, dossierId: input.committeeId };
    const entries = new Map(entriesOf(compared.incoming, old.hasAgenda).map((entry) => [entry.placed.id, entry]));
    const decisions = new Map(input.take.map(({ recordId, text }) => [recordId, text]));
    for (const one of revised) {
      if (one.state === 'vanished') continue;
      anchor(draft, one.recordId, one.record.passages, source, one.ranges);
      if (one.state === 'changed') takeNew(writer, one, entries, decisions.get(one.recordId));
    }
    for (const { passageId, range } of compared.orphans) draft.edit('passage', passageId, { paperId, ...range, quote: staged.text.slice(range.start, range.end) });
    return { paperId, added: addRecords(writer, source, fresh, { ranks, hasAgenda, meetingId }).made.length };
  });
  const count = (state: Revised['state']) => revised.filter((one) => one.state === state).length;
  return { ...done, same: count('same'), changed: count('changed'), vanished: count('vanished') };
}

/** The meeting whose agenda the paper holds, as it stands in the committee; null where it does not stand yet. */
function meetingOfAgenda({ store }: Context, committeeId: string, { incoming, revised }: Comparison): string | null {
  const agendaItem = revised.find(({ table }) => table === 'agendaItem');
  if (agendaItem !== undefined) return meetingOfAgendaItem(store.connection.orm, committeeId, agendaItem.recordId) ?? null;
  return revised.find(({ row }) => row?.id === `meeting ${ownMeeting(incoming)}`)?.recordId ?? null;
}

/** Ties a record to its places in the new paper: its passages are used again, further ones added, surplus ones removed. */
export function anchor(draft: DossierDraft, ownerId: string, passages: readonly { id: string }[], { paperId, text }: { paperId: string; text: string }, ranges: readonly SourceRange[]): void {
  for (const [i, { start, end }] of ranges.entries()) {
    const fields = { paperId, start, end, quote: text.slice(start, end) };
    const there = passages[i];
    if (there === undefined) draft.add('passage', uuidv7(), { ownerId, ...fields });
    else draft.edit('passage', there.id, fields);
  }
  for (const { id } of passages.slice(ranges.length)) draft.remove('passage', id);
}

/**
 * Makes a record say what the newer version says: where the person decides so, and otherwise what no person corrected.
 * Its kind, item and place stay: they are the committee's own.
 */
function takeNew(writer: Writer, one: Revised, entries: ReadonlyMap<string, Entry>, decided: 'old' | 'new' | undefined): void {
  const takes = (isCorrected: boolean) => (decided ?? (isCorrected ? 'old' : 'new')) === 'new';
  if (one.table === 'point' && takes(one.record.correctedCities)) writeCities(writer.draft, one.recordId, one.newCities, one.oldCities);
  if (!takes(one.record.corrected)) return;
  if (one.row !== null) entries.get(one.row.id)?.retell(writer, one.recordId);
  else if (one.newText !== null) SOURCED[one.table].write?.(writer.draft, one.recordId, one.newText);
}

/** What is to be taken in of what is new: not what was left out before, unless the person asks for it. */
function wanted({ rows, ...others }: Comparison['added'], alsoAdd: ReadonlySet<string>): Comparison['added'] {
  const isTaken = ({ key, leftBefore }: { key: string; leftBefore: boolean }) => !leftBefore || alsoAdd.has(key);
  const taken = rows.filter(isTaken);
  const keys = new Set(taken.map(({ key }) => key));
  const stays = (key: string | null) => (key === null || key.startsWith(EXISTING) || keys.has(key) ? key : null);
  return {
    rows: taken.map((row) => ({ ...row, item: stays(row.item), parent: stays(row.parent) })),
    meetings: others.meetings.filter(isTaken),
    members: others.members.filter(isTaken),
    indicators: others.indicators.filter(isTaken),
    actions: others.actions.filter(isTaken),
  };
}
