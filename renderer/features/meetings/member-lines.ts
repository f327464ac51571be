import type { MemberRole } from '../../../db/domain/words.ts';

export type TypedMember = { name: string; affiliation: string; role: MemberRole };

/** What lists of members in municipal papers call the offices; ◎ and ○ are their marks for chair and vice-chair. */
const ROLES: Record<string, MemberRole> = {
  '◎': 'chair', 会長: 'chair', 委員長: 'chair', 座長: 'chair',
  '○': 'vice-chair', 副会長: 'vice-chair', 副委員長: 'vice-chair', 副座長: 'vice-chair', 職務代理: 'vice-chair', 職務代理者: 'vice-chair',
  委員: 'member', 事務局: 'secretariat', オブザーバー: 'other', 参考人: 'other',
};
const OFFICE = '副?会長|副?委員長|副?座長|職務代理者?|委員|事務局|オブザーバー|参考人';
const LEADING = new RegExp(`^(◎|○|(?:${OFFICE})(?=[\\s　:：\\t]))[:：\\s　]*`);
const TRAILING = new RegExp(`[\\s　]+(${OFFICE})$`);
const NUMBER = /^[\s　]*(?:[0-9０-９]{1,2}[.．、\s　]+|[①-⑳]|[-・][\s　]*)/;

/** One line: office, name and where the person comes from, in whichever of the usual orders. */
function readLine(line: string): TypedMember | null {
  let text = line.replace(NUMBER, '').trim();
  let role: MemberRole = 'member';
  const take = (pattern: RegExp) => {
    const match = pattern.exec(text);
    if (match === null) return;
    role = ROLES[match[1] ?? ''] ?? role;
    text = text.replace(pattern, '').trim();
  };
  // ◎ and an office may both be there; the office is the plainer word, so it is read last.
  take(LEADING);
  take(LEADING);
  const [name = '', ...rest] = text.split(/\t+|[,，]|[\s　]{2,}/).map((cell) => cell.trim()).filter((cell) => cell !== '');
  text = name;
  take(TRAILING);
  const bracket = /[（(]([^（()）]*)[）)]$/.exec(text);
  // A bracket of kana alone is the reading of the name and stays with it.
  const inBracket = bracket !== null && !/^[ぁ-んァ-ヶー\s　]+$/.test(bracket[1] ?? '') ? bracket : null;
  const office = rest.find((cell) => Object.hasOwn(ROLES, cell));
  if (office !== undefined) role = ROLES[office] ?? role;
  const affiliation = [inBracket?.[1] ?? '', ...rest.filter((cell) => cell !== office)].filter((cell) => cell !== '').join(' ');
  const bare = (inBracket === null ? text : text.slice(0, inBracket.index)).replace(/[\s　]+/g, ' ').trim();
  return bare === '' ? null : { name: bare, affiliation, role };
}

/**
 * Reads a pasted list of members, one a line, as committees' papers print them: 「会長　石田 正（みなみ大学教授）」,
 * 「◎石田 正」, or cells of a table split by tabs, commas or two spaces. Lines without a name fall out.
 */
export function readMemberLines(text: string): TypedMember[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => readLine(line) ?? []);
}
