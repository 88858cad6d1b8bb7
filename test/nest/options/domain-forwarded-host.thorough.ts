import { describe, expect, it } from '@jest/globals';
import { cookieSuffixOf } from '../../../src/testing/instance-keys.js';
import { PLATFORMS } from '../support/platforms.js';
import { addressOf, ask } from './multi-domain/ask.js';
import { ASKING, cookiesOfAda, instance, LIVE } from './multi-domain/live.js';
import { withApp } from './multi-domain/with-app.js';

/** What anybody can send who reaches the application past its proxy, or through one that passes it on. */
const STRANGER = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' };

describe.each(PLATFORMS)('a stranger who sends X-Forwarded-Host on %s', (platform) => {
  it("reaches the functions of the URL with it, as with the vendor's SDK: a function must know its hosts", async () => {
    const seen: string[] = [];
    const note = (url: URL) => seen.push(url.origin);
    const options = {
      ...LIVE,
      isSatellite: (url: URL) => note(url) > 0,
      domain: (url: URL) => (note(url), url.host),
      proxyUrl: (url: URL) => (note(url), undefined),
    };
    await withApp(platform, options, (app) => ask(app, { headers: STRANGER }));
    expect(seen).toEqual(Array(3).fill('https://evil.example'));
  });

  it('chooses whom a session is shown to where the function believes any host', async () => {
    const options = { ...ASKING, domain: ({ host }: URL) => host };
    await withApp(platform, options, async (app) => {
      const suffix = cookieSuffixOf(LIVE.publishableKey);
      const token = instance.mintSessionToken('ada');
      const Cookie = `__session_${suffix}=${token}; __client_uat_${suffix}=1`;
      const headers = { ...STRANGER, Cookie };
      const { location } = await ask(app, { path: '/?__clerk_synced=false', headers });
      expect(location?.host).toBe('clerk.evil.example');
      expect(location?.searchParams.get('__session')).toBe(token);
    });
  });

  it('chooses nothing where the function checks the host against its own list', async () => {
    const satellites = new Set(['satellite.example', 'other.example']);
    const own = ({ host }: URL) => (satellites.has(host) ? host : undefined);
    const options = { ...ASKING, isSatellite: (url: URL) => own(url) !== undefined, domain: own };
    await withApp(platform, options, async (app) => {
      const Cookie = cookiesOfAda();
      const query = '/?__clerk_synced=false';
      const stranger = await ask(app, { path: query, headers: { ...STRANGER, Cookie } });
      expect(stranger).toMatchObject({ status: 200, location: undefined });
      const known = await ask(app, { path: query, headers: { Host: 'other.example', Cookie } });
      expect(addressOf(known)).toBe('https://clerk.other.example/v1/client/handshake');
    });
  });

  it('does not choose where a proxy of a fixed address leads', async () => {
    const options = { ...LIVE, proxyUrl: 'https://primary.example/__clerk' };
    await withApp(platform, options, async (app) => {
      const headers = { ...STRANGER, Cookie: '__client_uat=1' };
      expect((await ask(app, { headers })).location?.origin).toBe('https://primary.example');
    });
  });

  it('gives each function a URL of its own, which it can change without effect', async () => {
    const seen: string[] = [];
    const spoil = (url: URL) => {
      seen.push(url.host);
      url.host = 'evil.example';
      return undefined;
    };
    const options = { ...LIVE, proxyUrl: spoil, domain: spoil, isSatellite: spoil };
    await withApp(platform, options, async (app) => {
      const headers = { Host: 'primary.example', Cookie: '__client_uat=1' };
      const { location } = await ask(app, { headers });
      expect(location?.searchParams.get('redirect_url')).toBe('http://primary.example/');
    });
    expect(seen).toEqual(Array(3).fill('primary.example'));
  });
});
