import type {
  Backend,
  BackendAnswer,
  BackendFailure,
  MachineAnswer,
} from '../engine/evidence/backend.js';
import type { MachineTokenType } from '../engine/token-type.js';
import type { AuthenticationClient } from './authentication-client.js';
import { backendFailure } from './backend-failure.js';

/**
 * What authentication asks the Backend API for, asked by clients.
 *
 * @param client Asks about sessions: ours, or the vendor's.
 * @param machineSecretKey The key of this machine, to verify other machines' tokens with.
 * @param machines Asks about programs' tokens. Default: the same client.
 */
export function createBackend(
  client: AuthenticationClient,
  machineSecretKey?: string,
  machines = client,
): Backend {
  return {
    redeemNonce: (nonce) =>
      directivesOf(() => client.clients.getHandshakePayload({ nonce }), 'directives'),
    refreshSession: ({ sessionId, expiredToken, refreshToken, origin, headers, suffixedCookies }) =>
      directivesOf(
        () =>
          client.sessions.refreshSession(sessionId, {
            format: 'cookie',
            suffixed_cookies: suffixedCookies,
            expired_token: expiredToken,
            refresh_token: refreshToken,
            request_origin: origin,
            request_headers: mutable(headers),
          }),
        'cookies',
      ),
    verifyMachineToken: (type, token) => verify(() => ask(machines, type, token, machineSecretKey)),
  };
}

function ask(
  client: AuthenticationClient,
  type: MachineTokenType,
  token: string,
  machineSecretKey: string | undefined,
): Promise<unknown> {
  switch (type) {
    case 'api_key':
      return client.apiKeys.verify(token);
    case 'm2m_token':
      return client.m2m.verify({ token, machineSecretKey });
    case 'oauth_token':
      return client.idPOAuthAccessToken.verify(token);
    default:
      return type satisfies never;
  }
}

async function verify(call: () => Promise<unknown>): Promise<MachineAnswer> {
  return answered(call, (resource) => ({ ok: true, resource }));
}

async function directivesOf(call: () => Promise<unknown>, member: string): Promise<BackendAnswer> {
  return answered(call, (answer) => ({ ok: true, directives: textsIn(answer, member) }));
}

async function answered<Answer>(
  call: () => Promise<unknown>,
  read: (answer: unknown) => Answer,
): Promise<Answer | BackendFailure> {
  try {
    return read(await call());
  } catch (error) {
    return backendFailure(error);
  }
}

/** The client takes the API at its word; an answer without the list must not become a 500. */
function textsIn(answer: unknown, member: string): readonly string[] {
  if (typeof answer !== 'object' || answer === null) throw new TypeError('The answer is empty.');
  const list: unknown = Reflect.get(answer, member);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

function mutable(headers: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, [...values]]));
}
