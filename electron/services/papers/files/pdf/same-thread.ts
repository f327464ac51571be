// eslint-disable-next-line typescript/triple-slash-reference -- declares a module without types, which nothing can import
/// <reference path="./pdf-worker.d.ts" />
import type { Transferable } from 'node:worker_threads';
import { PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

type Message = { stream?: number; chunk?: object; action?: string; data?: unknown };
type Listener = (event: { data: unknown }) => void;

/**
 * Runs PDF.js's two halves, the one that parses and the one that is asked, on this thread: it is a thread for just this.
 * What they tell each other is handed over instead of being copied, which is a tenth of the time a page takes.
 * @param onFont told the name of each font that is ready to be drawn with, by PDF.js's own name for it.
 */
export function workerOnThisThread(onFont: (face: string, name: string) => void): PDFWorker {
  const [asked, parsing] = [new Port(), new Port(onFont)];
  asked.other = parsing;
  parsing.other = asked;
  WorkerMessageHandler.initializeFromPort(parsing);
  const parameters: object = { port: asked, verbosity: VerbosityLevel.ERRORS };
  return PDFWorker.create(parameters);
}

/** Fonts and pictures that are ready to be drawn: nothing is drawn here. */
const DRAWN = new Set(['commonobj', 'obj']);

class Port {
  other: Port | null = null;
  private readonly listeners = new Set<Listener>();
  private readonly onFont: (face: string, name: string) => void;

  constructor(onFont: (face: string, name: string) => void = () => {}) {
    this.onFont = onFont;
  }

  postMessage(message: Message, transfer?: Transferable[]): void {
    const { other } = this;
    if (message.action === 'commonobj') this.tellFont(message.data);
    if (other === null || DRAWN.has(message.action ?? '')) return;
    const data = message.stream !== undefined && message.chunk !== undefined ? { ...message, chunk: ownLists(message.chunk) } : structuredClone(message, transfer ? { transfer } : undefined);
    void Promise.resolve().then(() => { for (const listener of other.listeners) listener({ data }); });
  }

  /** A font comes as [PDF.js's name, 'Font', what it is drawn with], with its own name among the extra properties. */
  private tellFont(data: unknown): void {
    if (!Array.isArray(data) || data[1] !== 'Font') return;
    const [face, , font]: unknown[] = data;
    const extra: unknown = typeof font === 'object' && font !== null && 'extra' in font ? font.extra : null;
    const name: unknown = typeof extra === 'object' && extra !== null && 'name' in extra ? extra.name : null;
    if (typeof face === 'string' && typeof name === 'string') this.onFont(face, name);
  }

  addEventListener(_: 'message', listener: Listener, { signal }: { signal?: AbortSignal } = {}): void {
    this.listeners.add(listener);
    signal?.addEventListener('abort', () => this.listeners.delete(listener));
  }

  removeEventListener(_: 'message', listener: Listener): void {
    this.listeners.delete(listener);
  }

  terminate(): void {
    this.listeners.clear();
  }
}

/** The parsing half empties the lists of a chunk for the next one; what is in them it does not touch again. */
function ownLists(chunk: object): object {
  return Object.fromEntries(Object.entries(chunk).map(([name, value]: [string, unknown]) => [name, Array.isArray(value) ? value.slice() : value]));
}
