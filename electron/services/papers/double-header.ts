import { isFiscalYear } from './programme-table.ts';
import { nameOf, type Row, type Table } from './tables.ts';

/** 上期, 第1四半期, 4～6月: what a year is parted into. */
const PART = /^(?:[上下前後](?:半)?期|第?[1-4一二三四][/]?(?:四半期|Q)|[1-4]Q|(?:1[0-2]|[1-9])(?:月?[~～-](?:1[0-2]|[1-9]))?月)$/;

/** Sets a header of two rows, years over their parts (Ｒ６ | | Ｒ７ | over 上期 | 下期 | 上期 | 下期), in one: Ｒ６上期. */
export function withOneHeader(table: Table): Table {
  const [top, below, ...rows] = table.rows;
  const parts = below?.cells.slice(1).filter(({ text }) => text !== '') ?? [];
  if (!top || !below || parts.length < 2 || !parts.every((cell) => PART.test(nameOf(cell))) || !top.cells.some((cell) => isFiscalYear(nameOf(cell)))) return table;
  let year = '';
  const cells = top.cells.map((cell, i) => {
    const part = nameOf(below.cells[i]);
    year = cell.text === '' ? year : nameOf(cell);
    if (!PART.test(part)) return cell;
    return { ...cell, text: /^[0-9]/.test(part) && !year.includes('年') ? `${year}年度${part}` : year + part };
  });
  const header: Row = { cells, start: top.start, end: below.end };
  return { ...table, rows: [header, ...rows] };
}
