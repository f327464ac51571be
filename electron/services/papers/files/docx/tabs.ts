import { readMarker } from '../../../../../db/domain/marker.ts';
import type { Block, Paragraph } from './blocks.ts';
import { dressedText, trimmedOf } from './pieces.ts';

/** Rows set with tabs are a table from so many rows and columns on. */
const LEAST_ROWS = 3;
const LEAST_COLUMNS = 3;

/** Tabs set text apart, a typed number by one space; in a contents list the last is drawn as dots up to the page number. */
export function untabbed(text: string, isContents: boolean): string {
  const last = isContents ? text.lastIndexOf('\t') : -1;
  const led = last < 0 ? text : `${trimmedOf(text.slice(0, last), '\t')} …… ${text.slice(last + 1)}`;
  const labelled = led.replace(COLON, '$1');
  const [number = ''] = /^[^\t]{1,6}(?=\t)/.exec(labelled) ?? [];
  const isNumber = number !== '' && readMarker(`${number}　x`)?.rest === 'x';
  return (isNumber ? labelled.replace(/\t+/, '　') : labelled).replace(/\t+/g, '　　');
}

/** 「日時⇥：⇥令和…」: the tabs only line up the colon of a label. */
const COLON = /\t?([：:])\t/g;

/** Paragraphs in a row that tabs cut into as many columns: a table set by hand. */
export function tabRows(blocks: readonly Block[], from: number): string[][] {
  const rows: string[][] = [];
  for (let i = from; i < blocks.length; i += 1) {
    const block = blocks[i];
    const cells = block?.kind === 'paragraph' ? tabCells(block) : [];
    if (cells.length < LEAST_COLUMNS || (rows[0] && rows[0].length !== cells.length)) break;
    rows.push(cells);
  }
  return rows.length >= LEAST_ROWS ? rows : [];
}

function tabCells({ pieces, facts }: Paragraph): string[] {
  if (facts.heading !== null || facts.number !== null || facts.isContents || !pieces.some(({ text }) => text.includes('\t'))) return [];
  const text = dressedText(pieces).trim();
  return /[\n\f]/.test(text) ? [] : text.replace(COLON, '$1').split(/\t+/).map((cell) => cell.trim());
}
