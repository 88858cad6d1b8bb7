import type { IncomingMessage, ServerResponse } from 'node:http';
import { getAuth } from 'clerk-nestjs';

/** Whose a request is, by `req.auth` in three ways and by `getAuth()`; in one word where all agree. */
export function whose(request: object): unknown {
  const auth: unknown = Reflect.get(request, 'auth');
  if (auth === undefined) return 'no req.auth';
  const called: unknown = typeof auth === 'function' ? auth() : undefined;
  const json: unknown = JSON.parse(JSON.stringify(auth));
  const ids = [auth, called, json, getAuth(request)].map(
    (one): unknown => Reflect.get(Object(one), 'userId') ?? 'nobody',
  );
  return new Set(ids).size === 1 ? ids[0] : ids;
}

/** Answers whose a request is. */
export const show = (request: IncomingMessage, response: ServerResponse) => {
  response.end(JSON.stringify(whose(request)));
};

/** Asks a server, and reads its answer as JSON. */
export async function ask(url: string, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(url, { headers });
  const body: unknown = JSON.parse(await response.text());
  return body;
}
