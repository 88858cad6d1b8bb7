import type {
  CheckAuthorizationFromSessionClaims,
  JwtPayload,
  SignedInAuthObject,
} from '../../../src/engine/auth/index.js';
import { signedInAuth } from '../../../src/engine/auth/index.js';

/** Claims as they come out of a verified token: a signature says nothing about their types. */
export function signed(claims: object): JwtPayload {
  const payload: JwtPayload = JSON.parse(JSON.stringify(claims));
  return payload;
}

/** Our auth object of signed claims. */
export function authOf(claims: object): SignedInAuthObject {
  return signedInAuth({
    token: 'token',
    claims: signed(claims),
    fetchToken: () => Promise.reject(new Error('no token should be fetched')),
    debug: () => ({}),
  });
}

/** Asks `has()` as untyped JavaScript can. */
export function ask(has: CheckAuthorizationFromSessionClaims, question: unknown): boolean {
  // The cast lets tests ask what the types forbid.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return has(question as Parameters<typeof has>[0]);
}

/** An auth object without its methods. */
export function fieldsOf(auth: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(auth).filter(([, value]) => typeof value !== 'function'),
  );
}
