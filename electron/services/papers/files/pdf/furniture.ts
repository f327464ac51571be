import { BAND } from './margins.ts';
import { sizeTurned } from './turn.ts';
import type { Page, Row } from './types.ts';

/** How many lines a running head has at most. */
const MOST_LINES = 4;

const PAGE_NUMBER = /^[-‐–—―~〜・.(<〈\s]*(?:p\.?|page|no\.?)?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:\/|of)\s*\d{1,4})?\s*(?:頁|ページ)?[-‐–—―~〜・.)>〉\s]*$/i;
/** A paper's own number stands in the corner of its first page, and often on all that follow. */
const LABEL = /(?:資料|別紙|別添|参考|議案)(?:番号)?[ \u3000]*(?:第|[NＮ][oｏ][.．]?)?[ \u3000]*[0-9０-９一二三四五六七八九十①-⑳]/;

/**
 * Finds what is printed on page after page: running heads, feet and page numbers, in the bands at the top and the bottom.
 * @returns the rows of each page that are furniture.
 */
export function furnitureOf(pages: readonly Page[]): Set<Row>[] {
  const bands = pages.flatMap((page, i) => bandsOf(page).map((rows, side) => ({ page: i, side, rows })));
  const seen = new Map<string, { base: number; pages: Set<number> }[]>();
  for (const { page, side, rows } of bands) for (const row of rows) remember(seen, keyOf(side, row), row.base, page);

  const furniture = pages.map(() => new Set<Row>());
  const needed = pages.length > 5 ? 3 : 2;
  for (const { page, side, rows } of bands) {
    for (const [i, row] of rows.entries()) {
      const text = textOf(row);
      const places = seen.get(keyOf(side, row)) ?? [];
      const count = places.find((place) => Math.abs(place.base - row.base) < PLACE)?.pages.size ?? 0;
      const numbered = PAGE_NUMBER.test(text.normalize('NFKC'));
      const repeated = count >= needed && text.length <= 100 && (numbered || isApart(pages[page], row, side));
      if (!numbered && !repeated) break;
      if (page === 0 && LABEL.test(text)) continue;
      // Of a table that begins a page the first row is a number too: it is not alone on its line, nor is it apart.
      if (numbered && !repeated && (i > 0 || !isApart(pages[page], row, side))) break;
      furniture[page]?.add(row);
    }
  }
  return furniture;
}

/** Furniture stands in the same place on every page, within points. */
const PLACE = 4;

function remember(seen: Map<string, { base: number; pages: Set<number> }[]>, key: string, base: number, page: number): void {
  const places = seen.get(key) ?? [];
  seen.set(key, places);
  const place = places.find((known) => Math.abs(known.base - base) < PLACE);
  if (place) place.pages.add(page);
  else places.push({ base, pages: new Set([page]) });
}

/** The rows of the two bands, from the edge of the page inwards, and what stands at the ends of vertical lines. */
function bandsOf(page: Page): [Row[], Row[], Row[], Row[]] {
  const { height } = sizeTurned(page.turn, page);
  return [
    page.rows.slice(0, MOST_LINES).filter((row) => row.bottom < height * BAND),
    page.rows.slice(-MOST_LINES).filter((row) => row.top > height * (1 - BAND)).toReversed(),
    page.margins.head,
    page.margins.foot,
  ];
}

function textOf(row: Row): string {
  return row.pieces.map((piece) => piece.text).join(' ').trim();
}

function keyOf(side: number, row: Row): string {
  return `${side}|${textOf(row).normalize('NFKC').replace(/[\d\s]|\b[ivxlc]+\b/gi, '')}`;
}

/** Whether there is more room between a row and the text of the page than between two lines. */
function isApart(page: Page | undefined, row: Row, side: number): boolean {
  const rows = page?.rows ?? [];
  if (side > 1) return true;
  const next = rows[rows.indexOf(row) + (side === 0 ? 1 : -1)];
  if (!next) return true;
  const gap = side === 0 ? next.top - row.bottom : row.top - next.bottom;
  return gap > 0.7 * row.size;
}
