import { readMarker, type MarkerFamily } from '../../db/domain/marker.ts';
import type { ClauseForm } from './editor-clause.ts';

/** The levels of a basic policy by the family of their markers: 第1章 › 1 › (1) › ア › (ア). */
const LEVELS: Partial<Record<MarkerFamily, number>> = {
  chapter: 1, decimal: 2, 'decimal-paren': 3, katakana: 4, 'katakana-paren': 5,
};

export type MarkedLine = { form: ClauseForm; ordinal: number | null; restAt: number };

/**
 * Reads the marker a line opens with as the form of a clause; null where it has none that a draft numbers (① stays text).
 * Chapters and short titles with a plain number are headings; what ends as a sentence is text.
 */
export function readClauseMarker(line: string): MarkedLine | null {
  const marker = readMarker(line);
  if (!marker) return null;
  const { family, ordinal, rest, restAt } = marker;
  if (family === 'dot' || family === 'dash') return { form: { kind: 'bullet', level: 0, numbered: false }, ordinal: null, restAt };
  const level = LEVELS[family];
  if (level === undefined) return null;
  const kind = level === 1 || (level === 2 && isTitle(rest)) ? 'heading' : 'paragraph';
  return { form: { kind, level, numbered: true }, ordinal, restAt };
}

/** A title is short and does not end as a sentence. */
const isTitle = (text: string): boolean => text.length <= 40 && !/[。．！？、，]$/.test(text.trim());
