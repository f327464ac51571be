import { useSyncExternalStore } from 'react';

/*
 * The place in the window is the page's hash, search params included (`#/c/1/board/2?pointId=3`): the address of the
 * page itself never changes, so a reload asks the app's protocol for nothing but index.html.
 */
function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  window.addEventListener('popstate', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
    window.removeEventListener('popstate', listener);
  };
}

/** The whole place: path and search params. */
export const currentPlace = () => window.location.hash.slice(1) || '/';
const path = () => currentPlace().split('?')[0] ?? '/';
const search = () => currentPlace().split('?')[1] ?? '';

/** Goes to a place; `replace` leaves no step to come back to. */
export function navigate(to: string, options: { replace?: boolean } = {}): void {
  if (to === currentPlace()) return;
  window.history[options.replace ? 'replaceState' : 'pushState'](null, '', `#${to}`);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** The whole place, followed. */
export const usePlace = () => useSyncExternalStore(subscribe, currentPlace);

/** Location and search hooks for wouter's Router. */
export const useHashLocation = (): [string, typeof navigate] => [useSyncExternalStore(subscribe, path), navigate];
export const useHashSearch = () => useSyncExternalStore(subscribe, search);
export const hashHref = (href: string) => `#${href}`;
