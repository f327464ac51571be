import type { DossierDraft } from '../../../db/dossier/draft.ts';
import { readDate } from '../../../db/domain/read-date.ts';
import { isSetByPapers } from '../../../db/queries/changes.ts';
import { meetingRows } from '../../../db/queries/meetings.ts';
import { memberRows } from '../../../db/queries/members.ts';
import type { Orm } from '../../../db/open.ts';
import { lies } from '../../contract/preview/same-meeting.ts';
import type { AcceptedMeeting, AcceptedMember } from '../../contract/papers.ts';

/** What a meeting's label and date are on the record. */
export const meetingFields = (one: AcceptedMeeting) => ({ label: one.label, ...dateFields(one) });

const dateFields = (one: AcceptedMeeting) => ({
  dateRaw: one.dateRaw, dateStart: one.start, dateEnd: one.end, datePrecision: one.precision, dateFlag: one.flag ?? readDate(one.dateRaw).flag ?? null,
});

/**
 * Fills in what a meeting of the committee leaves open: topics and place, and a day for the stretch of time that a schedule
 * gave it (8月下旬 → 8月25日), unless a person has ever set its date. Nothing else it says is changed.
 */
export function fillMeeting(orm: Orm, draft: DossierDraft, dossierId: string, id: string, one: AcceptedMeeting): void {
  const there = meetingRows(orm, dossierId, [id])[0];
  if (there === undefined) return;
  const isNearer = one.precision === 'day' && there.precision !== 'day' && lies(one, there) && isSetByPapers(orm, dossierId, id, 'dateRaw');
  draft.edit('meeting', id, {
    topics: there.topics || one.topics, place: there.place || (one.place ?? ''), ...(isNearer ? dateFields(one) : {}),
  });
}

/** Fills in what a member of the committee lacks; name and office stay. */
export function fillMember(orm: Orm, draft: DossierDraft, dossierId: string, id: string, one: AcceptedMember): void {
  const there = memberRows(orm, dossierId, [id])[0];
  if (there !== undefined) draft.edit('member', id, { affiliation: there.affiliation || one.affiliation, field: there.field || one.field });
}
