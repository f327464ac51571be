import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';

const content = 'cellText';

/**
 * The table inside a tableClause: Tiptap's, with one line of text a cell and no keys of its own (clause-keys.ts has them,
 * because a table goes with its caption).
 */
export const tableNodes = [
  Table.extend({
    group: '',
    addKeyboardShortcuts: () => ({}),
    renderHTML: () => ['table', ['tbody', 0]],
  }).configure({ View: null }),
  TableRow,
  TableCell.extend({ content }),
  TableHeader.extend({ content }),
];
