/**
 * Chromium hands addresses of a scheme it does not know to the desktop before anything can intercept them, so the
 * shell shows it app://shingicho/x as https://shingicho.app.invalid/x (.invalid never resolves, RFC 2606) and
 * translates back wherever main sees an address.
 */
export function toBrowserUrl(url: string): string {
  const { protocol, host, pathname, search, hash } = new URL(url);
  return `https://${host}.${protocol.slice(0, -1)}.invalid${pathname}${search}${hash}`;
}

/** The address main knows for what Chromium shows; addresses that are not the app's come back as they are. */
export function fromBrowserUrl(url: string): string {
  const match = /^https:\/\/([^/.]+)\.([a-z]+)\.invalid(?=\/|$)/.exec(url);
  return match ? `${match[2]}://${match[1]}${url.slice(match[0].length)}` : url;
}
