import { nameOf, type Row } from './tables.ts';

/** The first column of a header row that bears such a name; -1 for none. */
export function columnOf(row: Row, name: RegExp): number {
  return row.cells.findIndex((cell) => name.test(nameOf(cell)));
}

/** What stands in a column of a row, null for nothing. @param above what 〃 stands for. */
export function textIn(row: Row, column: number, above: string | null = null): string | null {
  const text = column < 0 ? '' : flat(row.cells[column]?.text ?? '').replace(/^[-－―—ー]+$/, '');
  if (DITTO.test(text)) return above;
  return text === '' ? null : text;
}

/** The lines of a cell as one. */
export function flat(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

/** What stands for the same as above. */
export const DITTO = /^(?:〃|”|"|々|同上|同)$/;
