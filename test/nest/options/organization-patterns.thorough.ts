import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PLATFORMS, type RunningApp, startApp } from '../support/platforms.js';
import { ClerkModule, type OrganizationSyncOptions } from 'clerk-nestjs';
import { ask } from './multi-domain/ask.js';
import { cookiesOfAda, LIVE } from './multi-domain/live.js';
import { PagesController } from './multi-domain/pages.controller.js';

/** The organization that a page's URL asks Clerk for; empty: none; undefined: the URL asks for nothing. */
type Wanted = string | undefined;

interface Table {
  readonly patterns: OrganizationSyncOptions;
  readonly rows: readonly (readonly [path: string, wanted: Wanted])[];
}

/** The three tables that the documentation of `Pattern` gives as examples, row by row. */
const EXAMPLES: readonly Table[] = [
  {
    patterns: { organizationPatterns: ['/orgs/:slug'] },
    rows: [
      ['/orgs/acmecorp', 'acmecorp'],
      ['/orgs', undefined],
      ['/orgs/acmecorp/settings', undefined],
    ],
  },
  {
    patterns: { organizationPatterns: ['/app/:any/orgs/:id'] },
    rows: [
      ['/app/petstore/orgs/org_123', 'org_123'],
      ['/app/dogstore/v2/orgs/org_123', undefined],
    ],
  },
  {
    patterns: { personalAccountPatterns: ['/personal-account/(.*)'] },
    rows: [
      ['/personal-account/settings', ''],
      ['/personal-account', undefined],
    ],
  },
];

/** What it calls common examples, which come in pairs. */
const COMMON: readonly Table[] = [
  {
    patterns: { organizationPatterns: ['/orgs/:slug', '/orgs/:slug/(.*)'] },
    rows: [
      ['/orgs/acmecorp', 'acmecorp'],
      ['/orgs/acmecorp/settings/members', 'acmecorp'],
      ['/orgs', undefined],
      ['/x/orgs/acmecorp', undefined],
    ],
  },
  {
    patterns: { organizationPatterns: ['/orgs/:id', '/orgs/:id/(.*)'] },
    rows: [
      ['/orgs/org_123', 'org_123'],
      ['/orgs/org_123/settings', 'org_123'],
    ],
  },
  {
    patterns: {
      organizationPatterns: ['/app/:any/orgs/:slug', '/app/:any/orgs/:slug/(.*)'],
    },
    rows: [
      ['/app/petstore/orgs/acmecorp', 'acmecorp'],
      ['/app/petstore/orgs/acmecorp/a/b', 'acmecorp'],
      ['/app/orgs/acmecorp', undefined],
    ],
  },
  {
    patterns: { personalAccountPatterns: ['/me', '/me/(.*)'] },
    rows: [
      ['/me', ''],
      ['/me/settings', ''],
      ['/mean', undefined],
    ],
  },
  {
    patterns: { personalAccountPatterns: ['/user/:any', '/user/:any/(.*)'] },
    rows: [
      ['/user/ada', ''],
      ['/user/ada/settings', ''],
      ['/user', undefined],
    ],
  },
];

/** How patterns are read beyond the examples. */
const DETAILS: readonly Table[] = [
  {
    patterns: { organizationPatterns: ['/orgs/:slug'], personalAccountPatterns: ['/me'] },
    rows: [
      ['/ORGS/AcmeCorp', 'AcmeCorp'],
      ['/Me', ''],
      ['/orgs/acmecorp/', 'acmecorp'],
      ['/me/', ''],
      ['/orgs/acmecorp//', undefined],
      ['/orgs//', undefined],
      ['/orgs/a%20b', 'a%20b'],
      ['/orgs/%61cme', '%61cme'],
      ['/orgs/acme%2Fcorp', 'acme%2Fcorp'],
      ['/orgs/acmecorp?slug=other&id=org_1', 'acmecorp'],
      ['/?/orgs/acmecorp', undefined],
      ['/x/../orgs/acmecorp', 'acmecorp'],
    ],
  },
  {
    patterns: {
      organizationPatterns: ['/orgs/:slug', '/both/:id'],
      personalAccountPatterns: ['/orgs/:any', '/(.*)'],
    },
    rows: [
      ['/orgs/acmecorp', 'acmecorp'],
      ['/both/org_1', 'org_1'],
      ['/elsewhere', ''],
    ],
  },
];

const TABLES = [...EXAMPLES, ...COMMON, ...DETAILS].map(
  (table) => [JSON.stringify(table.patterns), table] as const,
);

describe.each(PLATFORMS)('a page on %s', (platform) => {
  describe.each(TABLES)('with %s', (_name, { patterns, rows }) => {
    let running: RunningApp;
    beforeAll(async () => {
      running = await startApp(platform, {
        imports: [ClerkModule.forRoot({ ...LIVE, organizationSyncOptions: patterns })],
        controllers: [PagesController],
      });
    });
    afterAll(() => running.app.close());

    it.each(rows)('at %s asks for %j', async (path, wanted) => {
      // Ada acts for Acme, whose slug is "acme".
      const headers = { Host: 'primary.example', Cookie: cookiesOfAda() };
      const { status, location } = await ask(running, { path, headers });
      expect(location?.searchParams.get('organization_id')).toBe(wanted);
      expect(status).toBe(wanted === undefined ? 200 : 307);
    });
  });
});
