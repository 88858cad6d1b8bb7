import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { LocalClerk } from 'clerk-nestjs/testing';
import { announcement } from '../../sample/01-quickstart/announce.ts';
import { PortError } from '../../sample/01-quickstart/port.ts';
import { type Quickstart, start } from '../../sample/01-quickstart/start.ts';
import { resetEnvironment, startQuickstart } from './environment.js';

beforeEach(resetEnvironment);
afterAll(resetEnvironment);

describe('the quickstart', () => {
  let quickstart: Quickstart;
  let localClerk: LocalClerk;

  beforeAll(async () => {
    const started = await startQuickstart();
    quickstart = started;
    localClerk = started.localClerk;
  });
  afterAll(() => quickstart.stop());

  describe('GET /api/me', () => {
    it('answers 401 as JSON with a challenge when no token came along', async () => {
      const response = await get('/api/me');
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="clerk"');
      expect(response.headers.get('content-type')).toMatch('application/json');
      expect(await response.json()).toMatchObject({ statusCode: 401, error: 'Unauthorized' });
    });

    it('says who Ada is, for the token that the embedded Clerk hands out', async () => {
      const { ada } = localClerk.users;
      const response = await get('/api/me', await tokenOf('ada'));
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({
        userId: ada.id,
        sessionId: ada.sessionId,
        orgId: ada.membership.organization.id,
        orgRole: 'org:admin',
        orgPermissions: expect.arrayContaining(['org:articles:read', 'org:articles:manage']),
      });
    });

    // The last character has only two bits that count: by 32 they change, by 1 the bytes stay.
    it.each([
      ['first', 0, 1],
      ['first', 0, 32],
      ['middle', 0.5, 1],
      ['middle', 0.5, 32],
      ['last', 1, 1],
      ['last', 1, 32],
    ])(
      'answers 401 when the %s character of the signature (at %d) is moved by %d',
      async (...change) => {
        const [, at, by] = change;
        const response = await get('/api/me', withAlteredSignature(await tokenOf('ada'), at, by));
        expect(response.status).toBe(401);
        expect(response.headers.get('www-authenticate')).toContain('invalid_token');
      },
    );

    it('answers 401 for a token without its signature', async () => {
      const token = await tokenOf('ada');
      const unsigned = token.slice(0, token.lastIndexOf('.') + 1);
      expect((await get('/api/me', unsigned)).status).toBe(401);
    });
  });

  describe('/api/articles', () => {
    it('lets Ada, who manages articles, write one, and Grace read it', async () => {
      const created = await post(await tokenOf('ada'), { title: ' Notes on the engine ' });
      const article: unknown = await created.json();
      expect(created.status).toBe(201);
      expect(article).toMatchObject({
        title: 'Notes on the engine',
        authorId: localClerk.users.ada.id,
      });
      const read = await get('/api/articles', await tokenOf('grace'));
      expect(read.status).toBe(200);
      expect(await read.json()).toContainEqual(article);
    });

    it('answers 403 when Grace, who may only read, writes', async () => {
      expect((await post(await tokenOf('grace'), { title: 'Compilers' })).status).toBe(403);
    });

    it('answers 403 when Alan, who is in no organization, reads', async () => {
      expect((await get('/api/articles', await tokenOf('alan'))).status).toBe(403);
    });

    it('answers 401 to nobody', async () => {
      expect((await get('/api/articles')).status).toBe(401);
      expect((await post(undefined, { title: 'Anonymous' })).status).toBe(401);
    });

    it('shows no article of another organization', async () => {
      await post(await tokenOf('ada'), { title: 'Internal' });
      const elsewhere = localClerk.mintSessionToken('ada', {
        o: { id: 'org_other', rol: 'admin', slg: 'other', per: 'read', fpm: '1' },
      });
      const response = await get('/api/articles', elsewhere);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual([]);
    });

    it.each([
      { title: null },
      { title: '' },
      { title: '  ' },
      { title: 1 },
      { title: 'x'.repeat(201) },
    ])('answers 400 with what to send for %j', async (body) => {
      const response = await post(await tokenOf('ada'), body);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('title');
    });

    it('takes an article without a title, with and without a body', async () => {
      const headers = { Authorization: `Bearer ${await tokenOf('ada')}` };
      const bare = await fetch(`${quickstart.origin}/api/articles`, { method: 'POST', headers });
      expect([bare.status, await bare.json()]).toMatchObject([201, { title: 'Untitled' }]);
      expect((await post(await tokenOf('ada'), {})).status).toBe(201);
    });

    it('keeps the last 100', async () => {
      const token = localClerk.instance.mint({ user: 'ada', expiresInSeconds: 600 });
      for (let count = 0; count <= 100; count++) await post(token, { title: `No. ${count}` });
      const articles: unknown = await (await get('/api/articles', token)).json();
      expect(articles).toHaveLength(100);
      expect(articles).toMatchObject({ 0: { title: 'No. 100' }, 99: { title: 'No. 1' } });
    });
  });

  it('reads the user through the injected client at GET /api/users/me', async () => {
    const response = await get('/api/users/me', await tokenOf('ada'));
    const user: unknown = await response.json();
    expect(response.status).toBe(200);
    expect(user).toMatchObject({
      id: localClerk.users.ada.id,
      firstName: 'Ada',
      emailAddress: 'ada@example.com',
    });
    expect(user).not.toHaveProperty('privateMetadata');
  });

  describe('GET /api/status', () => {
    it('answers a signed-out visitor with the signed-out auth object', async () => {
      const response = await get('/api/status');
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({
        tokenType: 'session_token',
        isAuthenticated: false,
        userId: null,
        sessionId: null,
      });
    });

    it('answers Ada with hers', async () => {
      const response = await get('/api/status', await tokenOf('ada'));
      expect(await response.json()).toMatchObject({
        isAuthenticated: true,
        userId: localClerk.users.ada.id,
        sessionClaims: { azp: quickstart.origin },
      });
    });

    it('answers 200 for a bad token too: it is public', async () => {
      const response = await get('/api/status', withAlteredSignature(await tokenOf('ada'), 0.5, 1));
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ isAuthenticated: false });
    });
  });

  describe('GET /', () => {
    it('is a page without scripts for everybody', async () => {
      const response = await get('/');
      const page = await response.text();
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'unsafe-inline';/,
      );
      expect(page).toContain('Signed out');
      expect(page).not.toMatch(/<script|<img|\son\w+=/);
      expect(page.match(/<link[^>]*>/g)).toEqual(['<link rel="icon" href="data:," />']);
    });

    it('lists the users and the addresses that are really in use', async () => {
      const page = await (await get('/')).text();
      for (const name of ['Ada Lovelace', 'Grace Hopper', 'Alan Turing']) {
        expect(page).toContain(name);
      }
      expect(page).toContain(`localhost:${localClerk.port}/local/tokens/ada`);
      expect(page).toContain(`${quickstart.origin.replace('http://', '')}/api/me`);
    });

    it('says who Ada is', async () => {
      const page = await (await get('/', await tokenOf('ada'))).text();
      expect(page).toContain('Signed in');
      expect(page).toContain(localClerk.users.ada.id);
      expect(page).toContain('org:articles:manage');
    });

    it('shows a claim with markup as text', async () => {
      const markup = `<script>alert("1")</script>'&`;
      const token = localClerk.mintSessionToken('ada', {
        sub: `user_${markup}`,
        o: { id: `org_${markup}`, rol: markup, slg: 'acme', per: markup, fpm: '1' },
        fea: `o:${markup}`,
      });
      const page = await (await get('/', token)).text();
      expect(page).toContain(
        'user_&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;</code>',
      );
      expect(page).not.toContain('<script');
    });
  });

  it('announces the addresses, the users and three curl lines', () => {
    const text = announcement(quickstart.origin, localClerk);
    expect(text).toContain(quickstart.origin);
    expect(text).toContain(localClerk.origin);
    for (const name of ['ada', 'grace', 'alan'])
      expect(text).toMatch(new RegExp(`^ +${name} `, 'm'));
    expect(text.match(/^curl /gm)).toHaveLength(3);
  });

  function get(path: string, token?: string): Promise<Response> {
    return fetch(quickstart.origin + path, { headers: bearer(token) });
  }

  function post(token: string | undefined, body: unknown): Promise<Response> {
    return fetch(`${quickstart.origin}/api/articles`, {
      method: 'POST',
      headers: { ...bearer(token), 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async function tokenOf(user: string): Promise<string> {
    return (await fetch(`${localClerk.origin}/local/tokens/${user}`)).text();
  }
});

describe('with keys of Clerk in the environment', () => {
  let elsewhere: LocalClerk;
  let quickstart: Quickstart | undefined;

  beforeAll(async () => {
    elsewhere = await LocalClerk.start();
  });
  afterEach(async () => {
    await quickstart?.stop();
    quickstart = undefined;
  });
  afterAll(() => elsewhere.stop());

  it('starts no embedded Clerk and trusts the tokens of that instance', async () => {
    const { CLERK_PUBLISHABLE_KEY, CLERK_SECRET_KEY, CLERK_API_URL } = elsewhere.env;
    const keys = { CLERK_PUBLISHABLE_KEY, CLERK_SECRET_KEY, CLERK_API_URL };
    Object.assign(process.env, keys);
    quickstart = await start();
    expect(quickstart.localClerk).toBeUndefined();
    expect(process.env).toMatchObject(keys);

    const headers = bearer(elsewhere.mintSessionToken('ada'));
    const response = await fetch(`${quickstart.origin}/api/me`, { headers });
    expect(await response.json()).toMatchObject({ userId: elsewhere.users.ada.id });
  });

  it('needs no secret key to verify tokens by CLERK_JWT_KEY', async () => {
    process.env.CLERK_PUBLISHABLE_KEY = elsewhere.publishableKey;
    process.env.CLERK_JWT_KEY = elsewhere.jwtKey;
    quickstart = await start();
    expect(quickstart.localClerk).toBeUndefined();

    const headers = bearer(elsewhere.mintSessionToken('ada'));
    expect((await fetch(`${quickstart.origin}/api/me`, { headers })).status).toBe(200);
  });

  it('leaves signing out of the dashboard to the frontend', async () => {
    Object.assign(process.env, elsewhere.env);
    quickstart = await start();
    const headers = bearer(elsewhere.mintSessionToken('ada'));
    const page = await (await fetch(`${quickstart.origin}/dashboard`, { headers })).text();
    expect(page).toContain('<h1>Ada Lovelace</h1>');
    expect(page).toContain('Clerk.signOut()');
    expect(page).not.toContain('/sign-out');
  });

  it('has no dashboard without a secret key, as the name is not in the token, and says so', async () => {
    process.env.CLERK_PUBLISHABLE_KEY = elsewhere.publishableKey;
    process.env.CLERK_JWT_KEY = elsewhere.jwtKey;
    quickstart = await start();
    quickstart.app.useLogger(false);
    const headers = bearer(elsewhere.mintSessionToken('ada'));
    const response = await fetch(`${quickstart.origin}/dashboard`, { headers });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('Clerk could not be asked about you');
  });

  it('shows and announces no users, and curl lines without their tokens', async () => {
    Object.assign(process.env, elsewhere.env);
    quickstart = await start();
    const page = await (await fetch(quickstart.origin)).text();
    const text = announcement(quickstart.origin, quickstart.localClerk);
    expect(text.match(/^curl /gm)).toHaveLength(3);
    expect(text + page).not.toMatch(/Lovelace|\/local\/tokens/);
  });
});

describe('a port that can not be had', () => {
  it.each([
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['LOCAL_CLERK_PORT', '4010.5'],
  ])('fails with the name of the variable for %s=%s', async (variable, value) => {
    process.env[variable] = value;
    await expect(start()).rejects.toThrow(`${variable} must be a port`);
  });

  it('fails in a sentence when the port of the app is busy', async () => {
    const port = await busyPort();
    process.env.PORT = `${port}`;
    await expect(start()).rejects.toThrow(PortError);
    await expect(start()).rejects.toThrow(`The app can't listen on port ${port}: it is busy.`);
  });

  it('fails in a sentence when the port of the embedded Clerk is busy, and frees the other', async () => {
    const port = await busyPort();
    process.env.LOCAL_CLERK_PORT = `${port}`;
    process.env.PORT = `${await freePort()}`;
    await expect(start()).rejects.toThrow(`port ${port}: the port is busy`);
    await expect(start()).rejects.toThrow(`port ${port}: the port is busy`);
  });

  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  async function busyPort(): Promise<number> {
    const server = createServer();
    servers.push(server);
    await once(server.listen(0), 'listening');
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('The server has no port.');
    return address.port;
  }

  async function freePort(): Promise<number> {
    const port = await busyPort();
    const server = servers.pop();
    if (server) await once(server.close(), 'close');
    return port;
  }
});

function bearer(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { Authorization: `Bearer ${token}` };
}

/**
 * Replaces one character of the signature.
 *
 * @param at Where: 0 for the first character, 1 for the last.
 * @param by How far the character moves in base64url's alphabet.
 */
function withAlteredSignature(token: string, at: number, by: number): string {
  const first = token.lastIndexOf('.') + 1;
  const index = first + Math.floor((token.length - 1 - first) * at);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const other = alphabet.charAt((alphabet.indexOf(token.charAt(index)) + by) % 64);
  return token.slice(0, index) + other + token.slice(index + 1);
}
