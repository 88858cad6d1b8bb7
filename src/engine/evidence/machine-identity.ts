import { checkOauthAudience } from '../../oauth-audience.js';
import type { Unavailable } from '../outcome.js';
import type { MachineTokenVerificationErrorCode } from '../reasons.js';
import type { MachineTokenType } from '../token-type.js';
import { copyJson } from '../copy-json.js';

/** What every program's token says. */
interface Identity {
  readonly id: string;
  /** Whom it stands for: a user, an organization or a machine. */
  readonly subject: string;
  readonly scopes: string[];
}

/** Claims that the token's maker added. */
type Claims = Readonly<Record<string, unknown>> | null;

/** Whom a verified program's token stands for, and what it may do. */
export type MachineIdentity =
  | (Identity & { readonly tokenType: 'api_key'; readonly name: string; readonly claims: Claims })
  | (Identity & { readonly tokenType: 'm2m_token'; readonly claims: Claims })
  | (Identity & { readonly tokenType: 'oauth_token'; readonly clientId: string });

/** What reading an answer about a token comes to. */
export type IdentityReading =
  | { readonly ok: true; readonly identity: MachineIdentity }
  | {
      readonly ok: false;
      readonly code: keyof typeof MachineTokenVerificationErrorCode;
      readonly message: string;
      /** Set where the answer says nothing about the token. */
      readonly unavailable?: Unavailable;
    };

type Members = Readonly<Record<string, unknown>>;

/**
 * Reads what the Backend API says about an opaque token. Clients take the API at its word, so this
 * is where an answer has to prove itself: one that names nobody, or says that the token is revoked
 * or expired, lets nobody in. Nothing of what it returns is part of the answer, which may be read
 * again for another request.
 *
 * @param audience Of which an OAuth token has to name one.
 */
export function readMachineIdentity(
  tokenType: MachineTokenType,
  resource: unknown,
  audience: readonly string[],
): IdentityReading {
  if (!isMembers(resource)) return unreadable();
  const { id, subject, revoked, expired } = resource;
  if (typeof id !== 'string' || typeof subject !== 'string' || !id || !subject) return unreadable();
  if (revoked === true || expired === true) {
    const state = revoked === true ? 'revoked' : 'expired';
    return { ok: false, code: 'TokenInvalid', message: `The token is ${state}.` };
  }
  const problem = tokenType === 'oauth_token' && checkOauthAudience(resource['aud'], audience);
  if (problem) return { ok: false, code: 'TokenVerificationFailed', message: problem };
  const identity = { id, subject, scopes: readScopes(resource['scopes']) };
  return { ok: true, identity: withOwnFields(tokenType, identity, resource) };
}

function withOwnFields(
  tokenType: MachineTokenType,
  identity: Identity,
  { name, claims, clientId }: Members,
): MachineIdentity {
  switch (tokenType) {
    case 'api_key':
      return { ...identity, tokenType, name: textOf(name), claims: readClaims(claims) };
    case 'm2m_token':
      return { ...identity, tokenType, claims: readClaims(claims) };
    case 'oauth_token':
      return { ...identity, tokenType, clientId: textOf(clientId) };
    default:
      return tokenType satisfies never;
  }
}

/** A list as it is; else the words of a text. */
export function readScopes(scopes: unknown): string[] {
  const list: unknown[] = typeof scopes === 'string' ? scopes.split(' ') : [scopes].flat();
  return list.filter((scope) => typeof scope === 'string');
}

function readClaims(claims: unknown): Claims {
  return isMembers(claims) ? copyJson(claims) : null;
}

/** A text as it is; in place of anything else an empty one. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}

function unreadable(): IdentityReading {
  const message = "The Backend API's answer about the token names nobody.";
  const unavailable = { cause: message, hint: message };
  return { ok: false, code: 'UnexpectedError', message, unavailable };
}
