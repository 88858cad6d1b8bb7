import { digestOf } from '../../digest.js';
import type { MachineTokenType } from '../token-type.js';
import { isVerdict, type MachineAnswer, TOKEN_REFUSED } from './backend.js';
import { copyJson } from '../copy-json.js';
import { type MachineIdentity, readMachineIdentity } from './machine-identity.js';

/** An answer about a token, as it may be kept: without the token, should the answer repeat it. */
export interface KeptAnswer {
  /** Whether the token is good, but for what the application demands of it. */
  readonly isGood: boolean;
  readonly answer: MachineAnswer;
  /** The end of the token itself: a Unix time in milliseconds. */
  readonly expiresAt: number;
  /** Digests of what ends it: its kind, its id, and whom it stands for. */
  readonly names: readonly string[];
}

/**
 * Reads what an answer says about a token for good, to keep just that.
 *
 * @returns Undefined where it says nothing about the token, and the next request has to ask again.
 */
export function keptAnswer(type: MachineTokenType, answer: MachineAnswer): KeptAnswer | undefined {
  if (!answer.ok) {
    if (!isVerdict(answer)) return undefined;
    const { status, code } = answer;
    // Its words may repeat the token.
    const kept = code === TOKEN_REFUSED ? code : '';
    return refusal({ ok: false, status, code: kept, message: '' }, [type]);
  }
  const { resource } = answer;
  // What an application demands of the audience is looked at when the answer is used.
  const reading = readMachineIdentity(type, resource, []);
  if (reading.ok) return approval(reading.identity, resource);
  if (reading.unavailable) return undefined;
  const [id, subject, revoked, expired] = ['id', 'subject', 'revoked', 'expired'].map((name) =>
    memberOf(resource, name),
  );
  return refusal({ ok: true, resource: { id, subject, revoked, expired } }, [type, id, subject]);
}

function approval(identity: MachineIdentity, resource: unknown): KeptAnswer {
  const { tokenType, id, subject } = identity;
  const aud = copyJson(memberOf(resource, 'aud'));
  return {
    isGood: true,
    answer: { ok: true, resource: { ...identity, aud }, isRemembered: true },
    expiresAt: expiryOf(tokenType, memberOf(resource, 'expiration')),
    names: [tokenType, id, subject].map(digestOf),
  };
}

function refusal(answer: MachineAnswer, names: readonly unknown[]): KeptAnswer {
  const digests = names.map((name) => digestOf(String(name)));
  return { isGood: false, answer, expiresAt: Infinity, names: digests };
}

/** No Unix time in milliseconds since 1973 is less, and none in seconds is more before the year 5138. */
const LEAST_MILLISECONDS = 100_000_000_000;

/**
 * OAuth tokens' times are in seconds, says the vendor's client, and in milliseconds, says the API's
 * own document. What is no time at all is no reason to trust the answer for longer than a moment.
 */
function expiryOf(type: MachineTokenType, expiration: unknown): number {
  if (expiration === null || expiration === undefined) return Infinity;
  if (typeof expiration !== 'number') return 0;
  const isInSeconds = type === 'oauth_token' && expiration < LEAST_MILLISECONDS;
  return isInSeconds ? expiration * 1_000 : expiration;
}

function memberOf(resource: unknown, name: string): unknown {
  return typeof resource === 'object' && resource !== null
    ? Reflect.get(resource, name)
    : undefined;
}
