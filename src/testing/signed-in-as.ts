import { testingInstance } from './testing-instance.js';

/**
 * Headers that sign a request in, for supertest and the like:
 * `request(server).get('/articles').set(signedInAs('ada'))`.
 *
 * @param user A name (`ada`) or an id (`user_…`) of the testing instance.
 * @param claims Claims to set in the token; `undefined` leaves one out.
 * @throws UnknownLocalUserError naming the users there are.
 */
export function signedInAs(
  user: string,
  claims?: Readonly<Record<string, unknown>>,
): { Authorization: string } {
  return { Authorization: `Bearer ${testingInstance().mintSessionToken(user, claims)}` };
}
