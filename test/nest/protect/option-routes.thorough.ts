import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRouteMatcher, type ProtectRule } from 'clerk-nestjs';
import { PLATFORMS, type RunningApp } from '../support/platforms.js';
import { rawExchange } from '../support/raw-exchange.js';
import { answerOf, hidden, sent } from './answers.js';
import { ask, PAGE } from './requests.js';
import { instance, SECRET, startSite } from './site.js';

const isSecret = createRouteMatcher([
  '/api/(.*)admin(.*)',
  '/files/report.txt',
  '/other/secret(.*)',
]);
const OPEN = ['/api/open', '/files/free.txt', '/other/ping'];

/** The same rule in all its forms. */
const RULES: Readonly<Record<string, ProtectRule>> = {
  patterns: ['/api/admin(.*)', '/api/v1/admin(.*)', '/files/report.txt', '/other/secret(.*)'],
  expressions: [/^\/api\/(v1\/)?admin/, /^\/files\/report/g, /^\/other\/s/y],
  'one expression': /admin|report|secret/,
  'all but some': { except: [...OPEN, '/nowhere'] },
  'all but an expression': { except: /^\/(?:api\/open|files\/free\.txt|other\/ping|nowhere)$/ },
  'a function': (auth, request) => {
    if (isSecret(request)) auth.protect();
  },
  'an async function': async (auth, request) => {
    await Promise.resolve();
    if (isSecret(request)) auth.protect();
  },
};

/** Ways of asking for what is protected that some router or file server understands, or none does. */
const TARGETS = [
  '/api/admin',
  '/api/admin?x=/api/open',
  '/api/admin/',
  '/api/%61dmin',
  '/api/admin/users/1',
  '/api/admin/users/%2E%2E',
  '/api/v1/admin/versioned',
  '/api/open/../admin',
  '/api/admin/all',
  '/files/report.txt',
  '/files/%72eport.txt',
  '/files//report.txt',
  '/files/./report.txt',
  '/files/x/../report.txt',
  '/other/secret',
  '/other/secret/1',
  '/other//secret',
];

describe.each(PLATFORMS)('forRoot({ protect }) on %s', (platform) => {
  describe.each(Object.entries(RULES))('by %s', (kind, rule) => {
    let running: RunningApp;
    const isFunction = kind.includes('function');

    beforeAll(async () => {
      running = await startSite(platform, rule);
    });

    afterAll(() => running.app.close());

    const raw = (method: string, target: string, headers: readonly string[] = []) =>
      rawExchange(running.port, [
        `${method} ${target} HTTP/1.1`,
        `Host: 127.0.0.1:${running.port}`,
        ...headers,
      ]);

    it.each(TARGETS)('tells a visitor nothing of %s', async (target) => {
      for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) {
        const { status, text } = await raw(method, target);
        expect([method, target, text.includes(SECRET)]).toEqual([method, target, false]);
        const twice = [method, target, status];
        expect(twice).toEqual([method, target, isFunction ? 404 : 401]);
      }
    });

    it('lets on who is signed in, everywhere', async () => {
      const bearer = `Authorization: Bearer ${instance.mintSessionToken('alan')}`;
      for (const target of [
        '/api/admin',
        '/api/admin/users/1',
        '/api/v1/admin/versioned',
        '/files/report.txt',
        '/other/secret',
      ]) {
        const { status, text } = await raw('GET', target, [bearer]);
        expect([target, status, text.includes(SECRET)]).toEqual([target, 200, true]);
        expect((await raw('HEAD', target, [bearer])).status).toBe(200);
      }
    });

    it('leaves everything else to everybody', async () => {
      for (const target of OPEN) expect((await raw('GET', target)).status).toBe(200);
      expect((await raw('GET', '/nowhere')).status).toBe(404);
    });

    it.each(['/api/admin', '/files/report.txt', '/other/secret?x=1'])(
      'sends the page %s to sign in, and back to itself',
      async (path) => {
        const url = `${running.origin}${path}`;
        const portal = 'https://local-clerk-1.accounts.dev/sign-in?redirect_url=';
        const answer = await answerOf(await ask(url, PAGE));
        expect(answer).toEqual(sent(`${portal}${encodeURIComponent(url)}`));
      },
    );

    it('answers a call as a guard does, or as auth.protect() does in a function', async () => {
      const answer = await answerOf(await ask(`${running.origin}/files/report.txt?x=1`));
      const { challenge, body } = answer;
      if (isFunction) expect(answer).toEqual(hidden('GET', '/files/report.txt?x=1'));
      else {
        expect([answer.status, challenge]).toEqual([401, 'Bearer realm="clerk"']);
        expect(body).toMatchObject({ statusCode: 401, reason: 'dev-browser-missing' });
      }
    });

    it.each(['/api/admin/%', '/api/admin/%ff', '/other/secret/%c3', '/%zz/admin'])(
      'answers a path that nobody can decode with 400: %s',
      async (target) => {
        const { status, text } = await raw('GET', target);
        expect([status, text.includes(SECRET)]).toEqual([400, false]);
      },
    );
  });
});
