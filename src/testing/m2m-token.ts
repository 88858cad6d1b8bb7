import { randomHex } from './ids.js';
import type { Issuing } from './issuing.js';
import { freshToken } from './machine-token.js';
import type { CreatedToken, M2mTokenRequest } from './machine-token-requests.js';
import { tokenTimes } from './token-times.js';

/** The token category in the header of every M2M token that is a JWT. */
const M2M_TOKEN_CATEGORY = 'cl_B7d4PD333AAA';

/**
 * Makes an M2M token of a machine's. As a JWT it is kept nowhere.
 *
 * @throws UnknownLocalSubjectError naming the machines there are.
 */
export function issueM2mToken(
  request: M2mTokenRequest,
  { store, issuer, now, sign }: Issuing,
): CreatedToken {
  const machine = store.getMachine(request.subject);
  const { claims, scopes = machine.scopedMachines } = request;
  const id = `mt_${randomHex(16)}`;
  const subject = machine.id;
  const expiration = now + (request.secondsUntilExpiration ?? machine.defaultTokenTtl) * 1000;
  const times = { createdAt: now, expiration };
  if (request.tokenFormat !== 'jwt') {
    const record = { id, subject, scopes, claims: claims ?? null, expiration };
    return store.m2mTokens.add({ ...record, ...freshToken(now) });
  }
  const standard = { iss: issuer, jti: id, scopes: scopes.join(' '), sub: subject };
  const header = { cat: M2M_TOKEN_CATEGORY, ...request.header };
  return { id, token: sign({ ...tokenTimes(times), ...standard, ...claims }, header) };
}
