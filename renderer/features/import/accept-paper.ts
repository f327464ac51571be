import type { OutputOf } from '../../../electron/contract/index.ts';
import { committeeContent } from '../../../electron/contract/preview/accepted-rows.ts';
import { libraryContent } from '../../../electron/contract/preview/library-rows.ts';
import { invoke } from '../../app/api.ts';
import type { Session } from './import-session.ts';

/** Where a paper goes: a committee to be made, one there is, or the library of other cities' papers. */
export type Destination = { to: 'new'; name: string; municipality: string } | { to: 'existing'; committeeId: string } | { to: 'library'; municipality: string };

/** A file's name without its ending, which stands for a title where the paper has none. */
export const stemOf = ({ fileName }: { fileName: string }) => fileName.replace(/\.[^.]*$/, '');

/** Takes a paper in as it was corrected; items, meetings and members that the committee has already are not doubled. @throws ApiError as papers.accept */
export async function acceptPaper(session: Session, title: string, label: string, destination: Destination): Promise<OutputOf<'papers.accept'>> {
  const paper = { sha256: session.sha256, title, label, kind: session.kind };
  if (destination.to === 'library') {
    const { municipality } = destination;
    return invoke('papers.accept', { ...paper, municipality, committee: { to: 'library' }, ...libraryContent(session.present, municipality) });
  }
  return invoke('papers.accept', { ...paper, committee: destination, ...(await contentInto(session, destination)) });
}

async function contentInto({ present }: Session, destination: Exclude<Destination, { to: 'library' }>) {
  if (destination.to === 'new') return committeeContent(present);
  const { committeeId } = destination;
  const [items, meetings, members] = await Promise.all([invoke('items.list', { committeeId }), invoke('meetings.list', { committeeId }), invoke('members.list', { committeeId })]);
  return committeeContent(present, { meetings, members }, items);
}
