import { protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { APP_SCHEME, PRINT_URL, fileForUrl } from './app-url.ts';

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; " +
  "img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; worker-src 'self'; " +
  "base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'none'";
const PRINT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
};

const headers = (type: string, policy: string) => ({
  'content-type': type,
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-dns-prefetch-control': 'off',
});
const notFound = () => new Response(null, { status: 404 });

/** Pages waiting to be printed, by their address; each is served for as long as its print lasts. */
const printPages = new Map<string, string>();

/** Makes an HTML page readable at the returned address until `forget` is called. */
export function offerPrintPage(html: string): { url: string; forget: () => void } {
  const url = `${PRINT_URL}${crypto.randomUUID()}.html`;
  printPages.set(url, html);
  return { url, forget: () => void printPages.delete(url) };
}

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** Serves the renderer's files below `root`, and pages to print, each with its Content-Security-Policy. */
export function serveApp(root: string): void {
  protocol.handle(APP_SCHEME, async ({ url }) => {
    const printed = printPages.get(url);
    if (printed !== undefined) return new Response(printed, { headers: headers('text/html; charset=utf-8', PRINT_POLICY) });
    const file = fileForUrl(root, url);
    const type = file && TYPES[extname(file)];
    if (!file || !type) return notFound();
    try {
      return new Response(await readFile(file), { headers: headers(type, PAGE_POLICY) });
    } catch {
      // No such file in the build: the page is told as a web server would.
      return notFound();
    }
  });
}
