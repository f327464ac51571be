/**
 * Imported before main (and, as Node does for --import, before the worker, and the readers' processes and threads): writes
 * one line to SOCKET_LOG for every attempt to connect, listen, send or look up a name, whoever makes it. The pipes between
 * a process and its children are none of these.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';
import { isMainThread } from 'node:worker_threads';

const log = process.env['SOCKET_LOG'] ?? '';
const thread = 'parentPort' in process ? (isMainThread ? 'reader' : 'reader-thread') : (isMainThread ? 'main' : 'worker');
const note = (what: string, target: unknown) => appendFileSync(log, `${thread} ${what} ${JSON.stringify(target)}\n`);

function record(owner: object, method: string): void {
  const original: unknown = Reflect.get(owner, method);
  if (typeof original !== 'function') throw new Error(`No ${method} to record`);
  Reflect.set(owner, method, function (this: unknown, ...args: unknown[]): unknown {
    note(method, args[0]);
    return Reflect.apply(original, this, args);
  });
}

// Every TCP, TLS, HTTP and fetch connection of Node goes through net; the rest are UDP and names.
record(net.Socket.prototype, 'connect');
record(net.Server.prototype, 'listen');
record(dgram.Socket.prototype, 'bind');
record(dgram.Socket.prototype, 'send');
record(dgram.Socket.prototype, 'connect');
record(dns, 'lookup');
record(dns.promises, 'lookup');
note('started', '');
