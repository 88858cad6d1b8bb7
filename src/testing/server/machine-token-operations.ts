import type { LocalMachine } from '../local-machine.js';
import { standingOf } from '../machine-token.js';
import type { LocalM2mToken, LocalMachineToken } from '../machine-token.js';
import { isOAuthAccessToken } from '../oauth-access-token.js';
import { apiKeyJson, m2mTokenJson, oauthAccessTokenJson } from '../wire/machine-token-json.js';
import { oauthJwtJson } from '../wire/oauth-jwt-json.js';
import { apiError, missingParameter } from './api-errors.js';
import { json } from './reply.js';
import type { Reply } from './reply.js';
import type { Call } from './route.js';

/** `POST /api_keys/verify` */
export function verifyApiKey({ instance, body }: Call): Reply {
  const { secret } = body;
  if (!isGiven(secret)) return missingParameter('secret', 400);
  return verdict(instance.store.apiKeys.find(secret), instance.now(), apiKeyJson);
}

/** `POST /m2m_tokens/verify`: with a machine's key, only tokens that may be used at that machine. */
export function verifyM2mToken({ instance, body, machine }: Call): Reply {
  if (!isGiven(body.token)) return missingParameter('token', 400);
  const token = instance.store.m2mTokens.find(body.token);
  if (token && machine && !grants(token, machine)) {
    return refused(`The token ${token.id} does not have the machine "${machine.name}" in scope.`);
  }
  return verdict(token, instance.now(), m2mTokenJson);
}

/** `POST /oauth_applications/access_tokens/verify` */
export function verifyOAuthAccessToken({ instance, body }: Call): Reply {
  const token = body.access_token ?? body.secret;
  if (!isGiven(token)) return missingParameter('access_token', 400);
  const jwt = instance.open(token);
  if (jwt && isOAuthAccessToken(jwt)) return json(200, oauthJwtJson(jwt.claims, instance.now()));
  return verdict(
    instance.store.oauthAccessTokens.find(token),
    instance.now(),
    oauthAccessTokenJson,
  );
}

// The document doesn't say what a revoked or expired token gets. No 200, because the vendor's
// client lets in whatever gets one, whatever it says of itself.
function verdict<Token extends LocalMachineToken>(
  token: Token | undefined,
  now: number,
  toJson: (token: Token, now: number) => Record<string, unknown>,
): Reply {
  if (!token)
    return refused('The token is not one of this local Clerk instance, or of before its restart.');
  const standing = standingOf(token, now);
  switch (standing) {
    case 'valid':
      return json(200, toJson(token, now));
    case 'revoked':
      return refused(`The token ${token.id} was revoked.`);
    case 'expired':
      return refused(`The token ${token.id} has expired.`);
    default:
      return standing satisfies never;
  }
}

function grants({ scopes }: LocalM2mToken, { id }: LocalMachine): boolean {
  return scopes.includes(id);
}

function refused(reason: string): Reply {
  return apiError({ status: 404, code: 'resource_not_found' }, 'Token not found', reason);
}

function isGiven(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
