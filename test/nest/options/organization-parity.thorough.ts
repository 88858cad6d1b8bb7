import { describe, expect, it, jest } from '@jest/globals';
import { PLATFORMS } from '../support/platforms.js';
import { cookiesOfAda, instance, LIVE } from './multi-domain/live.js';
import { askBoth } from './multi-domain/parity.js';

process.env.CLERK_TELEMETRY_DISABLED = '1';

// Hundreds of requests, most with a signature to verify, twice.
jest.setTimeout(30_000);

const PATTERNS = {
  organizationPatterns: [
    '/orgs/:slug',
    '/orgs/:slug/(.*)',
    '/app/:any/orgs/:id',
    '/both/:id/:slug',
  ],
  personalAccountPatterns: ['/me', '/me/(.*)', '/orgs/(.*)', '/personal-account/(.*)'],
};

const PATHS = [
  '/',
  '/orgs/acme',
  '/ORGS/acme',
  '/orgs/Acme',
  '/orgs/acme/',
  '/orgs/acme//',
  '/orgs/other',
  '/orgs/other/settings',
  '/orgs',
  '/orgs/',
  '/orgs/a%20b',
  '/orgs/%61cme',
  '/orgs/a%2Fb',
  '/orgs/acme?x=/orgs/other',
  '/app/x/orgs/org_1',
  `/app/x/orgs/${instance.users.ada.membership.organization.id}`,
  '/app/x/y/orgs/org_1',
  '/both/org_1/acme',
  '/me',
  '/me/',
  '/Me/x',
  '/personal-account',
  '/personal-account/settings',
];

const COOKIES = [
  '',
  cookiesOfAda(),
  cookiesOfAda({ o: undefined }),
  cookiesOfAda({ sts: 'pending' }),
  `${cookiesOfAda()}; __clerk_redirect_count=3`,
];

describe.each(PLATFORMS)("on %s and by the vendor's middleware", (platform) => {
  it('the same organizations are asked for, of whomever and by whatever path', async () => {
    const options = { ...LIVE, secretKey: 'sk_live_unused', organizationSyncOptions: PATTERNS };
    const questions = PATHS.flatMap((path) =>
      COOKIES.map((Cookie) => ({ path, headers: { Host: 'primary.example', Cookie } })),
    );
    const { ours, vendors } = await askBoth(platform, options, questions);
    expect(ours).toEqual(vendors);
    expect(ours.filter(({ status }) => status === 307).length).toBeGreaterThan(10);
  });
});
