import { createHash } from 'node:crypto';
import { authOf } from '../../../engine/auth/signed.js';
import { vendorAuthOf } from '../../../engine/auth/vendor.js';
import type { Observation } from '../../compare/observed.js';
import type { Difference } from '../difference.js';
import { claimsOf, type LooseToken } from './loose-token.js';
import { resigned } from './replace-tokens.js';
import { tokenDifference } from './token-difference.js';

const EVERYWHERE = ['header', 'cookie', 'brought'] as const;

/** The claim by which a token that stands in for another tells which. */
const STANDS_FOR = 'stands_in_for';

/** Differences in what a session is made of. */
export const SESSION_DIFFERENCES: readonly Difference[] = [
  tokenDifference({
    name: 'organization claims that can’t be read grant no permission',
    why: 'the vendor throws while it answers, or says that the error was unexpected',
    at: EVERYWHERE,
    concerns: (token) => vendorAuthOf(claimsOf(token)).made === undefined,
    // The same facts in a token of version 1, which the vendor can read.
    standIn: (token) => {
      const { orgId, orgRole, orgSlug } = authOf(claimsOf(token));
      const fea = typeof claimsOf(token)['fea'] === 'string' ? claimsOf(token)['fea'] : undefined;
      const facts = { org_id: orgId, org_role: orgRole, org_slug: orgSlug, org_permissions: [] };
      return resigned(token, { claims: { ...facts, v: undefined, fea, ...markOf(token) } });
    },
    but: withClaims,
  }),
  tokenDifference({
    name: 'a role that is no text is no role',
    why: 'the vendor makes a text of a list or an object',
    at: EVERYWHERE,
    concerns: (token) => hasOddRole(token),
    standIn: (token) => {
      const { o } = claimsOf(token);
      return resigned(token, { claims: { o: { ...Object(o), rol: undefined }, ...markOf(token) } });
    },
    but: withClaims,
  }),
];

function hasOddRole(token: LooseToken): boolean {
  const { v, o } = claimsOf(token);
  const rol: unknown = typeof o === 'object' && o !== null ? Reflect.get(o, 'rol') : undefined;
  return v === 2 && typeof rol === 'object' && rol !== null;
}

function markOf({ text }: LooseToken): Readonly<Record<string, string>> {
  return { [STANDS_FOR]: createHash('sha256').update(text).digest('base64url') };
}

/** With the claims that the token really has, where they are shown; a state may not show the token. */
function withClaims(answer: Observation, tokens: readonly LooseToken[]): Observation {
  const { state, calls } = answer;
  if (state === null) return answer;
  const { auth, authOfPending } = state;
  const shown = { auth: shownAs(auth, tokens), authOfPending: shownAs(authOfPending, tokens) };
  return { calls, state: { ...state, ...shown } };
}

function shownAs(auth: unknown, tokens: readonly LooseToken[]): unknown {
  if (typeof auth !== 'object' || auth === null) return auth;
  const mark: unknown = Object(Reflect.get(auth, 'sessionClaims'))[STANDS_FOR];
  const token = tokens.find((one) => markOf(one)[STANDS_FOR] === mark);
  return token ? { ...auth, sessionClaims: claimsOf(token) } : auth;
}
