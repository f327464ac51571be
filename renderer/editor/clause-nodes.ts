import { Node } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { CLAUSE_KINDS, type ClauseKind } from '../../db/domain/words.ts';

const hidden = { rendered: false };

const isClauseKind = (value: string | null): value is ClauseKind => CLAUSE_KINDS.some((kind) => kind === value);

/** How a clause stands in the page and on the clipboard; read back by `parseHTML` when it is pasted here again. */
export const clauseDomAttributes = ({ attrs }: ProseMirrorNode): Record<string, string> => ({
  'data-clause': String(attrs['id'] ?? ''),
  'data-kind': String(attrs['kind']),
  'data-level': String(attrs['level']),
  'data-numbered': String(attrs['numbered']),
});

function readClauseAttributes(element: HTMLElement): Record<string, unknown> {
  const kind = element.getAttribute('data-kind');
  const level = Number(element.getAttribute('data-level'));
  return {
    id: element.getAttribute('data-clause') || null,
    kind: isClauseKind(kind) ? kind : 'paragraph',
    level: Number.isInteger(level) && level >= 0 && level <= 5 ? level : 0,
    numbered: element.getAttribute('data-numbered') === 'true',
  };
}

/** A draft: a flat sequence of clauses. How deep a clause stands is its level, not its nesting. */
export const DraftDocument = Node.create({ name: 'doc', topNode: true, content: 'block+' });

/** A heading, paragraph or bullet. Its number is no part of its text: see clause-numbers.ts. */
export const ClauseNode = Node.create({
  name: 'clause',
  group: 'block',
  content: 'inline*',
  defining: true,
  priority: 1000,
  addAttributes: () => ({
    id: { default: null, ...hidden },
    kind: { default: 'paragraph', ...hidden },
    level: { default: 0, ...hidden },
    numbered: { default: false, ...hidden },
  }),
  parseHTML: () => [
    { tag: '[data-clause]:not([data-kind=table])', getAttrs: readClauseAttributes },
    { tag: 'span[data-number]', ignore: true },
  ],
  renderHTML: ({ node }) => {
    const level = Math.max(1, Number(node.attrs['level']));
    return [node.attrs['kind'] === 'heading' ? `h${level + 1}` : 'p', clauseDomAttributes(node), 0];
  },
});

/** A table with its caption, as one clause. */
export const TableClauseNode = Node.create({
  name: 'tableClause',
  group: 'block',
  content: 'tableCaption table',
  isolating: true,
  defining: true,
  addAttributes: () => ({
    id: { default: null, ...hidden },
    kind: { default: 'table', ...hidden },
    level: { default: 0, ...hidden },
    numbered: { default: false, ...hidden },
  }),
  parseHTML: () => [{ tag: '[data-clause][data-kind=table]', getAttrs: readClauseAttributes }],
  renderHTML: ({ node }) => ['figure', clauseDomAttributes(node), 0],
});

export const TableCaptionNode = Node.create({
  name: 'tableCaption',
  content: 'text*',
  marks: '',
  isolating: true,
  parseHTML: () => [{ tag: 'figcaption' }],
  renderHTML: () => ['figcaption', 0],
});

/** The one line of text a cell holds; Enter breaks it, as in the papers, instead of making paragraphs. */
export const CellTextNode = Node.create({
  name: 'cellText',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p[data-cell]' }],
  renderHTML: () => ['p', { 'data-cell': '' }, 0],
});

export const LineBreakNode = Node.create({
  name: 'lineBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
});
