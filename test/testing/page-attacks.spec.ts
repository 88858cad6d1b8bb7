import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'clerk-nestjs/testing';
import { APP, askHandshake, locationOf, submit } from './frontend-api.js';
import { rawRequest } from './raw-request.js';
import type { RawResponse } from './raw-request.js';

let clerk: LocalClerk;
beforeAll(async () => {
  clerk = await LocalClerk.start();
});
afterAll(() => clerk.stop());

const OPEN_REDIRECTS: [attack: string, url: string][] = [
  ['another site', 'https://evil.example/'],
  ['a script', 'javascript:alert(1)//localhost'],
  ['a script behind a tab', 'java\tscript:alert(1)'],
  ['a document in the URL', 'data:text/html,<script>alert(1)</script>'],
  ['another scheme', 'ftp://localhost/'],
  ['a custom scheme', 'myapp://localhost/'],
  ['a file', 'file://localhost/etc/passwd'],
  ['a blob', 'blob:http://localhost/1'],
  ['a path', '/articles'],
  ['a scheme-relative URL', '//evil.example/'],
  ['backslashes for slashes', 'http:\\\\evil.example'],
  ['the host in the user name', 'http://localhost@evil.example/'],
  ['the host in the password', 'http://a:localhost@evil.example/'],
  ['credentials', 'http://evil.example@localhost/'],
  ['a backslash before the at sign', 'http://evil.example\\@localhost/'],
  ['the host as a subdomain', 'http://localhost.evil.example/'],
  ['a subdomain of the host', 'http://evil.localhost/'],
  ['a name that resolves here', 'http://127.0.0.1.nip.io/'],
  ['a neighbour', 'http://192.168.0.1/'],
  ['any address', 'http://0.0.0.0/'],
  ['a mapped address', 'http://[::ffff:192.168.0.1]/'],
  ['a trailing dot', 'http://localhost./'],
  ['a full-width letter in another name', 'http://ｅvil.example/'],
  ['no URL at all', 'http://'],
  ['a line break', 'http://evil.example\r\nSet-Cookie: a=b'],
];

describe('an open redirect to', () => {
  it.each(OPEN_REDIRECTS)('%s is refused everywhere', async (_, url) => {
    const query = new URLSearchParams({ redirect_url: url }).toString();
    const answers = [
      await askHandshake(clerk, { redirect_url: url, format: 'nonce' }),
      await rawRequest(clerk.port, { path: `/sign-in?${query}` }),
      await submit(clerk, '/sign-in', { user: 'ada', redirect_url: url }),
      await submit(clerk, `/sign-in?${query}`, { user: 'ada' }),
      await rawRequest(clerk.port, { path: `/sign-out?${query}` }),
      await submit(clerk, '/sign-out', { redirect_url: url }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(400);
      expect(answer.headers).not.toHaveProperty('location');
      expect(answer.headers).not.toHaveProperty('set-cookie');
      expect(answer.body).not.toContain('evil');
      expect(answer.body).toMatch(/must be an absolute http or https URL on localhost/);
    }
  });

  it.each([
    ['http://LOCALHOST:3000/', 'http://localhost:3000'],
    ['http://127.1/', 'http://127.0.0.1'],
    ['https://localhost/', 'https://localhost'],
    ['http://[::1]:3000/', 'http://[::1]:3000'],
    ['http://localhost\\@evil.example/', 'http://localhost'],
  ])('%s is none, as the URL sent is the one that was read', async (url, origin) => {
    const signedIn = await submit(clerk, '/sign-in', { user: 'ada', redirect_url: url });
    expect(locationOf(signedIn).origin).toBe(origin);
    expect(signedIn.headers.location).not.toContain('\\');
  });
});

describe('a form of another site (cross-site request forgery)', () => {
  it.each([
    'https://evil.example',
    'http://localhost',
    'http://localhost:1',
    'null',
    '',
    'http://localhost.evil.example',
  ])('is refused for the origin %p', async (origin) => {
    for (const path of ['/sign-in', '/sign-out']) {
      const form = { user: 'ada', redirect_url: APP };
      const response = await submit(clerk, path, form, { Origin: origin });
      expect(response.status).toBe(403);
      expect(response.headers).not.toHaveProperty('set-cookie');
      expect(response.headers).not.toHaveProperty('location');
    }
  });

  it('is one of this very machine’s other ports too', async () => {
    const response = await submit(clerk, '/sign-in', { user: 'ada' }, { Origin: APP });
    expect(response.status).toBe(403);
  });

  it.each(['localhost', '127.0.0.1', '[::1]'])('is none from LocalClerk as %s', async (host) => {
    const headers = { Origin: `http://${host}:${clerk.port}` };
    const response = await submit(clerk, '/sign-in', { user: 'ada', redirect_url: APP }, headers);
    expect(response.status).toBe(303);
  });
});

describe('markup in what is sent', () => {
  const markup = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;

  function expectHarmless({ body }: RawResponse): void {
    expect(body).not.toMatch(/<script|<img|"'>/);
  }

  it('stays text as a user', async () => {
    const response = await submit(clerk, '/sign-in', { user: markup, redirect_url: APP });
    expect(response.status).toBe(400);
    expect(response.body).toContain('&lt;script&gt;');
    expectHarmless(response);
  });

  it('stays text in a redirect_url', async () => {
    const redirect_url = `${APP}/'"?a='><script>alert(1)</script>#'"><script>`;
    const query = new URLSearchParams({ redirect_url }).toString();
    const response = await rawRequest(clerk.port, { path: `/sign-in?${query}` });
    expect(response.status).toBe(200);
    expectHarmless(response);
    expect(/name="redirect_url" value="([^"]*)"/.exec(response.body)?.[1]).toContain('&#39;');
  });

  it('stays text in one that is refused', async () => {
    const query = new URLSearchParams({ redirect_url: markup }).toString();
    expectHarmless(await rawRequest(clerk.port, { path: `/sign-in?${query}` }));
  });

  it('does not split a header', async () => {
    const redirect_url = `${APP}/\r\nSet-Cookie: evil=1?a=\r\nX-Evil: 1`;
    const response = await submit(clerk, '/sign-in', { user: 'ada', redirect_url });
    expect(response.status).toBe(303);
    expect(response.headers).not.toHaveProperty('x-evil');
    expect(response.headers['set-cookie']).toHaveLength(1);
  });
});
