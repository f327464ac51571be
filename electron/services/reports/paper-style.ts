import type { HeadingLevel, Paragraph } from './model.ts';

/**
 * The look of a printed paper, for Word and PDF alike, in points unless said otherwise. Sizes and margins follow what
 * municipal papers in horizontal writing use: A4, 10.5 pt Mincho, about 43 characters a line, Gothic for what stands out.
 */
export const PAGE = { width: 210, height: 297, top: 25, right: 25, bottom: 24, left: 25 } as const; // mm

export type TextStyle = { size: number; line: number };

export const BODY: TextStyle = { size: 10.5, line: 18 };
export const NOTE: TextStyle = { size: 9, line: 14 };
export const TABLE: TextStyle = { size: 9.5, line: 15 };
export const CAPTION: TextStyle = { size: 9.5, line: 15 };
export const PAPER_NUMBER: TextStyle = { size: 12, line: 20 };
export const TITLE: TextStyle = { size: 16, line: 26 };

export const LOOKS: Record<Paragraph['look'], TextStyle & { gothic: boolean }> = {
  text: { ...BODY, gothic: false },
  small: { ...NOTE, gothic: false },
  emphasis: { ...BODY, gothic: true },
};

export const HEADINGS: Record<HeadingLevel, TextStyle & { before: number; after: number; rule: boolean; indent: number }> = {
  1: { size: 15, line: 24, before: 30, after: 12, rule: true, indent: 0 },
  2: { size: 12, line: 20, before: 20, after: 6, rule: false, indent: 0 },
  3: { size: 10.5, line: 18, before: 12, after: 3, rule: false, indent: 1 },
  4: { size: 10.5, line: 18, before: 8, after: 2, rule: false, indent: 2 },
  5: { size: 10.5, line: 18, before: 6, after: 2, rule: false, indent: 3 },
};

/** Lines of the contents list by heading level: indent in ems. */
export const CONTENTS: TextStyle = { size: 10.5, line: 21 };

export const INK = '1B1F27';
export const HAIRLINE = '8A909C';
export const SHADE = 'EEF0F4';

/** One em of body text, the unit of every indent. */
export const EM = BODY.size;

export const MINCHO = 'BIZ UDPMincho';
export const GOTHIC = 'BIZ UDPGothic';
