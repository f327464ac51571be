import { unescaped, type Parts } from './parts.ts';

/** The notes that people pin to cells, in the file's order. */
export function readComments(parts: Parts, part: string): { cell: string; text: string }[] {
  const comments: { cell: string; text: string }[] = [];
  let inText = false;
  let cell = '';
  let text = '';
  parts.read(part, {
    open({ name, attributes }) {
      // Comments that can be answered (threadedComment) hold their text directly; older ones in runs.
      if (name === 'comment' || name === 'threadedComment') {
        cell = attributes['ref'] ?? '';
        text = '';
      }
      inText = name === 't' || (name === 'text' && /threaded/i.test(part));
    },
    text: (piece) => { if (inText) text += piece; },
    close(name) {
      inText = false;
      if ((name === 'comment' || name === 'threadedComment') && text.trim() !== '') comments.push({ cell, text: unescaped(text).trim() });
    },
  });
  return comments;
}

/**
 * The texts of shapes drawn over a sheet, with the row (from 0) each begins at; a line a paragraph. Those of diagrams and the
 * titles of charts, which have parts of their own, come behind all rows.
 */
export function readShapes(parts: Parts, drawing: string): { row: number; text: string }[] {
  const own = textsIn(parts, drawing);
  const further = [...parts.relations(drawing).values()].filter(({ kind }) => kind === 'diagramDrawing' || kind === 'chart');
  return [...own, ...further.flatMap(({ target }) => textsIn(parts, target).map(({ text }) => ({ row: BEHIND_ALL, text })))];
}

const BEHIND_ALL = Number.MAX_SAFE_INTEGER;

function textsIn(parts: Parts, part: string): { row: number; text: string }[] {
  const shapes: { row: number; text: string }[] = [];
  const path: string[] = [];
  let row = 0;
  let text = '';
  /** Older programs' twin of a shape. */
  let inFallback = 0;
  parts.read(part, {
    open({ name }) {
      path.push(name);
      if (name === 'Fallback') inFallback += 1;
      if (name === 'br' && inFallback === 0) text += '\n';
    },
    text(piece) {
      if (inFallback > 0) return;
      if (path.at(-1) === 't') text += piece;
      if (path.at(-1) === 'row' && path.at(-2) === 'from') row = Number(piece);
    },
    close(name) {
      path.pop();
      if (name === 'Fallback') inFallback -= 1;
      if (name === 'p') text += '\n';
      if (name !== 'txBody' && name !== 'rich') return;
      const body = unescaped(text).replace(/\n{2,}/g, '\n').trim();
      if (body !== '') shapes.push({ row, text: body });
      text = '';
    },
  });
  return shapes;
}
