import type { Orm } from '../../../db/open.ts';
import { SOURCED_TABLES } from '../../contract/revision.ts';
import type { SourcedTable } from '../../contract/revision.ts';
import type { Incoming } from './incoming.ts';
import { SOURCED } from './sourced-tables.ts';
import type { Entry, Said } from './sourced-tables.ts';

/** 「次回」: a meeting that minutes and agendas announce, not the one they are of. */
const ANNOUNCED = /^次々?回/;

/** Which of a paper's meetings (by its place among them) the agenda in the paper is of: the one it is held for; null where it brings none or several. */
export function ownMeeting({ meetings }: Pick<Incoming, 'meetings'>): number | null {
  const held = meetings.flatMap(({ label }, i) => (ANNOUNCED.test(label) ? [] : [i]));
  return held.length === 1 ? (held[0] ?? null) : null;
}

/** Everything a paper brings, table by table. @param hasAgenda left out: where the paper is of one meeting */
export const entriesOf = (content: Incoming, hasAgenda = ownMeeting(content) !== null): Entry[] =>
  SOURCED_TABLES.flatMap((table) => SOURCED[table].entries(content, hasAgenda));

/** The records among `ids` that stand, each in one line. */
export function standingRecords(orm: Orm, dossierId: string, ids: readonly string[]): (Said & { table: SourcedTable })[] {
  if (ids.length === 0) return [];
  return SOURCED_TABLES.flatMap((table) => SOURCED[table].standing(orm, dossierId, ids).map((said) => ({ ...said, table })));
}
