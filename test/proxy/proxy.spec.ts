import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../nest/support/platforms.js';
import { rawExchange } from '../nest/support/raw-exchange.js';
import { KEYS, proxiedForTests } from './support/proxied-app.js';
import { upstreamForTests } from './support/upstream.js';

describe.each(PLATFORMS)('the Frontend API proxy, on %s', (platform) => {
  const upstream = upstreamForTests();
  const app = proxiedForTests(platform, upstream);
  const ask = (target: string, init: RequestInit = {}) =>
    fetch(`${app.origin}${target}`, { redirect: 'manual', ...init });

  it.each([
    ['/__clerk', '/'],
    ['/__clerk/', '/'],
    ['/__clerk/v1/client', '/v1/client'],
    ['/__clerk/v1/client/', '/v1/client/'],
    ['/__clerk?a=1', '/?a=1'],
    ['/__clerk/v1/environment?_method=PATCH&x=/../y', '/v1/environment?_method=PATCH&x=/../y'],
    [
      '/__clerk/npm/@clerk/clerk-js@6/dist/clerk.browser.js',
      '/npm/@clerk/clerk-js@6/dist/clerk.browser.js',
    ],
    ['/__clerk/v1/%C3%A9%20x', '/v1/%C3%A9%20x'],
  ])('passes %s on as %s', async (target, expected) => {
    const response = await ask(target);
    expect(await response.json()).toEqual({ response: 'client' });
    expect(upstream.only.target).toBe(expected);
  });

  it.each([
    '/__clerkevil',
    '/__clerk.evil/v1',
    '/__cler',
    '/x/__clerk/v1',
    '/__CLERK/v1',
    '/__clerk@x/',
  ])('leaves %s to the application', async (target) => {
    const response = await ask(target);
    expect(await response.json()).toMatchObject({ handled: target });
    expect(upstream.received).toEqual([]);
  });

  it('shows whose request it is, and where browsers find the proxy', async () => {
    await ask('/__clerk/v1/client', { headers: { origin: 'https://app.example', cookie: 'a=b' } });
    const { host } = new URL(app.origin);
    expect(upstream.only.headers).toMatchObject({
      'clerk-secret-key': KEYS.secretKey,
      'clerk-proxy-url': `${app.origin}/__clerk`,
      'x-forwarded-host': host,
      'x-forwarded-proto': 'http',
      host: new URL(upstream.origin).host,
      'accept-encoding': 'identity',
      origin: 'https://app.example',
      cookie: 'a=b',
    });
    expect(upstream.only.headers).not.toHaveProperty('x-forwarded-for');
  });

  it('believes the proxy in front of the application', async () => {
    await ask('/__clerk/v1/client', {
      headers: {
        'x-forwarded-host': 'app.example, inner',
        'x-forwarded-proto': 'https, http',
        'x-forwarded-for': '203.0.113.7, 10.0.0.1',
      },
    });
    expect(upstream.only.headers).toMatchObject({
      'clerk-proxy-url': 'https://app.example/__clerk',
      'x-forwarded-host': 'app.example, inner',
      'x-forwarded-proto': 'https, http',
      'x-forwarded-for': '203.0.113.7',
    });
  });

  it.each([
    ['the address that Cloudflare says', { 'cf-connecting-ip': '1.1.1.1', 'x-real-ip': '2.2.2.2' }],
    ['else the real one', { 'x-real-ip': '1.1.1.1', 'x-forwarded-for': '3.3.3.3' }],
    ['else the first of those forwarded', { 'x-forwarded-for': '1.1.1.1, 4.4.4.4' }],
  ])('says who asks: %s', async (_case, headers: Record<string, string>) => {
    await ask('/__clerk/v1/client', { headers });
    expect(upstream.only.headers['x-forwarded-for']).toBe('1.1.1.1');
  });

  it.each([
    ['POST', 'application/x-www-form-urlencoded', 'identifier=ada%40example.com'],
    ['POST', 'application/json', '{"a":[1,2]}'],
    ['PUT', 'application/octet-stream', 'é'],
    ['PATCH', 'application/json', '{}'],
    ['DELETE', 'text/plain', 'why'],
  ])('sends a body on as it is: %s %s', async (method, type, body) => {
    await ask('/__clerk/v1/x', { method, body, headers: { 'content-type': type } });
    expect(upstream.only).toMatchObject({
      method,
      body,
      headers: { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) },
    });
  });

  it.each(['DELETE', 'POST', 'GET'])(
    'sends the body of a %s on whose length nobody knows, and nothing of it with the next request',
    async (method) => {
      const sent = request(`${app.origin}/__clerk/v1/x`, {
        method,
        headers: { 'transfer-encoding': 'chunked' },
      });
      sent.write('GET /smuggled HTTP/1.1\r\n');
      sent.end('Host: x\r\n\r\n');
      const [answer]: IncomingMessage[] = await once(sent, 'response');
      answer?.resume();
      await ask('/__clerk/v1/next');
      expect(upstream.received.map(({ target, body }) => [target, body])).toEqual([
        ['/v1/x', 'GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n'],
        ['/v1/next', ''],
      ]);
    },
  );

  it('passes preflights on, and HEAD without a body', async () => {
    await ask('/__clerk/v1/client', { method: 'OPTIONS' });
    const head = await ask('/__clerk/v1/client', { method: 'HEAD' });
    expect(upstream.received.map(({ method }) => method)).toEqual(['OPTIONS', 'HEAD']);
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('keeps headers of a connection to that connection, also those that it names', async () => {
    upstream.answering = (_request, response) =>
      response
        .writeHead(200, {
          connection: 'keep-alive, x-hop',
          'keep-alive': 'timeout=9',
          'x-hop': '1',
          'proxy-authenticate': 'Basic',
          'x-kept': '1',
        })
        .end();
    const { text } = await rawExchange(app.port, [
      'GET /__clerk/v1/x HTTP/1.1',
      'Host: a.example',
      'Connection: X-Named, keep-alive',
      'Keep-Alive: timeout=5',
      'TE: trailers',
      'Trailer: x',
      'Proxy-Authorization: Basic x',
      'Proxy-Connection: keep-alive',
      'X-Named: 1',
      'X-Kept: 1',
    ]);
    expect(text).toMatch(/^x-kept: 1\r$/m);
    expect(text).not.toMatch(/^(?:x-hop|proxy-authenticate):|timeout=9/im);
    const { headers } = upstream.only;
    expect(headers).toHaveProperty('x-kept', '1');
    for (const name of ['x-named', 'te', 'trailer', 'proxy-authorization', 'proxy-connection']) {
      expect(headers).not.toHaveProperty(name);
    }
    expect(headers['keep-alive']).toBeUndefined();
  });

  it('answers with status, headers and every cookie of the Frontend API', async () => {
    upstream.answering = (_request, response) =>
      response
        .writeHead(422, {
          'set-cookie': ['__client=a; Path=/', '__client_uat=1'],
          'x-clerk': 'x',
          'content-length': 2,
        })
        .end('{}');
    const response = await ask('/__clerk/v1/client');
    expect(response.status).toBe(422);
    expect(response.headers.getSetCookie()).toEqual(['__client=a; Path=/', '__client_uat=1']);
    expect(response.headers.get('x-clerk')).toBe('x');
    expect(response.headers.get('content-length')).toBe('2');
    expect(response.headers.get('x-clerk-auth-status')).toBeNull();
  });

  it('leads redirects of the Frontend API back through itself, and no others', async () => {
    const { host } = new URL(upstream.origin);
    const proxyUrl = `${app.origin}/__clerk`;
    const leads: [location: string, to: string][] = [
      [`${upstream.origin}/v1/a?b=c#d`, `${proxyUrl}/v1/a?b=c#d`],
      [`https://${host}/v1/a`, `${proxyUrl}/v1/a`],
      ['/v1/a', `${proxyUrl}/v1/a`],
      ['b', `${proxyUrl}/v1/b`],
      ['https://accounts.google.example/o?x', 'https://accounts.google.example/o?x'],
      ['https://', 'https://'],
      ['mailto:a@b.example', 'mailto:a@b.example'],
    ];
    for (const [location, to] of leads) {
      upstream.answering = (_request, response) => response.writeHead(303, { location }).end();
      const response = await ask('/__clerk/v1/oauth_callback');
      expect([response.status, response.headers.get('location')]).toEqual([303, to]);
    }
  });

  it('passes an answer on that is encoded all the same, with what says so', async () => {
    upstream.answering = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'x-odd' }).end('odd');
    const response = await ask('/__clerk/v1/client');
    expect(response.headers.get('content-encoding')).toBe('x-odd');
    expect(await response.text()).toBe('odd');
  });

  it('streams: the beginning of an answer comes before its end', async () => {
    let finish: () => void = () => undefined;
    upstream.answering = (_request, response) => {
      response.write('beginning');
      finish = () => response.end(', end');
    };
    const reader = (await ask('/__clerk/v1/client')).body?.getReader();
    const first = await reader?.read();
    expect(Buffer.from(first?.value ?? []).toString()).toBe('beginning');
    finish();
    const second = await reader?.read();
    expect(Buffer.from(second?.value ?? []).toString()).toBe(', end');
  });
});

describe('attacks that try to escape', () => {
  /** Targets that would lead a proxy to another host, or out of its path, if it put them together. */
  const ESCAPES: [attack: string, target: string][] = [
    ['a host after two slashes', '/__clerk//evil.example/v1/client'],
    ['a host after two slashes, further on', '/__clerk/v1//evil.example'],
    ['a host before the path', '//evil.example/__clerk/v1/client'],
    ['a host before the path, by backslashes', '/\\evil.example/__clerk/v1'],
    ['an absolute target', 'http://evil.example/__clerk/v1/client'],
    ['an absolute target of another scheme', 'https://evil.example/__clerk/v1/client'],
    ['an absolute target with credentials', 'http://a:b@evil.example/__clerk'],
    ['credentials', '/__clerk/@evil.example/v1'],
    ['credentials with a name', '/__clerk/user:word@evil.example/v1'],
    ['encoded credentials', '/__clerk/%40evil.example/v1'],
    ['an encoded slash', '/__clerk/%2Fevil.example/v1'],
    ['an encoded slash further on', '/__clerk/v1/a%2fb'],
    ['a backslash', '/__clerk/\\evil.example/v1'],
    ['a backslash in place of the slash', '/__clerk\\v1'],
    ['an encoded backslash', '/__clerk/%5cevil.example/v1'],
    ['dots', '/__clerk/../v1/client'],
    ['dots at the end', '/__clerk/..'],
    ['dots that come back', '/x/../__clerk/v1/client'],
    ['a dot that changes nothing', '/./__clerk/v1/client'],
    ['dots within', '/__clerk/v1/../v1/client'],
    ['encoded dots', '/__clerk/%2e%2E/v1/client'],
    ['half encoded dots', '/__clerk/.%2e/admin'],
    ['an encoded dot', '/__clerk/%2e/v1'],
    ['dots with a parameter', '/__clerk/..;x/admin'],
    ['an encoded line break', '/__clerk/v1%0d%0aHost:%20evil.example'],
    ['an encoded tab', '/__clerk/%09/evil.example'],
    ['an encoded zero', '/__clerk/v1%00'],
  ];

  describe.each(PLATFORMS)('what would lead the proxy elsewhere, on %s', (platform) => {
    const upstream = upstreamForTests();
    const app = proxiedForTests(platform, upstream);
    const ask = (line: string, ...headers: string[]) =>
      rawExchange(app.port, [line, 'Host: app.example', ...headers]);

    it.each(ESCAPES)('is refused: %s', async (_attack, target) => {
      const { status, text } = await ask(`GET ${target} HTTP/1.1`);
      expect(status).toBe(400);
      expect(text).toMatch(/\r\ncontent-type: application\/json\r\n/i);
      expect(text).toMatch(/\r\ncache-control: no-store\r\n/i);
      expect(text).toContain('{"errors":[{"code":"proxy_path_mismatch","message":"The target ');
      expect(upstream.received).toEqual([]);
    });

    it.each([
      ['a tab', 'GET /__clerk/v1\t/x HTTP/1.1'],
      ['a line break', 'GET /__clerk/v1\nHost:evil.example HTTP/1.1'],
    ])('is refused by Node itself: %s', async (_attack, line) => {
      expect((await ask(line)).status).toBe(400);
      expect(upstream.received).toEqual([]);
    });

    it('is no query, whatever stands in it', async () => {
      await ask('GET /__clerk/v1?to=//evil.example/%2f..%5c@x HTTP/1.1');
      expect(upstream.only.target).toBe('/v1?to=//evil.example/%2f..%5c@x');
    });

    it.each([
      'evil.example/x',
      'user@evil.example',
      'evil.example?x',
      'evil.example#x',
      'evil.example:99999',
    ])('is no Host header: %s', async (host) => {
      const { status, text } = await rawExchange(app.port, [
        'GET /__clerk/v1 HTTP/1.1',
        `Host: ${host}`,
      ]);
      expect(status).toBe(400);
      expect(text).toContain('"code":"proxy_request_failed"');
      expect(upstream.received).toEqual([]);
    });

    it.each([
      ['a scheme of scripts', 'javascript', 'app.example'],
      ['a host with a path', 'https', 'evil.example/x'],
      ['a host with credentials', 'https', 'app.example@evil.example'],
      ['a scheme alone', 'https', ''],
    ])(
      'is no forwarding header that makes no origin: %s',
      async (_attack, scheme: string, host: string) => {
        const headers = [`X-Forwarded-Proto: ${scheme}`, `X-Forwarded-Host: ${host}`];
        await ask('GET /__clerk/v1 HTTP/1.1', ...headers);
        expect(upstream.only.headers).toHaveProperty(
          'clerk-proxy-url',
          'http://app.example/__clerk',
        );
      },
    );

    it('is no header that the browser sends under the name of one of the proxy’s', async () => {
      const headers = ['Clerk-Secret-Key: sk_forged', 'Clerk-Proxy-Url: https://evil.example'];
      const named = 'Connection: Clerk-Secret-Key, Clerk-Proxy-Url, Host, X-Forwarded-Host, Cookie';
      await ask('GET /__clerk/v1 HTTP/1.1', ...headers, named);
      const received = JSON.stringify(upstream.only);
      expect(received).not.toMatch(/sk_forged|evil/);
      expect(upstream.only.headers).toMatchObject({
        'clerk-secret-key': expect.stringMatching(/^sk_test_/),
        'clerk-proxy-url': 'http://app.example/__clerk',
        'x-forwarded-host': 'app.example',
        host: new URL(upstream.origin).host,
      });
    });

    it('TRACE, which would show the secret key, is refused', async () => {
      const { status, text } = await ask('TRACE /__clerk/v1 HTTP/1.1');
      // Fastify knows no such method; it never reaches anybody there.
      expect(status).toBe(platform === 'express' ? 405 : status);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(text).not.toContain('sk_test_');
      expect(upstream.received).toEqual([]);
    });

    it('CONNECT gets no answer from upstream', async () => {
      await ask('CONNECT evil.example:443 HTTP/1.1').catch(() => undefined);
      expect(upstream.received).toEqual([]);
    });

    it('an upgrade to another protocol is refused, an offer of HTTP/2 is not taken', async () => {
      const { status, text } = await ask(
        'GET /__clerk/v1 HTTP/1.1',
        'Connection: Upgrade',
        'Upgrade: websocket',
      );
      expect([status, text.includes('"proxy_upgrade_refused"')]).toEqual([501, true]);
      const offered = await ask(
        'GET /__clerk/v1 HTTP/1.1',
        'Connection: Upgrade, HTTP2-Settings',
        'Upgrade: h2c',
        'HTTP2-Settings: x',
      );
      expect(offered.status).toBe(200);
      expect(upstream.only.headers).not.toHaveProperty('http2-settings');
    });
  });
});
