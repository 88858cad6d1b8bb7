import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkModule } from 'clerk-nestjs';
import { ClerkTestingModule, LocalInstance, testingInstance } from 'clerk-nestjs/testing';
import { ArticlesController } from './support/articles.js';
import { PLATFORMS, type RunningApp, startApp } from './support/platforms.js';
import { rawExchange } from './support/raw-exchange.js';

const instance = testingInstance();
const good = instance.mintSessionToken('ada');
const [header = '', payload = '', signature = ''] = good.split('.');
const now = Math.floor(Date.now() / 1000);

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (part: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, 'base64url').toString());

/** Signed with the public key as if it were a shared secret: CVE-2015-9235 and its many heirs. */
function hs256WithPublicKey(): string {
  const input = `${encode({ ...decoded(header), alg: 'HS256' })}.${payload}`;
  return `${input}.${createHmac('sha256', instance.jwtKey).update(input).digest('base64url')}`;
}

const foreign = new LocalInstance({ number: 99 });
const unused = signature.slice(0, -1) + (signature.endsWith('A') ? 'B' : 'A');

const BAD_TOKENS: readonly (readonly [string, string])[] = [
  ['nonsense', 'nonsense'],
  ['two parts', `${header}.${payload}`],
  ['four parts', `${good}.${signature}`],
  ['an unsigned token', `${encode({ ...decoded(header), alg: 'none' })}.${payload}.`],
  ['no signature', `${header}.${payload}.`],
  ['HS256 signed with the public key', hs256WithPublicKey()],
  ['one character of the signature altered', `${header}.${payload}.${unused}`],
  ['claims altered', `${header}.${encode({ ...decoded(payload), sub: 'user_root' })}.${signature}`],
  ["another instance's token", foreign.mintSessionToken('ada')],
  [
    "another instance's token under our key id",
    foreign.mint({ user: 'ada', header: { kid: instance.kid } }),
  ],
  ['an expired token', instance.mintSessionToken('ada', { exp: now - 60 })],
  ['a token from the future', instance.mintSessionToken('ada', { iat: now + 60, nbf: now })],
  ['a token that is not valid yet', instance.mintSessionToken('ada', { nbf: now + 60 })],
  [
    'a token from a JWT template',
    instance.mint({ user: 'ada', header: { cat: 'cl_B7d4PD222AAA' } }),
  ],
  ["a machine's token", instance.mintSessionToken('ada', { sub: 'mch_1' })],
  ['an OAuth access token', instance.mint({ user: 'ada', header: { typ: 'at+jwt' } })],
  ['an opaque API key', 'ak_live_0123456789'],
  ['12 kB of nothing', 'a'.repeat(12_000)],
  ['a payload of 8 kB', `${header}.${encode({ x: 'y'.repeat(6_000) })}.${signature}`],
];

describe.each(PLATFORMS)('bad input on %s is', (platform) => {
  let running: RunningApp;
  const answers: string[] = [];

  beforeAll(async () => {
    running = await startApp(platform, {
      imports: [ClerkModule.forRoot(), ClerkTestingModule],
      controllers: [ArticlesController],
    });
  });

  afterAll(() => running.app.close());

  it('told from good input', async () => {
    const headers = { authorization: `Bearer ${good}` };
    expect((await fetch(`${running.origin}/articles`, { headers })).status).toBe(200);
  });

  it.each(BAD_TOKENS)('refused with 401 in the header: %s', async (_case, token) => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${running.origin}/articles`, { headers });
    const text = await response.text();
    answers.push(text + JSON.stringify([...response.headers]));
    expect(response.status).toBe(401);
  });

  it.each(BAD_TOKENS)('refused with 401 in a cookie: %s', async (_case, token) => {
    const cookie = `__clerk_db_jwt=dvb_1; __client_uat=1; __session=${token}`;
    const response = await fetch(`${running.origin}/articles`, { headers: { cookie } });
    answers.push((await response.text()) + JSON.stringify([...response.headers]));
    expect(response.status).toBe(401);
  });

  it('never repeated in an answer, and no key with it', () => {
    const all = answers.join('\n');
    expect(answers.length).toBe(2 * BAD_TOKENS.length);
    expect(all).not.toContain(instance.secretKey);
    for (const [, token] of BAD_TOKENS.filter(([, text]) => text !== 'nonsense')) {
      expect(all).not.toContain(token);
      expect(all).not.toContain(token.split('.').at(-1) || token);
    }
  });

  it.each([
    ['a broken percent-encoding', '__session=%E0%A4%A; __client_uat=%zz'],
    ['no equals sign', '__session; __client_uat'],
    ['only separators', ';;;=;=;'],
    ['a prototype name', '__proto__=1; constructor=2; __session=x'],
    ['an empty session', '__clerk_db_jwt=dvb_1; __session=; __client_uat=1'],
    ['a client_uat that is no number', '__clerk_db_jwt=dvb_1; __session=x; __client_uat=abc'],
  ])('a cookie with %s: 401', async (_case, cookie) => {
    const response = await fetch(`${running.origin}/articles`, { headers: { cookie } });
    expect(response.status).toBe(401);
  });

  it('a planted second session cookie, of which the first counts', async () => {
    const cookies = (first: string, second: string) =>
      `__clerk_db_jwt=dvb_1; __client_uat=1; __session=${first}; __session=${second}`;
    const status = async (cookie: string) =>
      (await fetch(`${running.origin}/articles`, { headers: { cookie } })).status;
    expect(await status(cookies(good, foreign.mintSessionToken('grace')))).toBe(200);
    expect(await status(cookies(foreign.mintSessionToken('grace'), good))).toBe(401);
  });

  it.each([
    ['//', 400],
    ['///', 400],
    ['/\\', 400],
  ])('a target that is no URL: %s', async (target, status) => {
    const answer = await rawExchange(running.port, [`GET ${target} HTTP/1.1`, 'Host: localhost']);
    expect(answer.status).toBe(status);
  });

  it.each([
    ['*', 'OPTIONS'],
    ['//articles', 'GET'],
    ['/.//evil.example', 'GET'],
    ['http://evil.example/articles', 'GET'],
    ['/%', 'GET'],
    ['/%00', 'GET'],
    ['/articles?%', 'GET'],
    // Express itself answers these 404 and calls nothing, middleware included.
    ['http://', 'GET'],
    ['http://[', 'GET'],
  ])('a strange target, never signed in and never a 500: %s', async (target, method) => {
    const answer = await rawExchange(running.port, [
      `${method} ${target} HTTP/1.1`,
      'Host: localhost',
    ]);
    expect(answer.status).toBeGreaterThanOrEqual(204);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toContain('user_');
  });

  it('a TRACE, which would echo the credentials', async () => {
    const answer = await rawExchange(running.port, [
      'TRACE /articles HTTP/1.1',
      'Host: localhost',
      `Authorization: Bearer ${good}`,
    ]);
    expect([400, 404, 405]).toContain(answer.status);
    expect(answer.text).not.toContain(signature);
  });

  it('a request without Host, which has no public address', async () => {
    const answer = await rawExchange(running.port, ['GET /articles HTTP/1.0']);
    expect(answer.status).toBe(401);
  });

  it('a header larger than the server takes', async () => {
    const headers = { authorization: `Bearer ${'a'.repeat(40_000)}` };
    const response = await fetch(`${running.origin}/articles`, { headers });
    expect(response.status).toBe(431);
  });
});
