import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { OrganizationSyncOptions } from '../../src/engine/organization-matcher.js';
import { browserRequest, type BrowserParts, sessionCookies } from './support/browser.js';
import { local, NOW } from './support/engine.js';
import { answerOfOurs, answerOfTheirs } from './support/verdict-pair.js';

const SYNC = 'active-organization-mismatch';
const PATTERNS: OrganizationSyncOptions = {
  organizationPatterns: ['/orgs/:slug', '/orgs/:slug/(.*)', '/by-id/:id', '/:id/and/:slug'],
  personalAccountPatterns: ['/me', '/me/(.*)'],
};

function session(claims: object): string {
  return local.mint({ user: 'ada', claims: { ...claims } });
}

const PERSONAL = session({ o: undefined });
const IN_ACME = session({ o: { id: 'org_1', slg: 'acme', rol: 'admin' } });
const IN_ONE_WITHOUT_SLUG = session({ o: { id: 'org_1', rol: 'admin' } });
const PENDING = session({ o: undefined, sts: 'pending' });
const OLD = session({ v: undefined, o: undefined, org_id: 'org_1', org_slug: 'acme' });
const NOBODYS = session({ o: undefined, sub: '' });

beforeAll(() => {
  // The vendor reads the time by itself, and tells of loops by console.
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  for (const method of ['log', 'warn'] as const) jest.spyOn(console, method).mockReturnValue();
});
afterAll(() => {
  jest.restoreAllMocks();
});

async function answerTo(browser: BrowserParts, token: string, options = PATTERNS): Promise<string> {
  const request = browserRequest({
    ...browser,
    cookies: { ...sessionCookies(token), ...browser.cookies },
  });
  const answers: string[] = [];
  for (const type of ['production', 'development'] as const) {
    const settings = { type, organizationSyncOptions: options };
    // oxlint-disable-next-line no-await-in-loop
    const ours = await answerOfOurs(request, settings);
    // oxlint-disable-next-line no-await-in-loop
    expect(ours).toBe(await answerOfTheirs(request, settings));
    answers.push(ours.replace(/ -> .*[?&]organization_id=([^&]*).*/, ': $1'));
  }
  expect(new Set(answers).size).toBe(1);
  return answers[0] ?? '';
}

describe('a page asks Clerk for the organization of its URL', () => {
  const rows: [name: string, target: string, token: string, answer: string][] = [
    ['that is active, by its slug: no', '/orgs/acme', IN_ACME, 'signed-in'],
    ['that is active, by its id: no', '/by-id/org_1', IN_ACME, 'signed-in'],
    ['of an old token: no', '/orgs/acme', OLD, 'signed-in'],
    ['that is not active, by its slug', '/orgs/other', IN_ACME, `${SYNC}: other`],
    ['that is not active, by its id', '/by-id/org_2', IN_ACME, `${SYNC}: org_2`],
    ['where none is active', '/orgs/acme/settings', PERSONAL, `${SYNC}: acme`],
    ['by the id where there are both', '/org_1/and/other', IN_ACME, 'signed-in'],
    [
      'by the id where there are both, and not the slug',
      '/org_2/and/acme',
      IN_ACME,
      `${SYNC}: org_2`,
    ],
    ['whose slug is the id of the active one', '/orgs/org_1', IN_ACME, `${SYNC}: org_1`],
    ['whose id is the slug of the active one', '/by-id/acme', IN_ACME, `${SYNC}: acme`],
    ['whose slug differs in its case', '/orgs/ACME', IN_ACME, `${SYNC}: ACME`],
    ['whose slug is the active one’s, encoded', '/orgs/%61cme', IN_ACME, `${SYNC}: %2561cme`],
    ['that is none, where one is active', '/me', IN_ACME, `${SYNC}: `],
    ['that is none, where one without a slug is', '/me', IN_ONE_WITHOUT_SLUG, `${SYNC}: `],
    ['that is none, where none is: no', '/me/settings', PERSONAL, 'signed-in'],
    ['where the URL asks for nothing: no', '/elsewhere', IN_ACME, 'signed-in'],
    ['where only the query does: no', '/?/orgs/other', IN_ACME, 'signed-in'],
    ['for a session with tasks to do: no', '/orgs/acme', PENDING, 'signed-in'],
    ['for a token of nobody: no', '/orgs/acme', NOBODYS, 'signed-in'],
  ];

  test.each(rows)('%s', async (_name, target, token, answer) => {
    expect(await answerTo({ target }, token)).toBe(answer);
  });

  test.each<[name: string, browser: BrowserParts]>([
    ['a script', { destination: 'empty' }],
    ['a form', { method: 'POST' }],
    ['who has been at Clerk for it three times', { cookies: { __clerk_redirect_count: '3' } }],
    ['who shows the token in the header', { headers: { authorization: `Bearer ${PERSONAL}` } }],
  ])('and whom it can’t be activated for stays signed in: %s', async (_name, browser) => {
    expect(await answerTo({ target: '/orgs/acme', ...browser }, PERSONAL)).toBe('signed-in');
  });

  test('who has been at Clerk before goes once more', async () => {
    const browser = { target: '/orgs/acme', cookies: { __clerk_redirect_count: '2' } };
    expect(await answerTo(browser, PERSONAL)).toBe(`${SYNC}: acme`);
  });

  test('after a sync with another domain, which goes first', async () => {
    const headers = { referer: 'https://satellite.example/' };
    expect(await answerTo({ target: '/orgs/acme', headers }, PERSONAL)).toBe(
      'primary-domain-cross-origin-sync: acme',
    );
  });

  test('without patterns never', async () => {
    expect(await answerTo({ target: '/orgs/acme' }, PERSONAL, {})).toBe('signed-in');
  });
});

test('any handshake asks for the organization of the page’s URL', async () => {
  const cookies = { __client_uat: '1', __session: undefined };
  expect(await answerTo({ target: '/orgs/acme', cookies }, PERSONAL)).toBe(
    'client-uat-but-no-session-token: acme',
  );
});
