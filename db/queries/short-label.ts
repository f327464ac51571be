import type { NoteKind, PointKind } from '../domain/words.ts';

const POINT_NAMES: Record<PointKind, string> = { viewpoint: '視点', issue: '課題', example: '事例' };
const NOTE_NAMES: Record<NoteKind, string> = {
  explanation: '説明', opinion: '意見', question: '質問', answer: '回答', decision: '決定', action: '宿題', memo: 'メモ',
};

/** How a point is named in the text that cites it: 「課題②」. A point that has been removed has lost its number. */
export const shortLabel = (kind: PointKind, number: string): string => POINT_NAMES[kind] + number;

/** 「第2回」 where a meeting's label says which it is, else the whole label (市民ワークショップ). */
export const meetingPart = (label: string): string => /第\s*[0-9０-９一二三四五六七八九十百]+\s*回/.exec(label)?.[0] ?? label.trim();

/** How a note is named in the text that cites it: 「森委員 第2回」; by its kind where nobody is named. */
export const noteLabel = (speaker: string, kind: NoteKind, meetingLabel: string): string =>
  `${speaker || NOTE_NAMES[kind]} ${meetingPart(meetingLabel)}`.trim();
