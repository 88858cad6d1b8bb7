import { checkAlgorithm } from '../claims/algorithm.js';
import { checkAudience } from '../claims/audience.js';
import { checkAuthorizedParty } from '../claims/authorized-parties.js';
import { checkHeaderType } from '../claims/header-type.js';
import { checkSubject } from '../claims/subject.js';
import { checkTokenKind } from '../claims/token-kind.js';
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
import { checkSignature } from './signature.js';

/** What a token is verified against. */
export interface VerificationContext {
  readonly keys: KeySource;
  readonly policy: Policy;
  readonly moment: Moment;
}

/**
 * Verifies a session token. Every one passes through here, wherever in a request or in an answer
 * of Clerk's it was found, so that no way in can forget a check. The order of the checks decides
 * which reason a token with several faults is refused for, and is the vendor's.
 *
 * `iss` and `sid` are not checked: the key already says which instance signed, and which session
 * a token without `sid` belongs to is the application's question.
 *
 * @returns Nothing when the token is good, else why it isn't.
 */
export async function verifySessionToken(
  token: DecodedToken,
  { keys, policy, moment }: VerificationContext,
): Promise<VerificationFailure | undefined> {
  const wrongKind = checkTokenKind(token);
  if (wrongKind) return wrongKind;

  const lookup: KeyLookup = await keys.find(token.header['kid']);
  if (!lookup.found) return lookup.failure;

  return (
    checkHeaderType(token) ??
    checkAlgorithm(token) ??
    (await checkSignature(token, lookup.key)) ??
    checkSubject(token.claims) ??
    checkAudience(token.claims, policy.audience) ??
    checkAuthorizedParty(token.claims, policy.authorizedParties) ??
    checkExpiration(token.claims, moment) ??
    checkNotBefore(token.claims, moment) ??
    checkIssuedAt(token.claims, moment)
  );
}
