import type { JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Inline, TableCell } from '../../db/domain/clause-content.ts';
import { BODY, normalRuns, type EditorClause } from './editor-clause.ts';

/** The editor's document for a draft's clauses; an empty draft is one empty paragraph, of the id given. */
export function docOfClauses(clauses: readonly EditorClause[], emptyId: string | null = null): JSONContent {
  const content = clauses.map(blockOf);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'clause', attrs: { id: emptyId, ...BODY } }] };
}

/** One clause as a block of the document. */
export function blockOf({ id, kind, level, numbered, content }: EditorClause): JSONContent {
  if (content.form === 'runs') {
    const attrs = { id, kind: kind === 'table' ? 'paragraph' : kind, level, numbered };
    return { type: 'clause', attrs, ...inlines(content.runs) };
  }
  const rows = content.rows.filter((row) => row.length > 0).map((row) => ({ type: 'tableRow', content: row.map(cellOf) }));
  return {
    type: 'tableClause',
    attrs: { id, kind: 'table', level, numbered },
    content: [
      { type: 'tableCaption', ...(content.caption === '' ? {} : { content: [{ type: 'text', text: content.caption }] }) },
      { type: 'table', content: rows.length > 0 ? rows : [{ type: 'tableRow', content: [cellOf({ header: false, colspan: 1, rowspan: 1, runs: [] })] }] },
    ],
  };
}

const cellOf = ({ header, colspan, rowspan, runs }: TableCell): JSONContent => ({
  type: header ? 'tableHeader' : 'tableCell',
  attrs: { colspan, rowspan },
  content: [{ type: 'cellText', ...inlines(runs) }],
});

/** Text with its marks, breaks and citations as inline nodes. */
export function inlineNodes(runs: readonly Inline[]): JSONContent[] {
  return normalRuns(runs).map((run): JSONContent => {
    if (run.t === 'cite') return { type: 'citation', attrs: { targetId: run.targetId } };
    if (run.t === 'break') return { type: 'lineBreak' };
    const marks = [...(run.bold ? [{ type: 'bold' }] : []), ...(run.underline ? [{ type: 'underline' }] : [])];
    return { type: 'text', text: run.text, ...(marks.length > 0 ? { marks } : {}) };
  });
}

const inlines = (runs: readonly Inline[]): { content?: JSONContent[] } => {
  const content = inlineNodes(runs);
  return content.length > 0 ? { content } : {};
};

/** Nodes are immutable, so what a block says is worked out once: a keystroke costs one clause, not the whole draft. */
const known = new WeakMap<Node, EditorClause>();

/** One block of the document as a clause; the same object for the same block. */
export function clauseOf(block: Node): EditorClause {
  const before = known.get(block);
  if (before) return before;
  const { id, kind, level, numbered } = block.attrs;
  // the attributes of the two clause nodes, which blockOf and the commands alone write
  const fields = { id, kind, level, numbered } as Omit<EditorClause, 'content'>;
  const clause: EditorClause = { ...fields, content: contentOf(block) };
  known.set(block, clause);
  return clause;
}

/** The document's clauses in order. A lone empty paragraph is an empty draft: a page to write on, not a clause. */
export function clausesOfDoc(doc: Node): EditorClause[] {
  const only = doc.childCount === 1 ? doc.firstChild : null;
  if (only && only.type.name === 'clause' && only.content.size === 0 && only.attrs['level'] === 0 && only.attrs['kind'] === 'paragraph') return [];
  return doc.children.map(clauseOf);
}

function contentOf(block: Node): EditorClause['content'] {
  if (block.type.name !== 'tableClause') return { form: 'runs', runs: runsOf(block) };
  const [caption, table] = block.children;
  const rows = table?.children.map((row) =>
    row.children.map((cell): TableCell => ({
      header: cell.type.name === 'tableHeader',
      colspan: Number(cell.attrs['colspan']),
      rowspan: Number(cell.attrs['rowspan']),
      runs: cell.firstChild ? runsOf(cell.firstChild) : [],
    })));
  return { form: 'table', caption: caption?.textContent ?? '', rows: rows ?? [] };
}

function runsOf(parent: Node): Inline[] {
  return normalRuns(parent.children.map((node): Inline => {
    if (node.type.name === 'citation') return { t: 'cite', targetId: String(node.attrs['targetId']) };
    if (node.type.name === 'lineBreak') return { t: 'break' };
    const marks = new Set(node.marks.map((mark) => mark.type.name));
    return {
      t: 'text',
      text: node.text ?? '',
      ...(marks.has('bold') ? { bold: true } : {}),
      ...(marks.has('underline') ? { underline: true } : {}),
    };
  }));
}
