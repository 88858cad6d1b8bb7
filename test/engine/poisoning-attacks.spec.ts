import { expect, describe, test } from '@jest/globals';
import type { DecodedToken } from '../../src/engine/facts/decoded-token.js';
import { signedOut } from '../../src/engine/outcome.js';
import { stateHeaders } from '../../src/engine/state-headers.js';
import { local } from './support/engine.js';
import { RememberingInstance } from './support/remembering-instance.js';

const claims = {
  v: 2,
  fea: 'o:docs',
  o: { id: 'org_1', rol: 'member', per: 'read,admin', fpm: '1' },
};
const ROOT_OF_ALL = Object.getPrototypeOf({});

/** What an application can get hold of that other requests are going to use. */
async function shared(instance: RememberingInstance, text: string): Promise<DecodedToken> {
  const { outcome } = await instance.authenticationOf(text);
  if (outcome.status !== 'signed-in' || outcome.tokenType !== 'session_token') {
    throw new Error('nobody is signed in');
  }
  return outcome.token;
}

/** What the next request believes. */
async function believed(instance: RememberingInstance, text: string) {
  const auth = (await instance.authenticationOf(text)).toAuth();
  if (auth.tokenType !== 'session_token') throw new Error('nobody is signed in');
  const { userId, orgId, orgPermissions, sessionClaims } = auth;
  return { userId, orgId, orgPermissions, sessionClaims };
}

describe('what an application does to a token that is remembered changes nothing of the next request', () => {
  const put = (object: object, name: string, value: unknown) => Reflect.set(object, name, value);

  test.each<[attack: string, change: (token: DecodedToken) => unknown]>([
    ['another subject', (token) => put(token.claims, 'sub', 'user_evil')],
    ['a claim more', (token) => put(token.claims, 'org_role', 'org:admin')],
    ['a claim less', (token) => Reflect.deleteProperty(token.claims, 'exp')],
    ['another organization', (token) => put(Object(token.claims['o']), 'id', 'org_2')],
    ['more permissions', (token) => put(Object(token.claims['o']), 'fpm', '3')],
    ['another header', (token) => put(token.header, 'kid', 'ins_evil')],
    ['other claims', (token) => put(token, 'claims', { sub: 'user_evil' })],
    ['another text', (token) => put(token, 'text', 'a.b.c')],
    ['a prototype', (token) => Reflect.setPrototypeOf(token.claims, { org_role: 'org:admin' })],
  ])('%s', async (_attack, change) => {
    const instance = new RememberingInstance();
    const text = local.mintSessionToken('ada', claims);
    const before = await believed(instance, text);
    expect(before.orgPermissions).toEqual(['org:docs:read']);
    // The first request has the token as it was read; from the second on they share one.
    const token = await shared(instance, text);
    expect(await shared(instance, text)).toBe(token);
    const content = JSON.stringify(token);
    change(token);
    expect(JSON.stringify(await shared(instance, text))).toBe(content);
    expect(await believed(instance, text)).toEqual(before);
    expect(instance.key.checks).toBe(1);
  });

  test('nor is there anything on it to call', async () => {
    const instance = new RememberingInstance();
    const text = local.mintSessionToken('ada', claims);
    await believed(instance, text);
    const token = await shared(instance, text);
    const inherited = Object.getPrototypeOf(token);
    expect(Object.getPrototypeOf(inherited)).toBe(ROOT_OF_ALL);
    expect(Reflect.ownKeys(inherited)).toEqual(['constructor']);
    expect(Object.keys(token)).toEqual(['kind', 'text', 'header', 'claims']);
  });

  test('nor do the claims and permissions that it was given', async () => {
    const instance = new RememberingInstance();
    const text = local.mintSessionToken('ada', claims);
    for (let time = 0; time < 3; time += 1) {
      const { orgPermissions, sessionClaims } = await believed(instance, text);
      expect(orgPermissions).toEqual(['org:docs:read']);
      expect(sessionClaims).toMatchObject(claims);
      orgPermissions?.push('org:docs:admin');
      Object.assign(sessionClaims?.['o'] ?? {}, { id: 'org_2' });
    }
  });
});

test('the headers of a visitor can not be changed for the next one', () => {
  const visitor = () => stateHeaders(signedOut('session-token-and-uat-missing'));
  const before = structuredClone(visitor());
  const headers: unknown = visitor();
  if (!Array.isArray(headers)) throw new Error('the headers are a list');
  expect(() => headers.push(['x-leak', 'of another'])).toThrow(TypeError);
  for (const header of headers) {
    if (typeof header === 'object' && header !== null) Reflect.set(header, 1, 'poisoned');
  }
  expect(visitor()).toEqual(before);
});
