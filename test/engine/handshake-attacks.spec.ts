import { describe, expect, test } from '@jest/globals';
import { authenticate, type Report } from '../../src/engine/authenticate.js';
import { RequestFacts } from '../../src/engine/facts/request-facts.js';
import type { InstanceType } from '../../src/engine/publishable-key.js';
import { LocalInstance } from '../../src/testing/local-instance.js';
import { browserRequest, type BrowserParts, headersOf, sessionCookies } from './support/browser.js';
import { instanceOf, local, NOW, outcomeOf, policyWith, verdict } from './support/engine.js';
import { publishedKeys } from './support/published-keys.js';
import { requestSource } from './support/request-source.js';
import { encodePart, hmacToken, TokenForge, unsignedToken } from './support/token-forge.js';

const forge = new TokenForge();
const neighbour = new LocalInstance({ number: 2, now: () => NOW });
const SESSION = local.mintSessionToken('ada');
const PAYLOAD = { handshake: [`__session=${SESSION}; Path=/`] };
const HEADER = { alg: 'RS256', typ: 'JWT', kid: local.kid };
const [HEAD, , SIGNATURE] = local.mintHandshake([]).split('.');
const VISITOR = 'session-token-and-uat-missing';

function bringing(token: string, type: InstanceType, browser: BrowserParts = {}) {
  const target = `/?__clerk_handshake=${encodeURIComponent(token)}`;
  return outcomeOf(browserRequest({ target, ...browser }), { type });
}

describe('a handshake token signed by another instance is refused with a sentence that helps', () => {
  const foreign = neighbour.mintHandshake(PAYLOAD.handshake);
  const sentence = /not signed by this instance's key.*switched Clerk keys.*clear the cookies/;

  test('development: ClerkRequestError', async () => {
    const answer = bringing(foreign, 'development');
    await expect(answer).rejects.toMatchObject({ code: 'bad_request' });
    await expect(answer).rejects.toThrow(sentence);
  });

  test('development, where the key is told by its id', async () => {
    const target = `/?__clerk_handshake=${foreign}`;
    const keys = publishedKeys(...local.jwks.keys);
    const answer = outcomeOf(browserRequest({ target }), { type: 'development', keys });
    await expect(answer).rejects.toThrow(sentence);
  });

  test('production: ignored', async () => {
    const outcome = await bringing(foreign, 'production');
    expect(outcome).toMatchObject({ status: 'signed-out', reason: VISITOR, headers: [] });
    const cookies = sessionCookies(SESSION);
    expect(await bringing(foreign, 'production', { cookies })).toMatchObject({
      status: 'signed-in',
      headers: [],
    });
  });

  test('production: said in the log, without the token', async () => {
    const instance = instanceOf('production');
    const request = browserRequest({ cookies: { __clerk_handshake: foreign } });
    const facts = new RequestFacts(requestSource(request), instance, NOW);
    const said: string[] = [];
    const report: Report = (_kind, line) => said.push(line);
    await authenticate({ facts, instance, policy: policyWith(), report });
    expect(said).toEqual([expect.stringMatching(/handshake could not be resolved: .*signature/)]);
    for (const part of foreign.split('.')) expect(said.join()).not.toContain(part);
  });
});

describe('a handshake token that is none of Clerk’s', () => {
  test.each([
    ['signed by a stranger under our key’s id', forge.sign(HEADER, PAYLOAD)],
    ['that brings its own key', forge.sign({ ...HEADER, jwk: forge.jwk }, PAYLOAD)],
    ['unsigned', unsignedToken({ ...HEADER, alg: 'none' }, PAYLOAD)],
    ['"signed" with the public key', hmacToken({ ...HEADER, alg: 'HS256' }, PAYLOAD, local.jwtKey)],
    ['with another payload under the signature', `${HEAD}.${encodePart(PAYLOAD)}.${SIGNATURE}`],
    [
      'that is a JWT template’s',
      local.mint({ user: 'ada', claims: PAYLOAD, header: { cat: 'cl_B7d4PD222AAA' } }),
    ],
    ['that is a machine’s', local.mint({ user: 'ada', claims: { ...PAYLOAD, sub: 'mch_1' } })],
    [
      'that is an OAuth client’s',
      local.mint({ user: 'ada', claims: PAYLOAD, header: { typ: 'at+jwt' } }),
    ],
    ['with padding', `${local.mintHandshake(PAYLOAD.handshake)}==`],
    ['of another type', local.mint({ user: 'ada', claims: PAYLOAD, header: { typ: 'JWE' } })],
    ['malformed', 'x.y.z'],
    ['empty but for dots', '..'],
  ])('%s brings no session and no cookie', async (_name, token) => {
    await expect(bringing(token, 'development')).rejects.toThrow(/^The handshake token is not/);
    await expect(bringing(token, 'production')).resolves.toMatchObject({
      status: 'signed-out',
      reason: VISITOR,
      headers: [],
    });
  });

  test.each([
    [undefined],
    [null],
    ['__session=x'],
    [{ 0: '__session=x', length: 1 }],
    [[5, null, {}]],
  ])('whose payload is %j brings nothing', async (handshake) => {
    const token = local.mint({ user: 'ada', claims: { handshake } });
    const outcome = await bringing(token, 'production');
    expect(verdict(outcome)).toBe('session-token-missing');
    expect(headersOf(outcome, 'Set-Cookie')).toEqual([]);
  });
});
