import { authOf } from '../../../engine/auth/signed.js';
import { vendorAuthOf } from '../../../engine/auth/vendor.js';
import type { Observation } from '../../compare/side.js';
import type { Difference } from '../difference.js';
import { claimsOf, type LooseToken } from './loose-token.js';
import { resigned } from './replace-tokens.js';
import { tokenDifference } from './token-difference.js';

const EVERYWHERE = ['header', 'cookie', 'brought'] as const;

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
      return resigned(token, { claims: { ...facts, v: undefined, fea } });
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
      return resigned(token, { claims: { o: { ...Object(o), rol: undefined } } });
    },
    but: withClaims,
  }),
];

function hasOddRole(token: LooseToken): boolean {
  const { v, o } = claimsOf(token);
  const rol: unknown = typeof o === 'object' && o !== null ? Reflect.get(o, 'rol') : undefined;
  return v === 2 && typeof rol === 'object' && rol !== null;
}

/** With the claims that the token really has, where they are shown. */
function withClaims(answer: Observation, tokens: readonly LooseToken[]): Observation {
  const { state } = answer;
  const token = tokens.find(({ text }) => text === state?.['token']);
  if (state === null || !token) return answer;
  const auth = shown(state['auth'], token);
  return {
    ...answer,
    state: { ...state, auth, authOfPending: shown(state['authOfPending'], token) },
  };
}

function shown(auth: unknown, token: LooseToken): unknown {
  const isSignedIn =
    typeof auth === 'object' && auth !== null && Reflect.get(auth, 'sessionClaims');
  return isSignedIn ? { ...auth, sessionClaims: claimsOf(token) } : auth;
}
