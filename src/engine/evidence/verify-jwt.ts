import { goOn, type NowOrLater } from '../../now-or-later.js';
import { checkAlgorithm } from '../claims/algorithm.js';
import { checkAuthorizedParty } from '../claims/authorized-parties.js';
import { checkHeaderType } from '../claims/header-type.js';
import { checkSubject } from '../claims/subject.js';
import {
  checkExpiration,
  checkIssuedAt,
  checkNotBefore,
  type Moment,
} from '../claims/token-times.js';
import type { VerificationFailure } from '../claims/verification-failure.js';
import type { DecodedToken } from '../facts/decoded-token.js';
import type { KeyLookup, KeySource } from '../keys/key-source.js';
import type { Policy } from '../policy.js';
import { isKnownToBeSignedBy } from '../tokens/known-token.js';
import type { TokenCache } from '../tokens/token-cache.js';
import { checkSignature } from './signature.js';

/** What a token is verified against. */
export interface VerificationContext {
  readonly keys: KeySource;
  /** Remembers what is found good. */
  readonly tokens: TokenCache;
  readonly policy: Policy;
  readonly moment: Moment;
}

/** What is asked of one kind of token and of no other. */
export interface KindChecks {
  /** Whether the token was made for this at all. */
  kind(token: DecodedToken): Verdict;
  /** The `typ` values one of which is needed; none for the default. */
  headerTypes(policy: Policy): readonly string[] | undefined;
  /** Whether it is for who reads it. */
  audience(token: DecodedToken, policy: Policy): Verdict;
}

/** Why a token is refused; nothing when it is good. */
type Verdict = VerificationFailure | undefined;

/**
 * Verifies a token that the instance's key has signed. Every one passes through here, whatever its
 * kind and wherever in a request or in an answer of Clerk's it was found, so that no way in can
 * forget a check. The order of the checks decides which reason a token with several faults is
 * refused for, and is the vendor's.
 *
 * `iss` and `sid` are not checked: the key already says which instance signed, and which session
 * a token without `sid` belongs to is the application's question.
 *
 * @returns Nothing when the token is good, else why it isn't; at once where the key is at hand.
 */
export function verifyJwt(
  token: DecodedToken,
  checks: KindChecks,
  context: VerificationContext,
): NowOrLater<Verdict> {
  const wrongKind = checks.kind(token);
  if (wrongKind) return wrongKind;
  const lookup = context.keys.find(token.header['kid']);
  return goOn(lookup, (found) => judge(token, found, checks, context));
}

function judge(
  token: DecodedToken,
  lookup: KeyLookup,
  checks: KindChecks,
  { tokens, policy, moment }: VerificationContext,
): Verdict {
  if (!lookup.found) return lookup.failure;
  const { key } = lookup;
  const isKnown = isKnownToBeSignedBy(token, key);
  const failure =
    checkHeaderType(token, checks.headerTypes(policy)) ??
    checkAlgorithm(token) ??
    (isKnown ? undefined : checkSignature(token, key)) ??
    checkSubject(token.claims) ??
    checks.audience(token, policy) ??
    checkAuthorizedParty(token.claims, policy.authorizedParties) ??
    checkExpiration(token.claims, moment) ??
    checkNotBefore(token.claims, moment) ??
    checkIssuedAt(token.claims, moment);
  if (!failure && !isKnown) tokens.add(token, key, moment.now);
  return failure;
}
