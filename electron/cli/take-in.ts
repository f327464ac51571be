import { LIBRARY_ID } from '../../db/domain/library.ts';
import { committeeContent } from '../contract/preview/accepted-rows.ts';
import { libraryContent } from '../contract/preview/library-rows.ts';
import type { Preview } from '../contract/preview/preview.ts';
import { AppError } from '../contract/errors.ts';
import { StagedPapers } from '../services/papers/staged-papers.ts';
import type { StagedPaper } from '../services/papers/staged-papers.ts';
import { findCommittee, withSession } from './session.ts';
import type { Session } from './session.ts';

/** Where a paper goes: a committee by name (null: its title is the name), the library, or the place of a paper of either. */
export type Destination = { committee: string | null; library: boolean; city: string | null; replaces: string | null };

/**
 * Takes a paper that was read into the store as the app does when nothing is corrected by hand.
 * @returns the line to print
 * @throws AppError as the services refuse, no-such-paper where none of that name is to be replaced
 */
export async function takeIn(store: string, paper: StagedPaper, title: string, preview: Preview, to: Destination): Promise<string> {
  const staged = new StagedPapers();
  staged.put(paper);
  return withSession(store, async (session) => {
    if (to.replaces !== null) return replace(session, paper, title, { ...to, replaces: to.replaces });
    if (to.library) return shelve(session, paper, title, preview, to);
    return accept(session, paper, title, preview, to.committee ?? title);
  }, { staged });
}

async function accept(session: Session, { sha256, recognised }: StagedPaper, title: string, preview: Preview, name: string): Promise<string> {
  const existing = (await session.call('committees.list', {})).find((one) => one.name === name);
  const of = existing === undefined ? null : { committeeId: existing.id };
  const [items, meetings, members] = of === null ? [[], [], []]
    : [await session.call('items.list', of), await session.call('meetings.list', of), await session.call('members.list', of)];
  await session.call('papers.accept', {
    sha256, title, label: recognised.label,
    committee: existing === undefined ? { to: 'new', name, municipality: recognised.municipality ?? '' } : { to: 'existing', committeeId: existing.id },
    ...committeeContent(preview, { meetings, members }, items),
  });
  return `「${name}」に取り込みました。\n`;
}

async function shelve(session: Session, { sha256, recognised }: StagedPaper, title: string, preview: Preview, { city }: Destination): Promise<string> {
  const municipality = city ?? recognised.municipality ?? '';
  await session.call('papers.accept', { sha256, title, label: recognised.label, municipality, committee: { to: 'library' }, ...libraryContent(preview, municipality) });
  return `事例集に取り込みました（${municipality === '' ? '市の名前は読み取れませんでした。--city で付けられます' : municipality}）。\n`;
}

async function replace(session: Session, { sha256 }: StagedPaper, title: string, to: Destination & { replaces: string }): Promise<string> {
  const committeeId = to.library ? LIBRARY_ID : (await findCommittee(session, to.committee)).id;
  const papers = (await session.call('papers.list', { committeeId })).filter(({ replacedBy, cited }) => replacedBy === null && !cited);
  const old = papers.find((one) => [one.title, one.label, one.fileName].includes(to.replaces));
  if (old === undefined) throw new AppError('no-such-paper', { file: to.replaces, names: papers.map((one) => one.label || one.title).join('、') });
  const { same, changed, vanished, added } = await session.call('papers.replace', {
    committeeId, paperId: old.id, sha256, title, label: old.label, ...(to.city === null ? {} : { municipality: to.city }),
  });
  return `「${to.replaces}」を差し替えました。そのまま ${same}　変わった ${changed}　なくなった ${vanished}（トレイにあります）　新しい ${added}\n`;
}
