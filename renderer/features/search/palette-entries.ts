import { SEARCH_KINDS, type SearchHit } from '../../../electron/contract/search.ts';
import type { AppCommand } from '../../app/commands.ts';

/** A line of the palette that can be chosen. */
export type Entry = { id: string } & ({ command: AppCommand } | { hit: SearchHit });
export type EntryGroup = { key: 'recent' | 'commands' | SearchHit['kind']; entries: Entry[] };

/** The lines of papers last: what was made of them says the same, and says what it is. */
const KINDS = [...SEARCH_KINDS.filter((kind) => kind !== 'paper'), 'paper'] as const;
const MOST_COMMANDS = 5;

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/**
 * What the palette lists: without words the recent commands and then all of them; with words the commands whose name
 * holds them, then the hits by kind, in the order they came within a kind.
 * @param recent ids of commands, the last used first.
 */
export function paletteEntries(text: string, commands: readonly AppCommand[], hits: readonly SearchHit[], recent: readonly string[]): EntryGroup[] {
  const words = folded(text);
  const listed = commands.filter((command, index) => command.listed !== false && commands.findIndex(({ id }) => id === command.id) === index);
  const entry = (command: AppCommand): Entry => ({ id: `command.${command.id}`, command });
  if (words === '') {
    const used = recent.flatMap((id) => listed.find((command) => command.id === id) ?? []);
    const others = listed.filter((command) => !used.includes(command));
    return nonEmpty([{ key: 'recent', entries: used.map(entry) }, { key: 'commands', entries: others.map(entry) }]);
  }
  const matching = listed.filter((command) => folded(command.label).includes(words)).slice(0, MOST_COMMANDS);
  const byKind = Map.groupBy(hits, (hit) => hit.kind);
  return nonEmpty([
    { key: 'commands', entries: matching.map(entry) },
    ...KINDS.map((kind): EntryGroup => ({ key: kind, entries: (byKind.get(kind) ?? []).map((hit, index) => ({ id: `${kind}.${hit.id}.${hit.offset ?? ''}.${index}`, hit })) })),
  ]);
}

const nonEmpty = (groups: EntryGroup[]) => groups.filter((group) => group.entries.length > 0);
