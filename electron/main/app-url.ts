import { join, resolve, sep } from 'node:path';

export const APP_SCHEME = 'app';
const APP_HOST = 'shingicho';
const PRINT_HOST = 'print';
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/`;
export const PRINT_URL = `${APP_SCHEME}://${PRINT_HOST}/`;

/** True for the product's own page; printed papers have a host of their own and no rights. */
export const isAppPage = (url: string): boolean => url.startsWith(APP_URL);
export const isOwnUrl = (url: string): boolean => isAppPage(url) || url.startsWith(PRINT_URL);

/**
 * The file under `root` that an app:// address of the page means, index.html for the page itself.
 * Null for anything that is not below `root`, however it is spelt.
 */
export function fileForUrl(root: string, url: string): string | null {
  if (!isAppPage(url)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(url).pathname);
  } catch {
    // A malformed escape names no file.
    return null;
  }
  if (path.includes('\0') || path.includes('\\') || path.split('/').includes('..')) return null;
  const base = resolve(root);
  const file = join(base, path === '/' ? 'index.html' : path);
  return file.startsWith(base + sep) ? file : null;
}
