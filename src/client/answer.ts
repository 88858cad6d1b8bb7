import type { ApiRequest } from './api-request.js';
import type { Connection } from './connection.js';
import { readErrorBody } from './read-error-body.js';

/** What came back, before it is judged. */
export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Headers;
  readonly body: AnswerBody;
}

/** A body in full, one that broke off, one too long for an error, or that of a redirect, which nobody reads. */
export type AnswerBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'broken'; readonly cause: unknown }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'redirect' };

/**
 * Makes a request and waits for the whole answer. Rejects with whatever `fetch` rejects with.
 *
 * @param request What to ask.
 * @param fetch What asks.
 * @param signal Ends the wait.
 */
export async function receive(
  request: ApiRequest,
  fetch: Connection['fetch'],
  signal: AbortSignal,
): Promise<Answer> {
  const { url, method, headers, body } = request;
  // A redirect is not followed: the secret key would go wherever the answer says.
  const redirect = 'manual';
  const response = await fetch(url.href, { method, headers, body, redirect, signal });
  const { status, ok } = response;
  // A replaced fetch may answer without any.
  const answered = new Headers(response.headers);
  return { status, ok, headers: answered, body: await readBody(response) };
}

async function readBody(response: Response): Promise<AnswerBody> {
  if (isRedirect(response)) {
    await response.body?.cancel();
    return { kind: 'redirect' };
  }
  try {
    const text = response.ok ? await response.text() : await readErrorBody(response);
    return text === undefined ? { kind: 'too-long' } : { kind: 'text', text };
  } catch (cause) {
    return { kind: 'broken', cause };
  }
}

/** Node shows a redirect's status; fetch elsewhere hides it behind an opaque response. */
function isRedirect(response: Response): boolean {
  return response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
}
