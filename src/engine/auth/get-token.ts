/** Which token to get; neither option means the session token of the request. */
export interface ServerGetTokenOptions {
  /** The name of a JWT template of the instance. */
  template?: string;
  /** How long the new token lives, in seconds: a positive integer. */
  expiresInSeconds?: number;
}

/**
 * Gets a token of the current session, or null without one. It rejects as the Backend API call
 * does that makes the token; the session token itself costs no call.
 */
export type ServerGetToken = (options?: ServerGetTokenOptions) => Promise<string | null>;

/** Gets a token of the current session: the type of `getToken` on auth objects. */
export type GetToken = ServerGetToken;

/**
 * Has Clerk make a token for a session. Source: POST /sessions/{sessionId}/tokens[/{template}].
 * `template` is never empty; `expiresInSeconds` is in seconds, undefined for the instance's own.
 */
export type FetchToken = (
  sessionId: string,
  template: string | undefined,
  expiresInSeconds: number | undefined,
) => Promise<string>;

/** The `getToken` of a session; null for a token without a session id. */
export function createGetToken(
  sessionId: string | undefined,
  token: string,
  fetchToken: FetchToken,
): GetToken {
  return async ({ template, expiresInSeconds } = {}) => {
    if (!sessionId) return null;
    if (!template && expiresInSeconds === undefined) return token;
    return fetchToken(sessionId, template || undefined, expiresInSeconds);
  };
}
