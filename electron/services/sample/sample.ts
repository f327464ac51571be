import { readFileSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import type { DossierDraft } from '../../../db/dossier/draft.ts';
import { itemNumber, itemRows } from '../../../db/queries/items.ts';
import { meetingRows } from '../../../db/queries/meetings.ts';
import { placedPoints } from '../../../db/queries/placed-points.ts';
import { ranksAtEnd } from '../../../db/queries/rank.ts';
import { shortLabel } from '../../../db/queries/short-label.ts';
import type { ClauseContent } from '../../../db/domain/clause-content.ts';
import { speakerName } from '../../../db/domain/speaker-name.ts';
import { committeeContent } from '../../contract/preview/accepted-rows.ts';
import { rowsFromRecognised } from '../../contract/preview/rows-from-recognised.ts';
import { writeAgendaLinks } from '../agenda.ts';
import type { Context } from '../context.ts';
import { changeDossier } from '../door.ts';
import { acceptPaper } from '../import-paper.ts';
import { writeLink } from '../links.ts';
import { SAMPLE_DRAFT, SAMPLE_DRAFT_TITLE, SAMPLE_LINKS, SAMPLE_REASONS, SAMPLE_TABLE, formOf } from './sample-draft.ts';
import type { SampleLine } from './sample-draft.ts';
import { SAMPLE_MEETINGS } from './sample-meetings.ts';
import type { SampleMeeting, SampleNote } from './sample-meetings.ts';
import { SAMPLE_MEMBERS } from './sample-members.ts';

export const SAMPLE_PAPER = new URL('./assets/sample-paper.md', import.meta.url);
const NAME = 'みなみ野市 区役所等の在り方検討会';
const PURPOSE = '区役所と支所、本庁のそれぞれが受け持つ役割を整理し、市民が身近な場所で確かな支えを得られる体制の在り方について、意見を求める。';

/** A member of the sample as notes and attendance refer to them. */
type Person = { id: string; family: string; label: string };
/** Ids by the names the sample's own texts use: items 「(1)」, points 「(1)課題②」, notes 「森・番号」. */
type Ids = Map<string, string>;

/**
 * Makes the sample committee: its working paper taken in as any paper is, then members, three held meetings, links and a
 * draft. Two changes in one step, so that one undo takes the whole sample away.
 * @throws AppError committee-name-taken where a committee of the sample's name stands on the shelf
 */
export async function createSample(outer: Context): Promise<{ committeeId: string }> {
  const context = { ...outer, step: uuidv7() };
  const { committeeId } = await takePaperIn(context);
  const ids = idsOf(context, committeeId);
  const meetings = new Map(meetingRows(context.store.connection.orm, committeeId).map(({ id, label }) => [label, id]));
  changeDossier(context, committeeId, (draft) => {
    draft.edit('committee', committeeId, { sample: true, purpose: PURPOSE });
    const people = writeMembers(draft);
    for (const meeting of SAMPLE_MEETINGS) writeMeeting(draft, meeting, idIn(meetings, meeting.label), people, ids);
    for (const [one, other] of SAMPLE_LINKS) writeLink(draft, idIn(ids, one), idIn(ids, other));
    for (const [name, reason] of Object.entries(SAMPLE_REASONS)) draft.edit('point', idIn(ids, name), { reason });
    writePolicy(draft, ids);
  });
  return { committeeId };
}

/** Reads the sample's paper as the import screen does and accepts all that was recognised. */
async function takePaperIn(context: Context): Promise<{ committeeId: string }> {
  const fileName = '資料2.md';
  const bytes = readFileSync(SAMPLE_PAPER);
  const paper = await context.reader.run(uuidv7(), { do: 'read', fileName, bytes });
  context.staged.put({ ...paper, fileName, bytes });
  const preview = rowsFromRecognised(paper.recognised);
  return acceptPaper(context, {
    sha256: paper.sha256,
    title: paper.recognised.title ?? NAME,
    label: paper.recognised.label,
    committee: { to: 'new', name: NAME, municipality: paper.recognised.municipality ?? '' },
    ...committeeContent(preview),
  });
}

function idsOf({ store: { connection: { orm } } }: Context, committeeId: string): Ids {
  const items = itemRows(orm, committeeId).map(({ id }, i) => [itemNumber(i), id] as const);
  const numbers = new Map(items.map(([number, id]) => [id, number]));
  const points = placedPoints(orm, committeeId).filter((point) => point.parentId === null)
    .map(({ id, itemId, kind, number }) => [`${numbers.get(itemId ?? '') ?? ''}${shortLabel(kind, number)}`, id] as const);
  return new Map([...items, ...points]);
}

function idIn(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the sample has no ${name}`);
  return id;
}

function writeMembers(draft: DossierDraft): Person[] {
  const ranks = ranksAtEnd([], SAMPLE_MEMBERS.length);
  const members = SAMPLE_MEMBERS.map((member) => ({ ...member, id: uuidv7() }));
  return members.map(({ id, ...member }, i) => {
    draft.add('member', id, { ...member, rank: ranks[i] ?? '' });
    return { id, family: member.name.split(' ')[0] ?? '', label: speakerName({ ...member, id }, members) };
  });
}

function writeMeeting(draft: DossierDraft, meeting: SampleMeeting, meetingId: string, people: readonly Person[], ids: Ids): void {
  draft.edit('meeting', meetingId, meeting.fields);
  for (const { id: memberId, family } of meeting.held ? people : []) {
    draft.add('attendance', `${meetingId}/${memberId}`, { meetingId, memberId, state: meeting.attendance[family] ?? 'present' });
  }
  const ranks = ranksAtEnd([], meeting.agenda.length);
  const noteRanks = ranksAtEnd([], meeting.agenda.flatMap(({ notes = [] }) => notes).length);
  for (const [i, { title, minutes, items = [], notes = [] }] of meeting.agenda.entries()) {
    const agendaItemId = uuidv7();
    draft.add('agendaItem', agendaItemId, { meetingId, title, minutes, state: meeting.held ? 'done' : 'open', rank: ranks[i] ?? '' });
    writeAgendaLinks(draft, agendaItemId, items.map((name) => idIn(ids, name)));
    for (const note of notes) writeNote(draft, note, { meetingId, agendaItemId, day: meeting.day, rank: noteRanks.shift() ?? '' }, people, ids);
  }
}

type NotePlace = { meetingId: string; agendaItemId: string; day: string; rank: string };

function writeNote(draft: DossierDraft, note: SampleNote, { day, ...place }: NotePlace, people: readonly Person[], ids: Ids): void {
  const id = uuidv7();
  const person = people.find(({ family }) => family === note.who);
  draft.add('note', id, {
    ...place, speakerId: person?.id ?? null, speaker: person?.label ?? note.who, kind: note.kind, text: note.text,
    // The clock of the machine: the screen shows notes by it, beside the hours the meeting was called for.
    at: new Date(`${day}T${note.at}:00`).toISOString(), due: note.due ?? '',
  });
  for (const point of note.about ?? []) writeLink(draft, id, idIn(ids, point));
  if (note.name !== undefined) ids.set(note.name, id);
}

function writePolicy(draft: DossierDraft, ids: Ids): void {
  const draftId = uuidv7();
  draft.add('draft', draftId, { title: SAMPLE_DRAFT_TITLE, edition: 'rough', rank: ranksAtEnd([], 1)[0] ?? '' });
  const ranks = ranksAtEnd([], SAMPLE_DRAFT.length);
  for (const [i, line] of SAMPLE_DRAFT.entries()) {
    draft.add('clause', uuidv7(), { draftId, ...formOf(line), content: JSON.stringify(contentOf(line, ids)), rank: ranks[i] ?? '' });
  }
}

function contentOf([form, text, ...cites]: SampleLine, ids: Ids): ClauseContent {
  if (form === 'table') return { form, caption: text, rows: SAMPLE_TABLE };
  return { form: 'runs', runs: [{ t: 'text', text }, ...cites.map((name) => ({ t: 'cite' as const, targetId: idIn(ids, name) }))] };
}
