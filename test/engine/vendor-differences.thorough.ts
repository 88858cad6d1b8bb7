import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { local, NOW, NOW_IN_SECONDS, policyWith } from './support/engine.js';
import { cookieHeader } from './support/request-source.js';
import { encodePart, TokenForge, unsignedToken } from './support/token-forge.js';
import { EnginePair } from './support/vendor-engine.js';

beforeAll(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});
afterAll(() => {
  jest.restoreAllMocks();
});

const forge = new TokenForge();
const HEADER = { alg: 'RS256', typ: 'JWT' };
const GOOD = { sub: 'user_1', iss: `https://${local.frontendApi}`, exp: NOW_IN_SECONDS + 60 };
const API = 'https://api.example';
const DEEP = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

/** A request that our engine answers otherwise than the vendor's, on purpose. */
interface Difference {
  readonly name: string;
  readonly why: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly jwtKey?: string;
  readonly ours: string;
  readonly theirs: string;
}

function bearer(token: string): Difference['headers'] {
  return { authorization: `Bearer ${token}` };
}

function cookie(claims: object, uat: string): Difference['headers'] {
  const session = forge.sign(HEADER, { ...GOOD, ...claims });
  return { cookie: cookieHeader({ __session: session, __client_uat: uat }) };
}

const DIFFERENCES: Difference[] = [
  {
    name: 'a token with padding',
    why: 'RFC 7515, section 2: base64url without padding; one token has one spelling',
    headers: bearer(`${forge.sign(HEADER, GOOD)}==`),
    ours: 'token-invalid',
    theirs: 'signed-in',
  },
  {
    name: 'a token with a critical extension',
    why: 'RFC 7515, section 4.1.11: who does not understand it must refuse the token',
    headers: bearer(forge.sign({ ...HEADER, crit: ['urn:x'], 'urn:x': true }, GOOD)),
    ours: 'token-verification-failed',
    theirs: 'signed-in',
  },
  {
    name: 'an audience that is no text',
    why: 'what can’t be read is not one of the audiences asked for',
    headers: bearer(forge.sign(HEADER, { ...GOOD, aud: 5 })),
    ours: 'token-verification-failed',
    theirs: 'signed-in',
  },
  {
    name: 'a list of foreign audiences with something else among them',
    why: 'what can’t be read is not one of the audiences asked for',
    headers: bearer(forge.sign(HEADER, { ...GOOD, aud: ['https://x.example', 5] })),
    ours: 'token-verification-failed',
    theirs: 'signed-in',
  },
  {
    name: 'an expiry before all time',
    why: 'the vendor’s Date can’t hold it, and what is no date never expires',
    headers: bearer(forge.sign(HEADER, { ...GOOD, exp: -1e300 })),
    ours: 'session-token-expired-refresh-non-eligible-no-refresh-cookie',
    theirs: 'signed-in',
  },
  {
    name: 'a not-before time after all time',
    why: 'the vendor’s Date can’t hold it, and what is no date is never too early',
    headers: bearer(forge.sign(HEADER, { ...GOOD, nbf: 1e300 })),
    ours: 'session-token-nbf',
    theirs: 'signed-in',
  },
  {
    name: 'an issue time after all time',
    why: 'the vendor’s Date can’t hold it, and what is no date is never in the future',
    headers: bearer(forge.sign(HEADER, { ...GOOD, iat: 1e300 })),
    ours: 'session-token-iat-in-the-future',
    theirs: 'signed-in',
  },
  {
    name: 'a payload with a byte order mark',
    why: 'RFC 8259, section 8.1: JSON has none',
    headers: bearer(forge.sign(HEADER, `\uFEFF${JSON.stringify(GOOD)}`)),
    ours: 'token-invalid',
    theirs: 'signed-in',
  },
  {
    name: 'a header of null',
    why: 'a malformed token is no unexpected error',
    headers: bearer(`${encodePart('null')}.${encodePart(GOOD)}.c2ln`),
    ours: 'token-invalid',
    theirs: 'unexpected-error',
  },
  {
    name: 'a payload that is a list',
    why: 'RFC 7519, section 7.2: claims are an object',
    headers: bearer(forge.sign(HEADER, '[]')),
    ours: 'token-invalid',
    theirs: 'token-verification-failed',
  },
  {
    name: 'a type too deeply nested to be shown',
    why: 'a malformed token is no unexpected error',
    headers: bearer(`${encodePart(`{"alg":"RS256","typ":${DEEP}}`)}.${encodePart(GOOD)}.c2ln`),
    ours: 'token-invalid',
    theirs: 'unexpected-error',
  },
  {
    name: 'an unsigned token of a machine',
    why: 'its kind is plain to see; the vendor asks for a signature before it looks',
    headers: bearer(unsignedToken(HEADER, { ...GOOD, sub: 'mch_1' })),
    ours: 'token-type-mismatch',
    theirs: 'token-invalid-signature',
  },
  {
    name: 'a cookie’s issue time of null',
    why: 'null is no time before any other',
    headers: cookie({ iat: null }, '1'),
    ours: 'token-verification-failed',
    theirs: 'session-token-iat-before-client-uat',
  },
  {
    name: 'a cookie’s issue time that is text',
    why: 'text is no time before any other',
    headers: cookie({ iat: '1' }, '2'),
    ours: 'token-verification-failed',
    theirs: 'session-token-iat-before-client-uat',
  },
  {
    name: 'a jwtKey with the line ends of an environment file',
    why: 'it is a common way to set one, and there is no doubt what it means',
    headers: bearer(forge.sign(HEADER, GOOD)),
    jwtKey: forge.pem.replaceAll('\n', String.raw`\n`),
    ours: 'signed-in',
    theirs: 'token-invalid-signature',
  },
];

test.each(DIFFERENCES)('unlike the vendor, on purpose: $name ($why)', async (difference) => {
  const { headers, jwtKey = forge.pem, ours, theirs } = difference;
  const pair = new EnginePair('production', { jwtKey });
  const request = { method: 'GET', target: '/', headers };
  const policy = policyWith({ audience: [API] });
  const our = await pair.ours(request, policy);
  const their = await pair.theirs(request, policy);
  expect({ ours: our.reason ?? our.status, theirs: their.reason ?? their.status }).toEqual({
    ours,
    theirs,
  });
});
