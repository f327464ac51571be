import { Extension } from '@tiptap/core';
import { DOMSerializer, Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model';
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { citeAt, clauseAt } from './clause-commands.ts';
import { blockOf } from './clause-doc.ts';
import { clauseNumbers } from './clause-numbers.ts';
import { sameForm, BODY } from './editor-clause.ts';
import { clausesOfHtml } from './paste-html.ts';
import { clausesOfText, type PastedClause } from './paste-text.ts';

/** The kind of a dragged point or note: its id. */
export const CITATION_MEDIA_TYPE = 'application/x-shingicho-citation';

/** Copying writes the numbers out as text; pasting reads numbers, headings, lists and tables in; dropped evidence is cited. */
export const ClauseClipboard = Extension.create({
  name: 'clauseClipboard',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          clipboardTextSerializer: (slice, view) => textOfSlice(slice, view.state),
          clipboardSerializer: numberingSerializer(editor.schema, () => editor.state),
          handlePaste: (view, event) => paste(view, event.clipboardData),
          handleDrop: (view, event, _slice, moved) => !moved && drop(view, event),
        },
      }),
    ];
  },
});

/** The number to write before a copied clause; none before the first where it was copied from its middle. */
function numberOf(state: EditorState, block: Node, isFirst: boolean): string {
  const { selection } = state;
  const partial = isFirst && selection instanceof TextSelection && selection.$from.parentOffset > 0;
  return partial ? '' : (clauseNumbers(state).get(String(block.attrs['id']))?.number ?? '');
}

function textOfSlice({ content, openStart }: Slice, state: EditorState): string {
  const lines = content.content.map((block, i) => {
    if (block.type.name === 'tableClause') return textOfTable(block);
    if (block.type.name !== 'clause') return textOf(block);
    const number = block.attrs['kind'] === 'bullet' ? '・' : numberOf(state, block, i === 0 && openStart > 0);
    return number === '' || number === '・' ? number + textOf(block) : `${number}　${textOf(block)}`;
  });
  return lines.join('\n');
}

const textOf = (node: Node): string => node.textBetween(0, node.content.size, '\n', (leaf) => (leaf.type.name === 'lineBreak' ? '\n' : ''));

function textOfTable(clause: Node): string {
  const rows = clause.lastChild?.children.map((row) => row.children.map((cell) => textOf(cell).replaceAll('\n', ' ')).join('\t')) ?? [];
  return [clause.firstChild?.textContent ?? '', ...rows].filter((line) => line !== '').join('\n');
}

/** HTML for other programs, with the numbers in spans that pasting here leaves out again. */
function numberingSerializer(schema: Schema, state: () => EditorState): DOMSerializer {
  const { nodes, marks } = DOMSerializer.fromSchema(schema);
  const serializer = new DOMSerializer(nodes, marks);
  const plain = serializer.serializeFragment.bind(serializer);
  serializer.serializeFragment = (fragment, options, target) => {
    const dom = plain(fragment, options, target);
    const blocks = dom.children;
    fragment.content.forEach((block, i) => {
      const number = block.type.name === 'clause' ? numberOf(state(), block, i === 0) : '';
      if (number === '') return;
      const span = document.createElement('span');
      span.dataset['number'] = '';
      span.textContent = `${number}　`;
      blocks[i]?.prepend(span);
    });
    return dom;
  };
  return serializer;
}

function paste(view: EditorView, data: DataTransfer | null): boolean {
  const html = data?.getData('text/html') ?? '';
  const text = data?.getData('text/plain') ?? '';
  if (/data-pm-slice/.test(html) && /data-clause|data-cell|<figcaption/.test(html)) return false; // copied here: the editor's own way keeps everything
  const fromHtml = html === '' ? [] : clausesOfHtml(new DOMParser().parseFromString(html, 'text/html').body);
  const clauses = fromHtml.length > 0 ? fromHtml : clausesOfText(text);
  return clauses.length > 0 && insertClauses(view, clauses, text);
}

/**
 * Puts clauses in at the caret. What is one line goes into the line it is pasted in; in a cell or caption everything does.
 * Else an empty clause gives way to what is pasted, and a clause is cut in two around it.
 */
export function insertClauses(view: EditorView, clauses: readonly PastedClause[], text: string): boolean {
  const { schema } = view.state;
  const nodes = clauses.map((clause) => schema.nodeFromJSON(blockOf({ ...clause, id: '' })));
  for (const node of nodes) node.check();
  const tr = view.state.tr.deleteSelection();
  const { $from } = tr.selection;
  const place = clauseAt($from);
  const [only] = nodes;
  const inClause = $from.parent.type.name === 'clause';
  if (!place || !$from.parent.inlineContent || !only) return false;

  if (!inClause) {
    const line = joined(schema, nodes);
    const words = line.textBetween(0, line.size, ' ', ' ');
    const content = $from.parent.type.name === 'tableCaption' ? Fragment.from(words === '' ? null : schema.text(words)) : line;
    tr.replaceSelection(new Slice(content, 0, 0));
  } else if ($from.parent.content.size === 0) {
    const own = clauses.length === 1 && only.type.name === 'clause' && clauses[0] && sameForm(clauses[0], BODY);
    // one plain line takes the form of the clause it is pasted into
    if (own) tr.insert($from.pos, only.content);
    else putBlocks(tr, place.pos, nodes, place.node.nodeSize);
  } else if (nodes.length === 1 && only.type.name === 'clause') {
    // in the middle of a line a marker is part of the text
    const line = text !== '' && clauses[0] && !sameForm(clauses[0], BODY) && !/[\r\n]/.test(text.trim()) ? Fragment.from(schema.text(text.trim())) : only.content;
    tr.replaceSelection(new Slice(line, 0, 0));
  } else {
    const atStart = $from.parentOffset === 0;
    const atEnd = $from.parentOffset === $from.parent.content.size;
    if (!atStart && !atEnd) tr.split($from.pos, 1, [{ type: $from.parent.type, attrs: { ...$from.parent.attrs, id: null } }]);
    putBlocks(tr, atStart ? place.pos : tr.doc.resolve($from.pos).after(1), nodes);
  }
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
  return true;
}

/** Inserts blocks between two others, in the place of `replaced` (a size) behind them; the caret ends up behind them. */
function putBlocks(tr: Transaction, pos: number, nodes: readonly Node[], replaced = 0): void {
  tr.replaceWith(pos, pos + replaced, nodes);
  const end = pos + nodes.reduce((size, node) => size + node.nodeSize, 0);
  tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1));
}

/** The lines of several clauses as one line of text, broken where they ended. */
function joined(schema: Schema, nodes: readonly Node[]): Fragment {
  const lineBreak = schema.nodes['lineBreak']?.create();
  return nodes.reduce((line, node, i) => {
    const content = node.type.name === 'clause' ? node.content : Fragment.from(schema.text(textOfTable(node).replace(/\s+/g, ' ')));
    return (i > 0 && lineBreak ? line.addToEnd(lineBreak) : line).append(content);
  }, Fragment.empty);
}

function drop(view: EditorView, event: DragEvent): boolean {
  const targetId = event.dataTransfer?.getData(CITATION_MEDIA_TYPE);
  if (!targetId) return false;
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (!at) return false;
  event.preventDefault();
  view.focus();
  return citeAt(view.state, at.pos, targetId, view.dispatch);
}
