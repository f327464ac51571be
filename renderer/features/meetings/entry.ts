import { z } from 'zod';
import { NOTE_KINDS } from '../../../db/domain/words.ts';
import type { NoteKind } from '../../../db/domain/words.ts';
import { NOBODY, THE_SECRETARIAT } from './speaker.ts';
import type { Speaker } from './speaker.ts';

/** What stands in the entry line of a meeting and is not recorded yet. */
export type Entry = Speaker & { kind: NoteKind; text: string; pointIds: readonly string[] };

export const EMPTY_ENTRY: Entry = { ...NOBODY, kind: 'opinion', text: '', pointIds: [] };

/** The kind after (or before) this one in the order the words have, round and round. */
export function cycleKind(kind: NoteKind, back = false): NoteKind {
  const at = NOTE_KINDS.indexOf(kind) + (back ? -1 : 1);
  return NOTE_KINDS[(at + NOTE_KINDS.length) % NOTE_KINDS.length] ?? 'opinion';
}

/**
 * What the entry line suggests once a note is recorded: an answer by the secretariat after a member's question, the one
 * who asked after an answer, and otherwise the same speaker with an opinion (the secretariat goes on explaining).
 * @param asker who put the question that the note answers, if it answers one.
 */
export function nextEntry(recorded: Entry, asker: Speaker | null): Entry {
  const { speakerId, speaker, kind } = recorded;
  const bySecretariat = speakerId === null && speaker === THE_SECRETARIAT.speaker;
  if (kind === 'question' && !bySecretariat) return { ...EMPTY_ENTRY, ...THE_SECRETARIAT, kind: 'answer' };
  if (kind === 'answer' && asker !== null) return { ...EMPTY_ENTRY, ...asker };
  return { ...EMPTY_ENTRY, speakerId, speaker, kind: kind === 'explanation' || kind === 'memo' ? kind : 'opinion' };
}

/** A deadline in the words of an action: 「8月20日まで」「次回までに」 gives 「8月20日」「次回」; empty where there is none. */
export function dueIn(text: string): string {
  const match = /(?:^|[\s　、。（(「]|は|を)((?:令和|平成|[RHrh]\.?)?[0-9０-９元年月日./／.]*[0-9０-９年月日](?:[\s　]*[上中下]旬|末|頃)?|(?:今|来|再来)?(?:年度|月|週)(?:[上中下]旬|末)|年度末|次回|次々回)[\s　]*まで/.exec(text);
  return match?.[1] ?? '';
}

const KeptEntry = z.object({ speakerId: z.string().nullable(), speaker: z.string(), kind: z.enum(NOTE_KINDS), pointIds: z.array(z.string()) });

/** Speaker, kind and links of an entry as the text that is remembered beside its words. */
export function writeKeptEntry({ speakerId, speaker, kind, pointIds }: Omit<Entry, 'text'>): string {
  return JSON.stringify({ speakerId, speaker: speaker.slice(0, 200), kind, pointIds: pointIds.slice(0, 20) });
}

/** What `writeKeptEntry` wrote; null where nothing usable is remembered. */
export function readKeptEntry(kept: string): Omit<Entry, 'text'> | null {
  try {
    return KeptEntry.parse(JSON.parse(kept));
  } catch {
    // Nothing remembered yet, or by another version: the line starts empty.
    return null;
  }
}
