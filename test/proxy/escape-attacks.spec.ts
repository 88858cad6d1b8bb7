import { describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../nest/support/platforms.js';
import { rawExchange } from '../nest/support/raw-exchange.js';
import { proxiedForTests } from './support/proxied-app.js';
import { upstreamForTests } from './support/upstream.js';

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
      expect(upstream.only.headers).toHaveProperty('clerk-proxy-url', 'http://app.example/__clerk');
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
