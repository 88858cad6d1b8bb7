import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, importSPKI, jwtVerify } from 'jose';
import { LocalClerk } from 'clerk-nestjs/testing';
import { rawBytes, rawRequest } from './raw-request.js';

let clerk: LocalClerk;
beforeAll(async () => {
  clerk = await LocalClerk.start();
});
afterAll(() => clerk.stop());

describe('GET /local/tokens/<user>', () => {
  it('hands out a token and nothing else, which verifies against both forms of the key', async () => {
    const response = await fetch(`${clerk.origin}/local/tokens/ada`);
    const token = await response.text();
    const remote = createRemoteJWKSet(new URL(`${clerk.origin}/v1/jwks`), {
      headers: { Authorization: `Bearer ${clerk.secretKey}` },
    });
    const viaJwks = await jwtVerify(token, remote);
    const viaPem = await jwtVerify(token, await importSPKI(clerk.jwtKey, 'RS256'));
    expect(response.status).toBe(200);
    expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(viaJwks.payload.sub).toBe(clerk.users.ada.id);
    expect(viaPem.payload).toEqual(viaJwks.payload);
  });

  it('mints a fresh one each time, good for 60 seconds', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(async () => decodeJwt(await (await fetch(tokenUrl('alan'))).text())),
    );
    expect(first?.jti).not.toBe(second?.jti);
    expect(Number(first?.exp) - Number(first?.iat)).toBe(60);
    expect(Math.abs(Number(first?.iat) - Date.now() / 1000)).toBeLessThan(5);
  });

  it('takes a user id as well, and another azp', async () => {
    const response = await fetch(`${tokenUrl(clerk.users.grace.id)}?azp=https%3A%2F%2Fapp.example`);
    expect(decodeJwt(await response.text())).toMatchObject({
      sub: clerk.users.grace.id,
      azp: 'https://app.example',
    });
  });

  it.each(['eve', '__proto__', '..%2Fada', '%00'])('answers 404 for %s', async (user) => {
    const response = await rawRequest(clerk.port, { path: `/local/tokens/${user}` });
    expect(response.status).toBe(404);
    expect(response.body).toContain('ada, grace, alan');
  });

  it('tells no other origin: no CORS header, even to a preflight', async () => {
    const headers = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'GET' };
    for (const method of ['GET', 'OPTIONS']) {
      const response = await rawRequest(clerk.port, { method, path: '/local/tokens/ada', headers });
      expect(Object.keys(response.headers).join()).not.toContain('access-control');
      expect(response.headers).toMatchObject({
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
    }
  });
});

describe('GET /', () => {
  it('says what this is, who there is, and where their tokens are', async () => {
    const page = await (await fetch(clerk.origin)).text();
    expect(page).toContain('local development instance of Clerk');
    expect(page).toContain(`${clerk.origin}/sign-in`);
    for (const user of ['ada', 'grace', 'alan']) expect(page).toContain(tokenUrl(user));
    expect(page).not.toContain(clerk.secretKey);
  });

  it('answers HEAD without a body', async () => {
    const response = await rawRequest(clerk.port, { method: 'HEAD' });
    expect(response).toMatchObject({ status: 200, body: '' });
  });
});

describe('GET /local/users', () => {
  it('lists the users', async () => {
    const users: unknown = await (await fetch(`${clerk.origin}/local/users`)).json();
    expect(users).toMatchObject([
      { name: 'ada', id: clerk.users.ada.id, organization: { slug: 'acme', role: 'org:admin' } },
      { name: 'grace', organization: { role: 'org:member' } },
      { name: 'alan', organization: null },
    ]);
  });
});

describe('a request from a name that was pointed at this machine (DNS rebinding)', () => {
  const path = '/local/tokens/ada';

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '192.168.0.1',
    'a@localhost',
  ])('is refused for Host %p', async (host) => {
    const response = await rawRequest(clerk.port, { path, headers: { Host: host } });
    expect(response.status).toBe(403);
    expect(response.body).not.toMatch(/eyJ/);
  });

  it.each(['localhost', 'LocalHost:80', '127.0.0.1', '127.0.0.1:4000', '[::1]', '[::1]:4000'])(
    'is none for Host %p',
    async (host) => {
      const response = await rawRequest(clerk.port, { path, headers: { Host: host } });
      expect(response.status).toBe(200);
    },
  );

  it.each(['HTTP/1.0', 'HTTP/1.0\r\nHost:', 'HTTP/1.1\r\nHost:'])(
    'is refused without a host: %j',
    async (rest) => {
      const answer = await rawBytes(clerk.port, `GET ${path} ${rest}\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1.1 403 /);
    },
  );

  it('is refused with two hosts, by Node or by us', async () => {
    const hosts = 'Host: evil.example\r\nHost: localhost';
    const answer = await rawBytes(clerk.port, `GET ${path} HTTP/1.1\r\n${hosts}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 40[03] /);
  });
});

describe('what is not there yet', () => {
  it.each([
    ['GET', '/user', 'page'],
    ['POST', '/sign-up?redirect_url=x', 'page'],
    ['POST', '/local/tokens/ada', 'page'],
    ['GET', '/local/tokens/', 'page'],
    ['GET', '/v1/client?_is_native=1', 'Frontend API'],
    ['POST', '/v1/client/handshake', 'Frontend API'],
    ['POST', '/v1/client/sign_ins', 'Frontend API'],
    ['GET', '/v1/environment', 'Frontend API'],
    ['GET', '/%761/client', 'Frontend API'],
  ])('%s %s answers 501 in a sentence', async (method, path, missing) => {
    const response = await rawRequest(clerk.port, { method, path });
    expect(response.status).toBe(501);
    expect(response.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(response.body).toContain(missing);
    expect(response.body).toContain(`${method} ${path.split('?')[0]}`);
  });
});

describe('a bad request', () => {
  it.each(['/%', '/local/tokens/%E0%A4%A', '/v1/users/%zz', 'http://localhost/', '*'])(
    'for %s gets a 400',
    async (path) => {
      const response = await rawRequest(clerk.port, { path });
      expect(response.status).toBe(400);
    },
  );

  it.each(['//', '//evil.example/', '/..', '/?%', '/local/tokens/ada/', '/v1/client/../jwks'])(
    'for %s crashes nothing',
    async (path) => {
      const response = await rawRequest(clerk.port, { path });
      expect([200, 401, 501]).toContain(response.status);
      expect(response.body).not.toMatch(/eyJ|"n":/);
    },
  );

  it('that is not HTTP, or ends in the middle, leaves the server running', async () => {
    expect(await rawBytes(clerk.port, 'hello\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
    const path = `/v1/sessions/${clerk.instance.signIn('ada').id}/tokens`;
    const socket = connect(clerk.port, '127.0.0.1');
    const closed = new Promise((resolve) => socket.on('close', resolve));
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${clerk.secretKey}\r\nContent-Length: 9\r\n\r\n{`,
    );
    await rawRequest(clerk.port);
    socket.destroy();
    await closed;
    expect((await rawRequest(clerk.port)).status).toBe(200);
  });
});

function tokenUrl(user: string): string {
  return `${clerk.origin}/local/tokens/${user}`;
}
