/** All of an answer that `auth.protect()` has a say in. */
export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly cacheControl: string | null;
  readonly challenge: string | null;
  readonly body: unknown;
}

/** Reads an answer. A body that is no JSON stays a text. */
export async function answerOf(response: Response): Promise<Answer> {
  const { status, headers } = response;
  const text = await response.text();
  return {
    status,
    location: headers.get('location'),
    cacheControl: headers.get('cache-control'),
    challenge: headers.get('www-authenticate'),
    body: text.startsWith('{') ? JSON.parse(text) : text,
  };
}

const PLAIN = { location: null, cacheControl: null, challenge: null } as const;

/** What who is let on gets: of a handler that shows it. */
export function letOn(body: object): Answer {
  return { ...PLAIN, status: 200, body };
}

/** What Nest says of a route that there is not. */
export function hidden(method: string, target: string): Answer {
  const message = `Cannot ${method} ${target}`;
  return { ...PLAIN, status: 404, body: { message, error: 'Not Found', statusCode: 404 } };
}

/** A redirect that no cache keeps. */
export function sent(location: string, message = 'Sign in to continue.'): Answer {
  const body = { statusCode: 302, message };
  return { ...PLAIN, status: 302, location, cacheControl: 'no-store', body };
}

/** The same for who is signed in. */
export function sentAsNotAllowed(location: string): Answer {
  return sent(location, 'You are not allowed to do this.');
}

/** A refused program; one that has brought a token is told that it is bad. */
export function challenged(reason: string | undefined, broughtToken: boolean): Answer {
  const challenge = `Bearer realm="clerk"${broughtToken ? ', error="invalid_token"' : ''}`;
  const message = 'Authentication is required.';
  const body = { statusCode: 401, error: 'Unauthorized', message, ...(reason && { reason }) };
  return { ...PLAIN, status: 401, challenge, body };
}
