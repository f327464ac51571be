import type { CliCommand } from './arguments.ts';
import { requireFile } from './read-bytes.ts';
import { findCommittee, withSession } from './session.ts';

/** Finds a text in everything the store holds: one hit a line, or as JSON. */
export async function searchStore({ text, store, committee, json }: Extract<CliCommand, { name: 'search' }>): Promise<string> {
  await requireFile(store);
  return withSession(store, async (session) => {
    const committeeId = committee === null ? undefined : (await findCommittee(session, committee)).id;
    const { hits, more } = await session.call('search.all', { text, limit: 200, ...(committeeId === undefined ? {} : { committeeId }) });
    const shown = committeeId === undefined ? hits : hits.filter((hit) => hit.committeeId === committeeId);
    if (json) return `${JSON.stringify({ hits: shown, more }, null, 1)}\n`;
    const lines = shown.map((hit) => `${hit.committeeName}\t${hit.place}\t${(hit.before + hit.match + hit.after).replaceAll(/\s+/g, ' ')}`);
    return lines.length === 0 ? '見つかりませんでした。\n' : `${lines.join('\n')}\n${more ? `ほかにもあります（${shown.length}件まで表示）。\n` : ''}`;
  });
}
