import type { Member } from '../../../electron/contract/meetings.ts';
import { MEMBER_TITLES, familyName, speakerName, withoutReading } from '../../../db/domain/speaker-name.ts';
import type { MemberRole, NoteKind } from '../../../db/domain/words.ts';

/** Who speaks: a member, or anybody else by what they are called (事務局, 参考人…). */
export type Speaker = { speakerId: string | null; speaker: string };

export const NOBODY: Speaker = { speakerId: null, speaker: '' };
/** The office that serves the committee; it speaks as one body. */
export const SECRETARIAT = '事務局';
export const THE_SECRETARIAT: Speaker = { speakerId: null, speaker: SECRETARIAT };

/** What municipal committees call the same offices. */
const ALSO: Record<string, MemberRole> = { 会長: 'chair', 委員長: 'chair', 座長: 'chair', 副会長: 'vice-chair', 副委員長: 'vice-chair', 副座長: 'vice-chair' };

/** How the notes name a member: as the minutes do, but the secretariat's staff by their own names. */
export const speakerLabel = (member: Member, members: readonly Member[]): string =>
  member.role === 'secretariat' ? familyName(member.name) : speakerName(member, members);

/** What a speaker is called, from the list of members where the note names one. */
export function nameOf(speaker: Speaker, members: readonly Member[]): string {
  const member = members.find((each) => each.id === speaker.speakerId);
  return member === undefined ? speaker.speaker : speakerLabel(member, members);
}

/** Members of the committee itself, whose attendance is counted; the secretariat's staff are not. */
export function seatedMembers(members: readonly Member[]): Member[] {
  return members.filter((member) => member.role !== 'secretariat');
}

const squash = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
const toHiragana = (text: string): string => text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

/** Whether what was typed (kanji, kana or letters) is found in what a member is called, their reading or where they come from. */
export function memberMatches(member: Member, typed: string): boolean {
  const needle = toHiragana(squash(typed));
  return [`${member.name}${MEMBER_TITLES[member.role]}`, `${familyName(member.name)}${MEMBER_TITLES[member.role]}`, member.affiliation, member.field].some((text) => toHiragana(squash(text)).includes(needle));
}

/** The one member a name stands for: 「森」「森委員」「森 一郎」「会長」. null where none or more than one is meant. */
export function memberNamed(name: string, members: readonly Member[]): Member | null {
  const wanted = squash(name);
  const role = ALSO[wanted];
  const found = members.filter((member) => {
    const [family, whole] = [squash(familyName(member.name)), squash(withoutReading(member.name))];
    const names = [family, whole, `${family}さん`, `${family}氏`, ...[MEMBER_TITLES[member.role], '委員'].flatMap((title) => [`${family}${title}`, `${whole}${title}`])];
    return role === undefined ? names.includes(wanted) : member.role === role;
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

const KIND_PREFIXES: Record<string, NoteKind> = { 説明: 'explanation', 意見: 'opinion', 質問: 'question', 回答: 'answer', 決定: 'decision', 宿題: 'action', メモ: 'memo' };

export type Prefix = { rest: string; taken: string } & ({ speaker: Speaker } | { kind: NoteKind });

/**
 * Reads the short cut at the start of a line: 「森：」「会長：」「事務局：」 names the speaker, 「決定：」 the kind.
 * @returns null where the words before the colon are neither, so that 「論点：」 stays text.
 */
export function readPrefix(text: string, members: readonly Member[]): Prefix | null {
  const match = /^[\s　]*([^：:\n]{1,20})[：:]/.exec(text);
  if (match === null) return null;
  const [taken, name = ''] = match;
  const rest = text.slice(taken.length);
  const kind = KIND_PREFIXES[name.trim()];
  if (kind !== undefined) return { rest, taken, kind };
  if (name.trim() === SECRETARIAT) return { rest, taken, speaker: THE_SECRETARIAT };
  const member = memberNamed(name, members);
  return member === null ? null : { rest, taken, speaker: { speakerId: member.id, speaker: speakerLabel(member, members) } };
}

/** A person the picker offers: a member or the secretariat, with the digit that picks them. */
export type Candidate = Speaker & { key: string | null; member: Member | null };

/**
 * Whom the picker offers for what was typed. Digits go by seat and never change during a meeting: 1–9 the first nine
 * members, 0 the secretariat; those who spoke last stand first while nothing is typed.
 * @param recent speakers, latest first.
 */
export function candidatesFor(typed: string, members: readonly Member[], recent: readonly Speaker[]): Candidate[] {
  const seated = members.map((member): Candidate => {
    const seat = seatedMembers(members).indexOf(member);
    return { speakerId: member.id, speaker: speakerLabel(member, members), member, key: seat >= 0 && seat < 9 ? String(seat + 1) : null };
  });
  const all: Candidate[] = [...seated, { ...THE_SECRETARIAT, member: null, key: '0' }];
  const same = (a: Speaker, b: Speaker) => (a.speakerId === null ? b.speakerId === null && a.speaker === b.speaker : a.speakerId === b.speakerId);
  const needle = typed.trim();
  if (needle !== '') return all.filter((each) => (each.member === null ? memberless(each.speaker, needle) : memberMatches(each.member, needle)));
  const spoke = recent.flatMap((speaker) => all.find((each) => same(each, speaker)) ?? []).slice(0, 3);
  const first = [...new Set(spoke)];
  return [...first, ...all.filter((each) => !first.includes(each))];
}

/** 「じむ」「ジム」 find the secretariat too: the one name whose reading is known. */
const memberless = (name: string, typed: string): boolean =>
  [name, name === SECRETARIAT ? 'じむきょく' : ''].some((text) => text !== '' && text.includes(toHiragana(squash(typed))));
