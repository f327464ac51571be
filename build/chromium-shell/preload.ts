type Pipe = (kind: 'invoke' | 'receive', message?: string) => Promise<string>;

/** The name of the binding that the preload takes away before any script of the page runs. */
export const PIPE = '__shingichoPipe';

/**
 * Runs in the page before its scripts (as text: nothing outside the function is there). Takes the pipe out of the
 * window, and hands the product's preload an `electron` made of it.
 */
function inPage(pipeName: string, bytesMark: string, preload: (require: (name: string) => unknown) => void): void {
  type Listener = (event: unknown, ...args: unknown[]) => void;
  const globals = window as unknown as Record<string, unknown>;
  const pipe = globals[pipeName] as Pipe | undefined;
  delete globals[pipeName];
  // Electron gives frames inside the page no preload either.
  if (!pipe || window !== window.top) return;

  const encode = (value: unknown) => JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Uint8Array ? bytesMark + (part as Uint8Array & { toBase64(): string }).toBase64() : part);
  const { fromBase64 } = Uint8Array as unknown as { fromBase64(text: string): Uint8Array };
  const writtenBytes = JSON.stringify(bytesMark).slice(1, -1);
  const decode = (text: string): unknown => (!text.includes(writtenBytes) ? JSON.parse(text) : JSON.parse(text, (_key, part: unknown) =>
    typeof part === 'string' && part.startsWith(bytesMark) ? fromBase64.call(Uint8Array, part.slice(bytesMark.length)) : part));

  const listeners = new Map<string, Set<Listener>>();
  const receive = async (): Promise<void> => {
    for (;;) {
      const [channel, ...args] = decode(await pipe('receive')) as [string, ...unknown[]];
      for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    }
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: object) => Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true }),
    },
    ipcRenderer: {
      invoke: async (...message: unknown[]) => decode(await pipe('invoke', encode(message))),
      on: (channel: string, listener: Listener) => {
        const known = listeners.get(channel) ?? new Set();
        listeners.set(channel, known.add(listener));
      },
      off: (channel: string, listener: Listener) => listeners.get(channel)?.delete(listener),
    },
  };
  preload((name) => {
    if (name === 'electron') return electron;
    throw new Error(`A sandboxed preload cannot require '${name}'`);
  });
  void receive();
}

/** The script Chromium runs first in every document of a window with this preload (CommonJS text). */
export function preloadScript(preload: string, bytesMark: string): string {
  return `(${inPage.toString()})(${JSON.stringify(PIPE)}, ${JSON.stringify(bytesMark)}, (require) => { const module = { exports: {} }, exports = module.exports;\n${preload}\n});`;
}
