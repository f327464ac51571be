import type { Extensions } from '@tiptap/core';
import Bold from '@tiptap/extension-bold';
import Text from '@tiptap/extension-text';
import Underline from '@tiptap/extension-underline';
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions';
import { CitationNode, type CitationOptions } from './citation-node.ts';
import { ClauseClipboard } from './clause-clipboard.ts';
import { ClauseIds } from './clause-ids.ts';
import { ClauseKeys, type ClauseKeysOptions } from './clause-keys.ts';
import { CellTextNode, ClauseNode, DraftDocument, LineBreakNode, TableCaptionNode, TableClauseNode } from './clause-nodes.ts';
import { ClauseNumbering } from './clause-numbers.ts';
import { MarkerInput } from './marker-input.ts';
import { tableNodes } from './table-nodes.ts';

export type DraftEditorOptions = CitationOptions & ClauseKeysOptions;

/** Everything the draft editor is made of. */
export function draftExtensions({ labels, onChoose, onCite, onLeave }: DraftEditorOptions): Extensions {
  return [
    DraftDocument,
    ClauseNode,
    TableClauseNode,
    TableCaptionNode,
    CellTextNode,
    ...tableNodes,
    LineBreakNode,
    CitationNode.configure({ labels, onChoose }),
    Text,
    // **bold** and __bold__ are typed on purpose in no paper
    Bold.extend({ addInputRules: () => [], addPasteRules: () => [] }),
    Underline,
    UndoRedo,
    Gapcursor,
    Dropcursor.configure({ color: 'var(--ai)', width: 2 }),
    ClauseNumbering,
    ClauseIds,
    ClauseKeys.configure({ onCite, onChoose, onLeave }),
    ClauseClipboard,
    MarkerInput,
  ];
}
