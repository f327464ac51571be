type BeforeRequest = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void;

let beforeRequest: BeforeRequest = (_details, answer) => answer({});
/** Every address a page asked for that is not the app's, refused or not: tests assert that there is none. */
export const foreignRequests: string[] = [];

/** Permissions and downloads are denied by how Chromium is started (browser.ts); the setters are there to be called. */
export const session = {
  defaultSession: {
    setPermissionRequestHandler: (): void => {},
    setPermissionCheckHandler: (): void => {},
    setDevicePermissionHandler: (): void => {},
    setSpellCheckerEnabled: (): void => {},
    on: (): void => {},
    webRequest: { onBeforeRequest: (listener: BeforeRequest): void => { beforeRequest = listener; } },
  },
};

/** True where main lets a page ask for this address. */
export function isRequestAllowed(url: string): boolean {
  let cancelled = false;
  beforeRequest({ url }, ({ cancel }) => { cancelled = cancel === true; });
  return !cancelled;
}
