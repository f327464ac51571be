import type { RecognisedPaper, RecognisedRecord } from '../../contract/recognised.ts';
import { isPurpose, sectionKind, sectionName } from './vocabulary.ts';

/** Under 「現況と課題」 that has a section 課題 of its own, what stands before that section is how things are. */
export function tellStates(records: readonly RecognisedRecord[]): void {
  const pathOf = (under: readonly string[]) => under.join('\n');
  const split = new Set(records.flatMap(({ kind, under }) => (kind === 'issue' && STATE_AND_ISSUES.test(under.at(-2) ?? '') && sectionName(under.at(-1) ?? '') === 'issue' ? [pathOf(under.slice(0, -1))] : [])));
  for (const record of records) if (record.kind === 'issue' && split.has(pathOf(record.under))) record.kind = 'background';
}

/**
 * In a chapter on how things are, where one of several sections is 「教員配置の課題」, those beside it that only name a subject
 * (小規模校の増加) list what is wanting too.
 */
export function tellIssues({ headings, records }: Pick<RecognisedPaper, 'headings' | 'records'>): void {
  const ofIssues = new Set(records.flatMap(({ kind, under }) => (kind === 'issue' && sectionKind(under.at(-1) ?? '') === 'issue' && sectionName(under.at(-1) ?? '') === null && sectionKind(under.at(-2) ?? '') === 'background' ? [under.slice(0, -1).join('\n')] : [])));
  if (ofIssues.size === 0) return;
  for (const record of records) {
    const subject = record.under.at(-1) ?? '';
    if (record.kind === 'background' && sectionKind(subject) === null && !/(?:推移|動向|見通し)$/.test(subject) && ofIssues.has(record.under.slice(0, -1).join('\n')) && headings.some(({ text, marker }) => text === subject && marker !== null)) record.kind = 'issue';
  }
}

const STATE_AND_ISSUES = /(?:現状|現況|状況)(?:と|及び|・|並びに)(?:主な)?課題$/;

/** 「…策定の趣旨」 tells first how things are and then what the paper is for, where one of its sentences says the latter. */
export function tellPurposes(records: readonly RecognisedRecord[]): void {
  const sections = Map.groupBy(records.filter(({ kind, under, marker }) => kind === 'purpose' && marker === null && under.at(-1)?.endsWith('趣旨') === true), ({ under }) => under.join('\n'));
  for (const texts of sections.values()) {
    const from = texts.findIndex(({ text }) => isPurpose(text) || SAYS_WHAT_FOR.test(text));
    for (const record of texts.slice(0, Math.max(from, 0))) record.kind = 'background';
  }
}

const SAYS_WHAT_FOR = /(?:を目的と|ことを目指|(?:ため|べく)、[^。]*(?:策定|見直|作成|実施|検討))[^。]{0,12}。$/;

/** What is listed under 「参考」, each line with the cities that do it, is examples, whatever the section is on. */
export function tellExamples(records: readonly RecognisedRecord[]): void {
  const sections = Map.groupBy(records.filter(({ under }) => /^(?:参考|ヒント|コラム)$/.test(under.at(-1) ?? '')), ({ under }) => under.join('\n'));
  for (const listed of sections.values()) if (listed.every(({ cities }) => cities.length > 0)) for (const record of listed) record.kind = 'example';
}

/** 「取組の方向」 beside 「主な取組」, and a sentence right above it, say where these go. */
export function tellDirections(records: readonly RecognisedRecord[]): void {
  const outer = (under: readonly string[]) => under.slice(0, -1).join('\n');
  const isOfDirection = (under: readonly string[]) => (under.at(-1) ?? '').endsWith('方向');
  const measures = new Set(records.flatMap(({ kind, under }) => (kind === 'measure' && !isOfDirection(under) && sectionName(under.at(-1) ?? '') === 'measure' ? [outer(under)] : [])));
  for (const record of records) {
    const isAbove = record.marker === null && record.text.endsWith('。') && measures.has(record.under.join('\n'));
    if (record.kind === 'measure' && (isAbove || (isOfDirection(record.under) && measures.has(outer(record.under))))) record.kind = 'policy_direction';
  }
}
