import { BackendApiClient } from '../client/index.js';

/**
 * The part of a Backend API client that authentication uses. Ours has it, and so has the vendor's;
 * what the methods answer is read with care.
 */
export interface AuthenticationClient {
  readonly clients: { getHandshakePayload(params: { nonce: string }): Promise<unknown> };
  readonly sessions: {
    refreshSession(sessionId: string, params: RefreshParams): Promise<unknown>;
    getSession(sessionId: string): Promise<{ readonly status: string; readonly userId: string }>;
    getToken(
      sessionId: string,
      template?: string,
      expiresInSeconds?: number,
    ): Promise<{ readonly jwt: string }>;
  };
  readonly apiKeys: { verify(secret: string): Promise<unknown> };
  readonly m2m: { verify(params: { token: string; machineSecretKey?: string }): Promise<unknown> };
  readonly users: { getUser(userId: string): Promise<unknown> };
  readonly idPOAuthAccessToken: { verify(accessToken: string): Promise<unknown> };
}

/** What both clients take to refresh a session; the names are those of the wire. */
interface RefreshParams {
  expired_token: string;
  refresh_token: string;
  request_origin: string;
  request_headers: Record<string, string[]>;
  suffixed_cookies: boolean;
  format: 'cookie';
}

/** The members without which a client can't be used, as `name.method`. */
const METHODS = [
  ['clients', 'getHandshakePayload'],
  ['sessions', 'refreshSession'],
  ['sessions', 'getSession'],
  ['sessions', 'getToken'],
  ['apiKeys', 'verify'],
  ['m2m', 'verify'],
  ['idPOAuthAccessToken', 'verify'],
  ['users', 'getUser'],
] as const;

/** Whether a value can be used as a client, by its shape: it may be of another package's class. */
export function isAuthenticationClient(value: unknown): value is AuthenticationClient {
  return METHODS.every(([api, method]) => typeof member(member(value, api), method) === 'function');
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/**
 * The same client for calls that a request waits for: it makes none again, where it is one of ours.
 * Three attempts at a Clerk that is down would be three times the wait for the same 503.
 */
export function withoutRetries(client: AuthenticationClient): AuthenticationClient {
  return client instanceof BackendApiClient && 'with' in client
    ? client.with({ retry: false })
    : client;
}
