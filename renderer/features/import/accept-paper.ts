import type { OutputOf } from '../../../electron/contract/index.ts';
import { acceptedOthers, acceptedRows } from '../../../electron/contract/preview/accepted-rows.ts';
import { libraryRows } from '../../../electron/contract/preview/library-rows.ts';
import { invoke } from '../../app/api.ts';
import type { Session } from './import-session.ts';

/** Where a paper goes: a committee to be made, one there is, or the library of other cities' papers. */
export type Destination = { to: 'new'; name: string; municipality: string } | { to: 'existing'; committeeId: string } | { to: 'library'; municipality: string };

/** A file's name without its ending, which stands for a title where the paper has none. */
export const stemOf = ({ fileName }: { fileName: string }) => fileName.replace(/\.[^.]*$/, '');

/** Takes a paper in as it was corrected. @throws ApiError as papers.accept */
export async function acceptPaper(session: Session, title: string, label: string, destination: Destination): Promise<OutputOf<'papers.accept'>> {
  const items = destination.to === 'existing' ? await invoke('items.list', { committeeId: destination.committeeId }) : [];
  const library = destination.to === 'library';
  return invoke('papers.accept', {
    sha256: session.sha256,
    title,
    label,
    kind: session.kind,
    ...(library ? { municipality: destination.municipality } : {}),
    committee: library ? { to: 'library' } : destination,
    rows: library ? libraryRows(session.present.rows, destination.municipality) : acceptedRows(session.present.rows, items),
    ...(library ? { meetings: [], members: [] } : acceptedOthers(session.present)),
  });
}
