import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ClerkModule } from 'clerk-nestjs';
import {
  ClerkTestingModule,
  LocalInstance,
  signedInAs,
  testingInstance,
} from 'clerk-nestjs/testing';
import { ArticlesController } from './support/articles.js';
import { LineRecorder } from './support/line-recorder.js';
import { PLATFORMS, startApp } from './support/platforms.js';
import type { RunningApp } from './support/platforms.js';
import { Logger } from '@nestjs/common';

describe('answers', () => {
  const { ada, grace } = testingInstance().users;

  describe.each(PLATFORMS)('the answers on %s', (platform) => {
    let running: RunningApp;
    const get = (path: string, headers: Record<string, string> = {}) =>
      fetch(`${running.origin}${path}`, { headers, redirect: 'manual' });

    beforeAll(async () => {
      running = await startApp(platform, {
        imports: [ClerkModule.forRoot(), ClerkTestingModule],
        controllers: [ArticlesController],
      });
    });

    afterAll(() => running.app.close());

    it('give a signed-in user their own ids', async () => {
      const response = await get('/articles', signedInAs('ada'));
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({
        userId: ada.id,
        orgId: ada.membership.organization.id,
      });
    });

    it('give one field of the auth object where one is asked for', async () => {
      const response = await get('/articles/field', signedInAs('grace'));
      expect(await response.json()).toEqual({ userId: grace.id });
    });

    it('carry the auth object on the request: as a function, as fields and as JSON', async () => {
      const response = await get('/articles/request', signedInAs('ada'));
      expect(await response.json()).toEqual({
        called: ada.id,
        field: ada.id,
        json: expect.objectContaining({ userId: ada.id, isAuthenticated: true }),
      });
    });

    it('reach the Backend API through the injected client', async () => {
      const response = await get('/articles/me', signedInAs('ada'));
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ id: ada.id, firstName: 'Ada' });
    });

    it('refuse an API request of nobody with a JSON 401 that says how to authenticate', async () => {
      const response = await get('/articles');
      expect(response.status).toBe(401);
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="clerk"');
      expect(await response.json()).toEqual({
        statusCode: 401,
        error: 'Unauthorized',
        message: 'Authentication is required.',
        reason: 'dev-browser-missing',
      });
    });

    it('tell a request with a bad token that the token is bad', async () => {
      const response = await get('/articles', { authorization: 'Bearer nonsense' });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe(
        'Bearer realm="clerk", error="invalid_token"',
      );
      expect(response.headers.get('x-clerk-auth-status')).toBe('signed-out');
      expect(response.headers.get('x-clerk-auth-reason')).toBe('token-invalid');
    });

    it.each([
      ['Sec-Fetch-Dest: document', { 'sec-fetch-dest': 'document', accept: '*/*' }, 302],
      ['Sec-Fetch-Dest: iframe', { 'sec-fetch-dest': 'iframe' }, 302],
      ['no Sec-Fetch-Dest but HTML first', { accept: 'text/html,application/json' }, 302],
      [
        'a script that would also take HTML',
        { 'sec-fetch-dest': 'empty', accept: 'text/html' },
        401,
      ],
      ['HTML only as second choice', { accept: 'application/json,text/html' }, 401],
    ])('send a page request to sign in, and no other: %s', async (_case, headers, status) => {
      // Node's fetch sets Sec-Fetch-* itself, so these go through a plain socket client.
      // A browser that has been to Clerk and is signed out there: no handshake is due.
      const cookie = '__clerk_db_jwt=dvb_1; __client_uat=0';
      const response = await plainGet(running.port, '/articles?page=2', { ...headers, cookie });
      expect(response.status).toBe(status);
      if (status === 302) {
        const location = new URL(response.headers['location'] ?? '');
        expect(location.pathname).toBe('/sign-in');
        expect(location.searchParams.get('redirect_url')).toBe(`${running.origin}/articles?page=2`);
      }
    });

    it('never redirect a form that is posted', async () => {
      const response = await fetch(`${running.origin}/articles`, {
        method: 'POST',
        headers: { 'sec-fetch-dest': 'document', accept: 'text/html' },
        redirect: 'manual',
      });
      expect(response.status).toBe(401);
    });

    it.each([
      ['a permission', 'POST', '/articles', 201, 403],
      ['several permissions, all of which must hold', 'GET', '/articles/both', 200, 403],
      ['a role', 'GET', '/articles/role', 200, 403],
    ])('allow ada and not grace what needs %s', async (_what, method, path, forAda, forGrace) => {
      const call = async (user: string) =>
        (await fetch(`${running.origin}${path}`, { method, headers: signedInAs(user) })).status;
      expect([await call('ada'), await call('grace')]).toEqual([forAda, forGrace]);
    });

    it('refuse without naming what is missing', async () => {
      const response = await get('/articles/role', signedInAs('grace'));
      expect(await response.json()).toEqual({
        statusCode: 403,
        error: 'Forbidden',
        message: 'You are not allowed to do this.',
      });
    });

    it('check features and plans of the session', async () => {
      const status = async (path: string, claims: Record<string, unknown>) =>
        (await get(path, signedInAs('ada', claims))).status;
      expect(await status('/articles/feature', {})).toBe(200);
      expect(await status('/articles/feature', { fea: 'o:exports' })).toBe(403);
      expect(await status('/articles/plan', { pla: 'o:pro' })).toBe(200);
      expect(await status('/articles/plan', { pla: 'o:free' })).toBe(403);
    });

    it("ask for reverification with the body that Clerk's frontends react to", async () => {
      const stale = await get('/articles/sensitive', signedInAs('ada', { fva: [600, -1] }));
      expect(stale.status).toBe(403);
      expect(await stale.json()).toEqual({
        clerk_error: {
          type: 'forbidden',
          reason: 'reverification-error',
          metadata: { reverification: 'strict' },
        },
      });
      const fresh = await get('/articles/sensitive', signedInAs('ada', { fva: [1, -1] }));
      expect(fresh.status).toBe(200);
    });

    it('ask nobody to verify again for what they may not do anyway', async () => {
      const response = await get(
        '/articles/sensitive-role',
        signedInAs('grace', { fva: [600, -1] }),
      );
      expect(await response.json()).toMatchObject({ message: 'You are not allowed to do this.' });
    });

    it('refuse a session with pending tasks', async () => {
      const response = await get('/articles', signedInAs('ada', { sts: 'pending' }));
      expect(response.status).toBe(401);
    });

    it('let everybody call what is public, and still say who calls', async () => {
      expect(await (await get('/articles/open')).json()).toEqual({ userId: null });
      expect(await (await get('/articles/open', signedInAs('ada'))).json()).toEqual({
        userId: ada.id,
      });
    });
  });

  async function plainGet(port: number, path: string, headers: Record<string, string>) {
    const { request } = await import('node:http');
    return new Promise<{ status: number | undefined; headers: NodeJS.Dict<string> }>(
      (resolve, reject) => {
        const outgoing = request({ host: '127.0.0.1', port, path, headers }, (response) => {
          response.resume();
          response.on('end', () =>
            resolve({
              status: response.statusCode,
              headers: { location: response.headers.location },
            }),
          );
        });
        outgoing.on('error', reject);
        outgoing.end();
      },
    );
  }
});

describe('the log', () => {
  const instance = new LocalInstance();
  const { publishableKey, secretKey } = instance;

  describe('the log', () => {
    let running: RunningApp;
    let recorder: LineRecorder;

    beforeEach(async () => {
      recorder = new LineRecorder();
      // Port 9 is "discard": nothing listens there, so that the keys can't be fetched.
      const options = { publishableKey, secretKey, apiUrl: 'http://127.0.0.1:9' };
      running = await startApp('express', {
        imports: [ClerkModule.forRoot(options)],
        controllers: [ArticlesController],
      });
      Logger.overrideLogger(recorder);
    });

    afterEach(async () => {
      Logger.overrideLogger(false);
      await running.app.close();
    });

    it('says once that Clerk is out of reach, and holds neither key nor token', async () => {
      const token = instance.mintSessionToken('ada');
      for (let count = 0; count < 5; count += 1) {
        const headers = { authorization: `Bearer ${token}`, cookie: `__session=${token}` };
        expect((await fetch(`${running.origin}/articles`, { headers })).status).toBe(503);
      }
      expect(recorder.lines.filter((line) => /could not be loaded/.test(line))).toHaveLength(1);
      expect(recorder.lines.join('\n')).not.toContain(secretKey);
      expect(recorder.lines.join('\n')).not.toContain(token.split('.')[2]);
    });
  });

  describe('a flood of broken handshakes, each with another text,', () => {
    it('writes one line, without the characters that a terminal would act on', async () => {
      const recorder = new LineRecorder();
      const live = `pk_live_${Buffer.from('clerk.example.com$').toString('base64')}`;
      const { app, origin } = await startApp('express', {
        imports: [ClerkModule.forRoot({ publishableKey: live, jwtKey: instance.jwtKey })],
        controllers: [ArticlesController],
      });
      Logger.overrideLogger(recorder);
      for (let count = 0; count < 20; count += 1) {
        const alg = `\u009b31m${count}`;
        const header = Buffer.from(JSON.stringify({ alg })).toString('base64url');
        await fetch(`${origin}/articles?__clerk_handshake=${header}.e30.AA`);
      }
      Logger.overrideLogger(false);
      await app.close();
      const lines = recorder.lines.filter((line) => line.includes('handshake'));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^[\x20-\x7e]+$/);
    });
  });

  describe('a refusal', () => {
    it('names the requirement that was not met in the log, and not in the answer', async () => {
      const recorder = new LineRecorder();
      const { jwtKey } = instance;
      const { app, origin } = await startApp('express', {
        imports: [ClerkModule.forRoot({ publishableKey, jwtKey })],
        controllers: [ArticlesController],
      });
      Logger.overrideLogger(recorder);
      const headers = { authorization: `Bearer ${instance.mintSessionToken('grace')}` };
      const response = await fetch(`${origin}/articles/role`, { headers });
      expect(await response.text()).not.toContain('org:admin');
      expect(recorder.lines.join('\n')).toMatch(
        /ArticlesController\.role refused user_\w+, who lacks: role org:admin/,
      );
      Logger.overrideLogger(false);
      await app.close();
    });
  });
});
