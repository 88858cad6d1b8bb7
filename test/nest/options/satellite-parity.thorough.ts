import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LocalClerk } from 'clerk-nestjs/testing';
import { PLATFORMS } from '../support/platforms.js';
import type { Question } from './multi-domain/ask.js';
import { cookiesOfAda, LIVE, SATELLITE_ISSUER } from './multi-domain/live.js';
import { askBoth } from './multi-domain/parity.js';

process.env.CLERK_TELEMETRY_DISABLED = '1';

// Hundreds of requests, many with a signature to verify, twice.
jest.setTimeout(30_000);

/** The vendor's middleware insists on a secret key; it is for nothing, as `jwtKey` verifies. */
const PRODUCTION = { ...LIVE, secretKey: 'sk_live_unused' };
const SATELLITE = { ...PRODUCTION, isSatellite: true, domain: 'satellite.example' };

const known = cookiesOfAda({ iss: SATELLITE_ISSUER });
const PATHS = ['/', '/?__clerk_synced=false', '/?__clerk_synced=true', '/?__clerk_synced=nonsense'];
const WAYS: readonly Omit<Question, 'path'>[] = [
  {},
  { headers: { Cookie: known } },
  { headers: { Cookie: cookiesOfAda() } },
  { headers: { Cookie: '__client_uat=1' } },
  { headers: { Cookie: '__clerk_redirect_count=3' } },
  { headers: { 'Sec-Fetch-Dest': 'iframe' } },
  { headers: { 'Sec-Fetch-Dest': 'empty', Accept: '*/*' } },
  { headers: { 'Sec-Fetch-Dest': '' } },
  { method: 'POST' },
  { headers: { 'X-Forwarded-Host': 'other.example', 'X-Forwarded-Proto': 'https' } },
];
const QUESTIONS = PATHS.flatMap((path) => WAYS.map((way) => ({ ...way, path })));

describe.each(PLATFORMS)("on %s and by the vendor's middleware the same happens", (platform) => {
  it.each([
    ['without autoSync', SATELLITE],
    ['with autoSync', { ...SATELLITE, satelliteAutoSync: true }],
    ['behind a proxy', { ...SATELLITE, satelliteAutoSync: true, proxyUrl: '/__clerk' }],
    [
      'by functions',
      {
        ...SATELLITE,
        satelliteAutoSync: true,
        domain: ({ host }: URL) => host,
        isSatellite: ({ host }: URL) => host === 'satellite.example',
        proxyUrl: ({ host }: URL) => (host === 'other.example' ? 'https://proxy.example/x' : ''),
      },
    ],
  ])('to a satellite in production %s', async (_case, options) => {
    const { ours, vendors } = await askBoth(platform, options, QUESTIONS);
    expect(ours).toEqual(vendors);
    expect(new Set(ours.map(({ status }) => status))).toEqual(new Set([200, 307]));
  });

  it('to a primary that is entered from another domain', async () => {
    const referrers = [
      'https://satellite.example/page',
      'http://primary.example/page',
      'https://clerk.primary.example/',
      'https://accounts.primary.example/sign-in',
      'http://accounts.primary.example/sign-in',
      'nonsense',
    ];
    const questions = referrers.flatMap((Referer) =>
      WAYS.map(({ method, headers }) => ({
        method,
        headers: { Cookie: cookiesOfAda(), ...headers, Host: 'primary.example', Referer },
      })),
    );
    const { ours, vendors } = await askBoth(platform, PRODUCTION, questions);
    expect(ours).toEqual(vendors);
  });
});

describe.each(PLATFORMS)(
  "in development on %s and by the vendor's the same happens",
  (platform) => {
    let clerk: LocalClerk;
    beforeAll(async () => {
      clerk = await LocalClerk.start();
    });
    afterAll(() => clerk.stop());

    const options = () => ({ ...clerk.options, jwtKey: clerk.jwtKey });

    it('to a satellite, which asks its primary', async () => {
      const satellite = {
        ...options(),
        isSatellite: true,
        domain: 'satellite.example',
        signInUrl: 'https://primary.example/sign-in?theme=dark',
      };
      for (const satelliteAutoSync of [false, true]) {
        const { ours, vendors } = await askBoth(
          platform,
          { ...satellite, satelliteAutoSync },
          QUESTIONS,
        );
        expect(ours).toEqual(vendors);
      }
    });

    it('to a primary, which answers a satellite', async () => {
      const targets = ['https://satellite.example/page?a=b#c', 'https://evil.example/', ''];
      const questions = targets.flatMap((url) =>
        ['', '__clerk_db_jwt=dvb_1'].map((Cookie) => ({
          path: `/?__clerk_redirect_url=${encodeURIComponent(url)}`,
          headers: { Cookie },
        })),
      );
      const { ours, vendors } = await askBoth(platform, options(), questions);
      expect(ours).toEqual(vendors);
    });
  },
);

describe.each(PLATFORMS)('on %s a stranger who sends X-Forwarded-Host', (platform) => {
  it("reaches a function by it with the vendor's middleware too", async () => {
    const seen: string[] = [];
    const domain = (url: URL) => {
      seen.push(url.href);
      return 'satellite.example';
    };
    const headers = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' };
    await askBoth(platform, { ...SATELLITE, domain }, [{ path: '/page?a=b', headers }]);
    expect(seen).toEqual(['https://evil.example/page?a=b', 'https://evil.example/page?a=b']);
  });
});
