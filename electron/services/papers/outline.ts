import { familyRank, type MarkerFamily } from '../../../db/domain/marker.ts';
import { isMixed, yieldsTo, type SectionKind } from './vocabulary.ts';

/** A heading in its place: what it stands under is the stack below it. */
export type Open = {
  text: string;
  family: MarkerFamily | 'plain';
  sign: string | null;
  ordinal: number | null;
  /** Number of `#`, which only counts between headings without a marker. */
  hash: number;
  section: SectionKind | null;
  /** True where the heading is nothing but the name of its section (課題, 主な取組). */
  named?: boolean;
  /** True where a plain heading stands right above another, or a sign above a bracket of another form: it holds those that follow. */
  outer?: boolean;
  /** True where a plain heading stands right above what is said of it (取組, 課題) with as many #. */
  subject?: true;
  /** True where its text stands on its own line (【背景】 人口が…): it holds no more than that. */
  inline?: boolean;
  /** True for a cell of a table that names what others hold: it gives them their kind, and is no heading. */
  cell?: true;
};

/** 「課　題」 → 課題: a heading or a name spaced out letter by letter. */
export function unspaced(text: string): string {
  return text.length <= 80 && /^\S(?:[ 　\t]+\S)+$/.test(text) ? text.replace(/[ 　\t]+/g, '') : text;
}

/** Kinds that a heading passes on to the headings below it; an agenda or a schedule is over where a new heading begins. */
const PASSED_ON = new Set<SectionKind>([
  'viewpoint', 'issue', 'example', 'policy_direction', 'measure', 'outcome', 'background', 'purpose', 'opinion', 'response', 'decision', 'statement',
]);

/** What a section holds: what its own heading names, else what an outer one passes on. */
export function kindOf(under: readonly Open[]): SectionKind | null {
  const own = under.at(-1);
  // 「幹線と支線の役割分担」 treats of a subject, and names nobody for the sections within it.
  const at = under.slice(0, -1).findLastIndex((open) => open.section !== null && (open.section !== 'actor' || open.named === true));
  const passed = under[at];
  const held = passed === undefined ? null : isDirectionWithin(passed) ? kindOf(under.slice(0, at + 1)) : passed.section;
  const above = under.at(-2);
  // 「(2) 市民参加」 under 「4 スケジュール」 is a part of it.
  if (own?.section === null && above?.section === 'schedule' && own.ordinal !== null && above.ordinal !== null && above.named === true) return 'schedule';
  const outer = passed !== undefined && held !== null && PASSED_ON.has(held) && !isMixed(passed.text) ? held : null;
  if (!own || own.section === null) return outer;
  return (own.named !== true || isDirectionWithin(own)) && yieldsTo(own.section, outer) ? outer : own.section;
}

/** 「取組の方向」 holds measures, unless it stands in a chapter of directions. */
export const isDirectionWithin = ({ section, text }: Open): boolean => section === 'measure' && text.endsWith('方向');

/** Signs and brackets from the outermost: in papers ■ holds 【】, 【】 holds 《》, and so on. */
const SIGN_ORDER: readonly (readonly [MarkerFamily | 'plain', RegExp | null])[] = [
  ['double-circle', null], ['square', /[■◼◻❏☐❑]/], ['lenticular', null], ['plain', null], ['double-angle', null], ['angle', null], ['bracket', null],
  ['square', null], ['diamond', /[◆❖]/], ['circle', /[●⚫]/], ['triangle', null], ['diamond', null], ['circle', null], ['star', null],
  ['arrow', null], ['dot', null], ['note', null], ['dash', null],
];

function signRank(open: Open): number {
  return SIGN_ORDER.findIndex(([family, sign]) => family === open.family && (sign === null || sign.test(open.sign ?? '')));
}

export function rankOf(family: Open['family']): number | null {
  return family === 'plain' ? null : familyRank(family);
}

/** What stands ahead in the paper, as far as the place of a heading depends on it. */
export type Ahead = {
  /** Whether a count comes to a number. */
  counts: (to: Count) => boolean;
  /** Whether it does, and a heading like `sought` comes again before. */
  comesAgain: (until: Count, sought: Open) => boolean;
};
/** `word`: of a subject's number (方針2), so that another word's is not taken for it. */
export type Count = { family: MarkerFamily; ordinal: number; word?: string };

/**
 * Puts a heading in its place by the form of its marker, never by the number of `#`: a numbered one beside the one it
 * counts on from, or under what its family stands under; a sign or bracket beside the last of its kind in the section.
 * @param stack the open headings, outermost first; changed in place.
 * @param ahead what follows in the paper.
 * @returns the heading's level, 1 for the outermost.
 */
export function place(stack: Open[], heading: Open, ahead: Ahead): number {
  const level = keptBelow(stack, heading, ahead);
  // What has held brackets once does so wherever it comes again.
  if (stack[level]?.outer && stack[level].sign !== null && stack[level].sign === heading.sign) heading.outer = true;
  stack.length = level;
  stack.push(heading);
  return stack.length;
}

function keptBelow(stack: readonly Open[], heading: Open, ahead: Ahead): number {
  const { family, ordinal } = heading;
  const rank = rankOf(family);
  // Where to write to belongs to the paper, not to its last chapter.
  if (heading.section === 'contact' && rank === null) return 0;
  // No schedule holds the members.
  if (family === 'plain' && heading.section === 'members' && stack.at(-1)?.section === 'schedule') return stack.length - 1;
  if (family === 'plain' && (APPENDIX.test(heading.text) || isBesideChapters(stack, heading, ahead))) return 0;
  if (family === 'plain' && heading.section === null) return belowPlain(stack, heading);
  const subject = family === 'plain' ? subjectOf(stack, heading) : -1;
  if (subject >= 0) return subject + 1;
  if (family === 'plain') return isPoint(heading.section) ? belowSigns(stack, heading) : belowOwn(stack, heading);
  if (rank === null) return belowSigns(stack, heading);
  const sibling = siblingOf(stack, heading);
  if (sibling >= 0) return sibling;
  if (isSubject(heading.sign, family)) return belowHolder(stack, heading);
  if (family === 'part' || family === 'chapter') {
    return stack.findLastIndex((open) => (family === 'chapter' && open.family === 'part') || isOfOpinions(open)) + 1;
  }
  // A new count: it goes under numbers of an outer family; a sign is outer unless it comes again within this count.
  const outer = stack.findIndex((open) => {
    const other = rankOf(open.family);
    if (open.family === 'plain' && FOREWORD.test(open.text)) return true;
    if (other !== null) return other >= rank && !beginsAgain(open, heading);
    if (open.hash > 0 && heading.hash > 0 && open.family === 'plain' && open.section === null) return open.hash >= heading.hash;
    return ahead.comesAgain({ family, ordinal: (ordinal ?? 0) + 1 }, open);
  });
  return outer < 0 ? stack.length : outer;
}

/** Kinds that are said of one subject after the other. */
const SAID = new Set<SectionKind | null>(['viewpoint', 'issue', 'example', 'policy_direction', 'measure', 'outcome']);

/** Whether a section is one of several on one subject. */
export const isSaid = (section: SectionKind | null): boolean => SAID.has(section);

/** 取組, 成果 and 課題, without # or right below it, stand side by side under 「#### 集会所の統合」, which is nothing but a subject; -1 where none is open. */
function subjectOf(stack: readonly Open[], { hash, named, section }: Open): number {
  if (named !== true || !SAID.has(section)) return -1;
  const at = stack.findLastIndex((open) => open.family === 'plain' && open.hash > 0 && open.named !== true && open.sign === null && (hash === 0 || (open.subject === true && open.hash === hash)));
  return stack.slice(at + 1).some((open) => rankOf(open.family) !== null) ? -1 : at;
}

/** 「第1章に関する意見」 among opinions is a chapter of the plan that they are on. */
const isOfOpinions = ({ section }: Open): boolean => section === 'opinion' || section === 'response';

/** What stands before the first chapter or behind the last stands under none. */
const APPENDIX = /^(?:資料編|参考資料|付属資料|巻末資料|はじめに|おわりに|終わりに|むすび(?:に)?|結び(?:に)?)$/;

const FOREWORD = /^(?:はじめに|おわりに|終わりに|むすび(?:に)?|結び(?:に)?)$/;

/**
 * A plain heading with no more # than the chapters has stands beside them; so does one after the last of several subjects
 * (方針3), and one that no single thing treated can hold (決定事項, 審議の予定).
 */
function isBesideChapters([first]: readonly Open[], { hash, section }: Open, ahead: Ahead): boolean {
  if (first === undefined || hash === 0 || first.hash < hash || rankOf(first.family) === null) return false;
  if (section !== null && OF_THE_PAPER.has(section)) return true;
  const word = subjectWord(first.sign);
  if (isSubject(first.sign, first.family)) return !isPoint(section) && (first.ordinal ?? 0) > 1 && first.hash === hash && !ahead.counts({ family: 'section', ordinal: (first.ordinal ?? 0) + 1, word });
  return ['part', 'chapter', 'section', 'roman'].includes(first.family);
}

const OF_THE_PAPER = new Set<SectionKind>(['decision', 'schedule', 'members']);

/** 「審議事項１」「方針2」: a word and a number as the marker, unlike 第１ or ［1］. */
export function isSubject(sign: string | null, family: Open['family']): boolean {
  return family === 'section' && sign?.startsWith('第') !== true && !/^[［[〔][0-9０-９]/.test(sign ?? '');
}

/** 「基本目標Ⅰ」 → 基本目標: subjects of another word (施策1) are another count. */
export function subjectWord(sign: string | null): string {
  return (sign ?? '').normalize('NFKC').replace(/[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, '').replace(/^第.*$|[一二三四五六七八九十]+$/, '');
}

/** Signs that head the sections of a paper, and hold the numbered subjects in them. */
const HOLDING = new Set<Open['family']>(['square', 'diamond', 'double-circle', 'circle']);

/** A numbered subject stands under whatever number, sign or plain heading its chapter has. */
function belowHolder(stack: readonly Open[], { hash }: Open): number {
  return stack.findLastIndex((open) => {
    if (rankOf(open.family) !== null) return true;
    return (open.family === 'plain' || open.section === null || HOLDING.has(open.family)) && !open.inline && !(hash > 0 && open.hash >= hash);
  }) + 1;
}

/** The heading it counts on from: of two open counts of one family, the one with as many `#`. */
function siblingOf(stack: readonly Open[], { family, ordinal, hash, sign }: Open): number {
  const before = (open: Open) => open.family === family && (open.ordinal ?? 0) < (ordinal ?? Infinity) && (family !== 'section' || subjectWord(open.sign) === subjectWord(sign));
  const alike = stack.findLastIndex((open) => before(open) && open.hash === hash);
  return alike >= 0 && hash > 0 ? alike : stack.findLastIndex(before);
}

/** 「### 1.」 right under 「## 3」 begins a count of its own within it, in the same family. */
function beginsAgain(open: Open, heading: Open): boolean {
  return open.family === heading.family && heading.ordinal === 1 && open.hash > 0 && heading.hash > open.hash;
}

function isPoint(kind: SectionKind | null): boolean {
  return kind === 'viewpoint' || kind === 'issue' || kind === 'example';
}

/** スケジュール or 委員名簿 without a marker stands beside the outermost plain heading, since no item holds one. */
function belowOwn(stack: readonly Open[], heading: Open): number {
  const outermost = stack.findIndex((open) => open.family === 'plain');
  if (heading.hash === 0 && outermost >= 0) return outermost;
  return aboveNumbers(stack, heading) ?? belowSigns(stack, heading);
}

/** Where a plain heading goes whose `#` is above those of all numbers; null where it is not. */
function aboveNumbers(stack: readonly Open[], heading: Open): number | null {
  if (heading.hash === 1) return 0;
  const numbered = stack.filter((open) => rankOf(open.family) !== null && open.hash > 0);
  if (heading.hash === 0 || numbered.length === 0 || numbered.some((open) => open.hash <= heading.hash)) return null;
  return Math.max(0, stack.findIndex((open) => open.hash >= heading.hash));
}

const APPENDED = /^(?:(?:参考|附属|付属|巻末|関係)?資料(?:編|集)?|付録|附録)$/;

/** A plain heading stands under the innermost number, unless its `#` is above those of all numbers. */
function belowPlain(stack: readonly Open[], heading: Open): number {
  // What is appended stands beside the chapters.
  if (APPENDED.test(heading.text) && stack[0]?.family === 'chapter') return 0;
  const above = aboveNumbers(stack, heading);
  if (above !== null) return above;
  const innermost = stack.findLastIndex((open) => rankOf(open.family) !== null);
  // 「その他」 beside the chapters of the plan that opinions are on.
  if (stack[innermost]?.family === 'chapter' && stack[innermost].hash === heading.hash && stack.slice(0, innermost).some(isOfOpinions)) return innermost;
  const beside = stack.findIndex((open, i) => i > innermost && (heading.outer || !open.outer) && (open.hash === 0 || heading.hash === 0 || open.hash >= heading.hash));
  return beside < 0 ? stack.length : beside;
}

const BRACKETS = new Set<Open['family']>(['lenticular', 'double-angle', 'angle', 'bracket']);

function belowSigns(stack: readonly Open[], heading: Open): number {
  // ■ beside the ■ that holds numbered subjects, or that has as many #.
  const same = heading.family === 'plain' ? -1 : stack.findIndex((open) => open.family === heading.family && open.sign === heading.sign);
  const held = stack.slice(same + 1).some((open) => isSubject(open.sign, open.family) || (rankOf(open.family) !== null && heading.hash === 0 && stack[same]?.hash === 0));
  if (same >= 0 && ((heading.hash > 0 && stack[same]?.hash === heading.hash) || (held && (HOLDING.has(heading.family) || heading.section === null || OF_THE_PAPER.has(heading.section))))) return same;
  const numbered = stack.findLastIndex((open) => rankOf(open.family) !== null);
  const mine = signRank(heading);
  // 「課題」 on its own stands under the plain heading of its subject, not beside it.
  const holdsBracket = (open: Open) => open.outer === true && open.sign !== heading.sign && BRACKETS.has(heading.family);
  const holds = (open: Open) => holdsBracket(open) || heading.family === 'plain' && open.family === 'plain' && (
    heading.hash > 0 && open.hash > 0 ? heading.hash > open.hash : open.sign === null && isPoint(heading.section) && !isPoint(open.section)
  );
  // Two signs with as many # are beside each other (【】 and ◇), unless one names what the other holds.
  const alike = (open: Open) => heading.hash > 0 && open.hash === heading.hash && !isPoint(heading.section);
  const above = stack.findIndex((open, i) => i > numbered && (signRank(open) >= mine || alike(open)) && !holds(open));
  return above < 0 ? stack.length : above;
}
