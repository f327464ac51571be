import type { MemberRole } from './words.ts';

type Named = { id: string; name: string; role: MemberRole };

/** What stands behind a member's name. */
export const MEMBER_TITLES: Readonly<Record<MemberRole, string>> = { chair: '会長', 'vice-chair': '副会長', member: '委員', secretariat: '', other: '' };

/** A reading in brackets after the name, 「森 一郎（もり いちろう）」, is for finding it and is not said aloud. */
export const withoutReading = (name: string): string => name.replace(/[（(][ぁ-んァ-ヶー\s　]+[）)]\s*$/, '').trim();

/** The family name where a space tells it apart, else the whole name. */
export const familyName = (name: string): string => withoutReading(name).split(/[\s　]+/)[0] ?? name;

/**
 * How minutes name a member: 「石田会長」「森委員」; two of one family name keep their whole names. The secretariat speaks
 * as one body, 「事務局」, as the minutes of municipal committees have it.
 * @param members all members of the committee
 */
export function speakerName(member: Named, members: readonly Named[]): string {
  if (member.role === 'secretariat') return '事務局';
  const family = familyName(member.name);
  const shared = members.some((other) => other.id !== member.id && other.role !== 'secretariat' && familyName(other.name) === family);
  return `${shared ? withoutReading(member.name) : family}${MEMBER_TITLES[member.role]}`;
}
