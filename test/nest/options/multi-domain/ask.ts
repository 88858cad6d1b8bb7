import { rawRequest } from '../../../testing/raw-request.js';

/** What an application has answered. */
export interface Answer {
  readonly status: number;
  readonly location: URL | undefined;
  readonly cookies: readonly string[];
  readonly body: unknown;
}

/** A request; the headers come on top of those of a browser that opens a page. */
export interface Question {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a browser says when somebody opens a page of `satellite.example`. */
const PAGE = { Host: 'satellite.example', Accept: 'text/html', 'Sec-Fetch-Dest': 'document' };

/** Asks an application for a page, on a host of its own choosing, and follows nothing. */
export async function ask(
  { port }: { readonly port: number },
  { path = '/', method, headers }: Question = {},
): Promise<Answer> {
  const response = await rawRequest(port, { method, path, headers: { ...PAGE, ...headers } });
  const { location } = response.headers;
  const isJson = response.headers['content-type']?.startsWith('application/json');
  return {
    status: response.status,
    // A path stays recognizable: no application has this origin.
    location: location === undefined ? undefined : new URL(location, 'https://relative.invalid'),
    cookies: response.headers['set-cookie'] ?? [],
    // A HEAD request is answered without one.
    body: isJson && response.body ? JSON.parse(response.body) : response.body,
  };
}

/** Where a handshake was asked for: origin and path, without its long query. */
export function addressOf({ location }: Answer): string | undefined {
  return location && `${location.origin}${location.pathname}`;
}

/** The reason that a handshake was asked for with. */
export function reasonOf({ location }: Answer): string | null | undefined {
  return location?.searchParams.get('__clerk_hs_reason');
}
