import type { PDFDocumentProxy, PDFPageProxy, StructTreeNode } from 'pdfjs-dist/types/src/display/api.js';

/** What the tags of a PDF say of a stretch of text: one for each block (paragraph, heading, item), the same for all of it. */
export type Tag = {
  /** The level of a heading, from 1; 0 where it is none. */
  heading: number;
  cell: TaggedCell | null;
};

/** A table by its tags: as many rows and columns as it has on all its pages. `outer`: another table stands in one of its cells. */
export type TaggedTable = { rows: number; columns: number; outer: boolean };
/** Where a cell begins in its table, and how many columns it takes. */
export type TaggedCell = { table: TaggedTable; row: number; column: number; columns: number };

/** The structure tree of a PDF, a page at a time (ISO 32000-1, 14.7 and 14.8), as Word, LibreOffice and browsers write it. */
export type Tags = {
  /** @param marks PDF.js's names of the marked content that the items of the page's text stand in. @returns a tag for each. */
  of(page: PDFPageProxy, marks: readonly (string | null)[]): Promise<(Tag | undefined)[]>;
};

/** Every page of a table brings the tags of all its rows: a table over hundreds of pages is read by its places from here on. */
const MOST_NODES = 600_000;

/** @returns null where a PDF has no tags, or says itself that they may be wrong. */
export async function tagsIn(document: PDFDocumentProxy): Promise<Tags | null> {
  const info = await document.getMarkInfo();
  if (info === null || mark(info, 'Marked') !== true || mark(info, 'Suspects') === true) return null;
  let left = MOST_NODES;
  return {
    of: async (page, marks) => {
      if (left <= 0 || marks.every((id) => id === null)) return [];
      // PDF.js gives null for a page without tags, which its types do not say; a tree that it cannot read is none.
      const tree: StructTreeNode | null = await page.getStructTree();
      if (tree === null) return [];
      const { tags, nodes } = readTree(tree);
      left -= nodes;
      return marks.map((id) => (id === null ? undefined : tags.get(id) ?? undefined));
    },
  };
}

/** PDF.js gives a map where its types say an object. */
function mark(info: object, name: string): unknown {
  return info instanceof Map ? info.get(name) : Object.entries(info).find(([key]) => key === name)?.[1];
}

/** What stands within the lines of a block. */
const INLINE = new Set(['Span', 'NonStruct', 'Link', 'Annot', 'Quote', 'Reference', 'BibEntry', 'Code', 'Em', 'Strong', 'Sub', 'Lbl', 'Ruby', 'RB', 'RT', 'RP', 'Warichu', 'WT', 'WP']);

/**
 * Reads the tags of a page.
 * @param root PDF.js's tree of them, forty levels deep at most.
 * @returns the tag of each marked content; null for one that two blocks claim.
 */
export function readTree(root: StructTreeNode): { tags: Map<string, Tag | null>; nodes: number } {
  const tags = new Map<string, Tag | null>();
  let nodes = 0;
  visit(root, { heading: 0, cell: null });
  return { tags, nodes };

  function visit(node: StructTreeNode, tag: Tag): void {
    for (const child of node.children) {
      nodes += 1;
      if (!('role' in child)) {
        const known = tags.get(child.id);
        if (child.type === 'content') tags.set(child.id, known === undefined || known === tag ? tag : null);
      } else if (child.role === 'Table') {
        if (tag.cell) tag.cell.table.outer = true;
        visitTable(child);
      } else visit(child, INLINE.has(child.role) || tag.heading > 0 ? tag : { heading: tag.cell ? 0 : levelOf(child.role), cell: tag.cell });
    }
  }

  function visitTable(node: StructTreeNode): void {
    const table: TaggedTable = { rows: 0, columns: 0, outer: false };
    /** The rows that cells above reach down to, by their columns. */
    const taken: number[] = [];
    visitRows(node);

    function visitRows(part: StructTreeNode): void {
      const rows: StructTreeNode = { role: part.role, children: [] };
      for (const child of part.children) {
        if (!('role' in child) || !PARTS.has(child.role)) rows.children.push(child);
        else if (child.role === 'TR') visitRow(child);
        else visitRows(child);
      }
      // Captions, and what has no place in a table.
      visit(rows, { heading: 0, cell: null });
    }

    function visitRow(row: StructTreeNode): void {
      const others: StructTreeNode = { role: row.role, children: [] };
      let column = 0;
      for (const child of row.children) {
        if (!('role' in child) || !CELLS.has(child.role)) {
          others.children.push(child);
          continue;
        }
        nodes += 1;
        while ((taken[column] ?? 0) > table.rows) column += 1;
        const columns = Math.min(child.colSpan ?? 1, MOST_SPANNED);
        for (let c = column; c < column + columns; c += 1) taken[c] = table.rows + (child.rowSpan ?? 1);
        visit(child, { heading: 0, cell: { table, row: table.rows, column, columns } });
        column += columns;
        table.columns = Math.max(table.columns, column);
      }
      visit(others, { heading: 0, cell: null });
      table.rows += 1;
    }
  }
}

const PARTS = new Set(['THead', 'TBody', 'TFoot', 'TR']);
const CELLS = new Set(['TH', 'TD']);
const MOST_SPANNED = 200;
const DEEPEST = 6;

function levelOf(role: string): number {
  const level = /^H(\d{0,2})$/.exec(role)?.[1];
  return level === undefined ? 0 : Math.min(DEEPEST, Math.max(1, Number(level)));
}
