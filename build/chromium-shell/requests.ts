import type { BrowserContext, Page, Request as PageRequest, Route } from 'playwright-core';
import { fromBrowserUrl } from './app-address.ts';
import { respond } from './protocol.ts';
import { foreignRequests, isRequestAllowed } from './session.ts';

/** Has every request of a browser answered by the app or refused; none reaches a network. */
export const routeRequests = (context: BrowserContext): Promise<unknown> => context.route('**/*', answerRequest);

async function answerRequest(route: Route, request: PageRequest): Promise<void> {
  const url = fromBrowserUrl(request.url());
  const response = isRequestAllowed(url) && isExpectedNavigation(request) ? await respond(url) : null;
  if (response) {
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) });
    return;
  }
  if (url === request.url()) foreignRequests.push(url);
  await route.abort(request.isNavigationRequest() ? 'aborted' : 'blockedbyclient');
}

/** Asked about every navigation of an own page's main frame: main's `will-navigate` decides. */
const navigationGuards = new Map<Page, (url: string) => boolean>();

export function guardNavigation(page: Page, allow: (url: string) => boolean): void {
  navigationGuards.set(page, allow);
  page.once('close', () => navigationGuards.delete(page));
}

function isExpectedNavigation(request: PageRequest): boolean {
  if (!request.isNavigationRequest()) return true;
  for (const [page, allow] of navigationGuards) {
    if (request.frame() === page.mainFrame()) return allow(fromBrowserUrl(request.url()));
  }
  return false;
}
