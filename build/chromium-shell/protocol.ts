type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();

export const protocol = {
  registerSchemesAsPrivileged: (): void => {},
  handle: (scheme: string, handler: Handler): void => void handlers.set(scheme, handler),
};

/** The app's own answer to an app:// address, or null where no handler knows its scheme. */
export async function respond(url: string): Promise<Response | null> {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  return handler ? handler(new Request(url)) : null;
}
