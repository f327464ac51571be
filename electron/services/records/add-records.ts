import { v7 as uuidv7 } from 'uuid';
import { plain } from '../../../db/domain/squeeze.ts';
import { agendaItems } from '../../../db/queries/agenda.ts';
import { ranksBehind } from '../../../db/queries/ranks.ts';
import type { RecordCounts } from '../../contract/papers.ts';
import { SOURCED_TABLES } from '../../contract/revision.ts';
import type { SourcedTable } from '../../contract/revision.ts';
import { entriesOf, ownMeeting } from './entries.ts';
import { EXISTING } from './incoming.ts';
import type { Incoming } from './incoming.ts';
import { addPassages } from './paper-record.ts';
import type { PaperSource } from './paper-record.ts';
import { SOURCED } from './sourced-tables.ts';
import type { Entry, Writer } from './sourced-tables.ts';

/** Where records of a newer version go; nothing given: behind those there are. */
export type Placement = {
  /** Ranks by the names that entriesOf gives. */
  ranks?: ReadonlyMap<string, string>;
  /** Whether the paper's agenda is that of a meeting; left out: where the paper is of one. */
  hasAgenda?: boolean;
  /** The meeting of the agenda, where it is not the one that the paper brings now. */
  meetingId?: string | null;
};

/**
 * Makes records of what was taken in, each tied to its places in the paper. What the committee has already (a meeting of
 * that day, a member of that name, an agenda item of that title) is tied to the paper as well and not made anew.
 * @returns the ids of the records that were made, table by table, and how many they are
 */
export function addRecords(writer: Writer, source: PaperSource, incoming: Incoming, { ranks, hasAgenda = ownMeeting(incoming) !== null, meetingId = null }: Placement = {}): { made: string[]; counts: RecordCounts } {
  const entries = entriesOf(incoming, hasAgenda);
  const ids = new Map(entries.map(({ placed, existing }) => [`${placed.table} ${placed.id}`, existing ?? uuidv7()]));
  const idOf = (table: SourcedTable, key: string | null) =>
    (key === null ? null : key.startsWith(EXISTING) ? key.slice(EXISTING.length) : (ids.get(`${table} ${key}`) ?? null));
  const agendaOf = meetingId ?? idOf('meeting', `meeting ${ownMeeting(incoming)}`) ?? '';
  tieAgenda(writer, agendaOf, entries, ids);

  const made: { table: SourcedTable; id: string }[] = [];
  for (const table of SOURCED_TABLES) {
    const own = entries.filter(({ placed }) => placed.table === table);
    const behind = ranksBehind(writer.orm, SOURCED[table].schema, writer.dossierId, own.length);
    for (const [i, entry] of own.entries()) {
      const id = idOf(table, entry.placed.id) ?? '';
      if (entry.existing !== null) entry.fill(writer, id);
      else {
        entry.add(writer, id, { rank: ranks?.get(entry.placed.id) ?? behind[i] ?? '', idOf, meetingId: agendaOf });
        made.push({ table, id });
      }
      addPassages(writer.draft, id, source, entry.placed.ranges);
    }
  }
  const count = (...tables: SourcedTable[]) => made.filter(({ table }) => tables.includes(table)).length;
  return {
    made: made.map(({ id }) => id),
    counts: {
      items: count('item'), points: count('point'), excerpts: count('excerpt', 'agendaItem'), meetings: count('meeting'), members: count('member'),
      indicators: count('indicator'), actions: count('action'),
    },
  };
}

/** An agenda item that the meeting has already under the same title is that one. */
function tieAgenda({ orm, dossierId }: Writer, meetingId: string, entries: readonly Entry[], ids: Map<string, string>): void {
  const known = new Map(agendaItems(orm, dossierId).filter((one) => one.meetingId === meetingId).map(({ id, title }) => [plain(title), id]));
  for (const entry of entries) {
    const there = entry.placed.table === 'agendaItem' ? known.get(plain(entry.placed.text)) : undefined;
    if (there === undefined) continue;
    entry.existing = there;
    ids.set(`agendaItem ${entry.placed.id}`, there);
  }
}
