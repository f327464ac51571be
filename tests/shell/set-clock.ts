/**
 * Imported before main and its worker: the worker's clock stands at the time that the file CLOCK holds (ISO), so that
 * what is recorded bears the same time in every run. Main keeps the real time, which timeouts are measured by.
 */
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const RealDate = Date;
const now = (): number => RealDate.parse(readFileSync(process.env['CLOCK'] ?? '', 'utf8'));

if (!isMainThread) {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: [], newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    get: (target, name): unknown => (name === 'now' ? now : Reflect.get(target, name)),
  });
}
