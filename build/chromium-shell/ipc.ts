import type { Frame } from 'playwright-core';
import { fromBrowserUrl } from './app-address.ts';
import { decode, encode } from './wire.ts';

export type SenderFrame = { url: string; parent: SenderFrame | null };
type Handler = (event: { senderFrame: SenderFrame }, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

export const ipcMain = {
  handle: (channel: string, handler: Handler): void => void handlers.set(channel, handler),
};

const describe = (frame: Frame | null): SenderFrame | null =>
  frame && { url: fromBrowserUrl(frame.url()), parent: describe(frame.parentFrame()) };

/** Runs main's handler for a message of the page: encoded [channel, ...args] → encoded answer. */
export async function dispatch(frame: Frame, message: string): Promise<string> {
  const [channel, ...args] = decode(message) as unknown[];
  const handler = handlers.get(String(channel));
  const senderFrame = describe(frame);
  if (!handler || !senderFrame) throw new Error(`No handler registered for '${String(channel)}'`);
  return encode(await handler({ senderFrame }, ...args));
}
