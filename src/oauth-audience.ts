/**
 * Judges for whom an OAuth access token was made. Unlike a session token, one that names nobody is
 * refused as soon as an audience is expected: its bearer is another application, and a token that
 * was issued for some other service must not work here.
 *
 * @param aud The token's `aud`, as it came.
 * @param audience Who may be named; empty strings don't count, and without any nothing is checked.
 * @returns A sentence of what is wrong, which quotes nothing of the token; undefined when all is well.
 */
export function checkOauthAudience(aud: unknown, audience: readonly string[]): string | undefined {
  const expected = audience.filter((name) => name !== '');
  if (expected.length === 0) return undefined;
  const named: readonly unknown[] = [aud].flat();
  if (named.length === 0 || !named.every((name) => typeof name === 'string' && name !== '')) {
    return `The OAuth token names no audience (aud) that can be read; ${oneOf(expected)}.`;
  }
  if (expected.some((name) => named.includes(name))) return undefined;
  return `The OAuth token was made for another audience (aud); ${oneOf(expected)}.`;
}

function oneOf(expected: readonly string[]): string {
  return `expected is one of ${JSON.stringify(expected)}`;
}
