import { asc } from 'drizzle-orm';
import { speakerName } from '../domain/speaker-name.ts';
import type { Orm } from '../open.ts';
import { member } from '../schema/index.ts';
import { among } from './among.ts';

/** The committee's members and its secretariat, in order; or those of `ids` among them. */
export function memberRows(orm: Orm, dossierId: string, ids?: readonly string[]) {
  return orm
    .select({ id: member.id, name: member.name, affiliation: member.affiliation, field: member.field, role: member.role, rank: member.rank })
    .from(member)
    .where(among(member, dossierId, ids))
    .orderBy(asc(member.rank), asc(member.id))
    .all();
}

type Speaker = { speakerId: string | null; speaker: string };

/**
 * Who spoke, as minutes name them: the member by today's name and office; where the note names none that stands, what was
 * written when it was taken.
 */
export function speakersOf(orm: Orm, dossierId: string): (note: Speaker) => Speaker {
  const members = memberRows(orm, dossierId);
  const names = new Map(members.map((one) => [one.id, speakerName(one, members)]));
  return ({ speakerId, speaker }) => {
    const name = speakerId === null ? undefined : names.get(speakerId);
    return name === undefined ? { speakerId: null, speaker } : { speakerId, speaker: name };
  };
}
