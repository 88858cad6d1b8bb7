import { describe, expect, test } from '@jest/globals';
import { readBearer } from '../../src/engine/facts/bearer.js';
import { local, outcomeOf, verdict } from './support/engine.js';
import { cookieHeader } from './support/request-source.js';

describe('the Authorization header', () => {
  test.each<[name: string, header: string | undefined, token: string | undefined]>([
    ['absent: no token', undefined, undefined],
    ['empty: no token', '', undefined],
    ['Bearer and a token: the token', 'Bearer a.b.c', 'a.b.c'],
    ['a bare token: the token', 'a.b.c', 'a.b.c'],
    ['bearer in lower case: another scheme', 'bearer a.b.c', undefined],
    ['BEARER in capitals: another scheme', 'BEARER a.b.c', undefined],
    ['Basic: another scheme', 'Basic YTpi', undefined],
    ['DPoP: another scheme', 'DPoP a.b.c', undefined],
    ['a scheme that starts alike: another scheme', 'BearerX a.b.c', undefined],
    ['Bearer alone: a bare token of that name, which is malformed', 'Bearer', 'Bearer'],
    ['Bearer and a space: the same', 'Bearer ', 'Bearer'],
    ['Bearer and two spaces: the same, as at the vendor', 'Bearer  a.b.c', 'Bearer'],
    ['a space before: a scheme without a name', ' Bearer a.b.c', undefined],
    ['a tab for the space: one word', 'Bearer\ta.b.c', 'Bearer\ta.b.c'],
    ['two tokens: the first', 'Bearer a.b.c d.e.f', 'a.b.c'],
    ['two headers that a proxy joined: the first and a comma', 'Bearer a.b.c, Bearer d', 'a.b.c,'],
  ])('%s', (_name, header, token) => {
    expect(readBearer(header)).toBe(token);
  });

  const cookie = cookieHeader({ __session: local.mintSessionToken('ada'), __client_uat: '1' });
  const answered = async (authorization: string) =>
    verdict(await outcomeOf({ headers: { authorization, cookie } }));

  test('a bad bearer token is refused however good the cookie is: the header decides alone', async () => {
    expect(await answered('Bearer a.b.c')).toBe('token-invalid');
    expect(await answered('Bearer')).toBe('token-invalid');
  });

  test('another scheme leaves the decision to the cookies', async () => {
    expect(await answered('Basic YTpi')).toBe('signed-in');
    expect(await answered('bearer a.b.c')).toBe('signed-in');
  });

  test('a bearer token needs neither an active client nor a dev browser', async () => {
    const authorization = `Bearer ${local.mintSessionToken('ada')}`;
    const headers = { authorization, cookie: '__client_uat=9999999999' };
    expect(verdict(await outcomeOf({ headers }, { type: 'development' }))).toBe('signed-in');
    expect(verdict(await outcomeOf({ headers }, { type: 'production' }))).toBe('signed-in');
  });
});
