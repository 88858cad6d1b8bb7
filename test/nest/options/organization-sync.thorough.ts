import { describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../support/platforms.js';
import { addressOf, ask, reasonOf } from './multi-domain/ask.js';
import { cookiesOfAda, instance, LIVE } from './multi-domain/live.js';
import { bootFailure, withApp } from './multi-domain/with-app.js';

const { organization } = instance.users.ada.membership;
const organizationSyncOptions = {
  organizationPatterns: ['/orgs/:slug', '/ids/:id', '/guarded/:slug'],
  personalAccountPatterns: ['/me'],
};
const OPTIONS = { ...LIVE, organizationSyncOptions };
const CLERK = 'https://clerk.primary.example/v1/client/handshake';
const ADA = { userId: instance.users.ada.id, orgSlug: 'acme' };

const asAda = (path: string, more: object = {}) => ({
  path,
  headers: { Host: 'primary.example', Cookie: cookiesOfAda(), ...more },
});

describe.each(PLATFORMS)('the option organizationSyncOptions on %s', (platform) => {
  it('sends a page of another organization to Clerk, to have that activated', async () => {
    await withApp(platform, OPTIONS, async (app) => {
      const answer = await ask(app, asAda('/orgs/other?tab=2'));
      expect([answer.status, addressOf(answer)]).toEqual([307, CLERK]);
      expect(reasonOf(answer)).toBe('active-organization-mismatch');
      expect(Object.fromEntries(answer.location?.searchParams ?? [])).toMatchObject({
        organization_id: 'other',
        redirect_url: 'http://primary.example/orgs/other?tab=2',
      });
    });
  });

  it('left out, no URL asks for any', async () => {
    await withApp(platform, LIVE, async (app) => {
      expect(await ask(app, asAda('/orgs/other'))).toMatchObject({ status: 200, body: ADA });
    });
  });

  it('asks for nothing where the active one is the one wanted, by slug or by id', async () => {
    await withApp(platform, OPTIONS, async (app) => {
      for (const path of ['/orgs/acme', `/ids/${organization.id}`]) {
        expect(await ask(app, asAda(path))).toMatchObject({ status: 200, body: ADA });
      }
      // An id where a slug should be is another organization's slug.
      expect((await ask(app, asAda(`/orgs/${organization.id}`))).status).toBe(307);
    });
  });

  it('asks for none on personal pages, and for nothing where none is active already', async () => {
    await withApp(platform, OPTIONS, async (app) => {
      const answer = await ask(app, asAda('/me'));
      expect(answer.location?.searchParams.get('organization_id')).toBe('');
      const Cookie = cookiesOfAda({ o: undefined });
      expect((await ask(app, asAda('/me', { Cookie }))).status).toBe(200);
    });
  });

  it.each<[string, string, object]>([
    ['a script', 'GET', { 'Sec-Fetch-Dest': 'empty' }],
    ['a form', 'POST', {}],
  ])(
    'never sends %s away: it goes on with the organization it has',
    async (_case, method, more) => {
      await withApp(platform, OPTIONS, async (app) => {
        const answer = await ask(app, { ...asAda('/orgs/other', more), method });
        expect(answer).toMatchObject({ body: ADA, location: undefined });
        expect(answer.status).toBeLessThan(300);
      });
    },
  );

  it('does not send a session with tasks to do anywhere', async () => {
    await withApp(platform, OPTIONS, async (app) => {
      const Cookie = cookiesOfAda({ sts: 'pending' });
      for (const path of ['/orgs/other', '/ids/org_other', '/me']) {
        const answer = await ask(app, asAda(path, { Cookie }));
        expect(answer).toMatchObject({ status: 200, body: { userId: null } });
      }
    });
  });

  it('does not send a signed-out visitor anywhere', async () => {
    await withApp(platform, OPTIONS, async (app) => {
      const answer = await ask(app, asAda('/orgs/other', { Cookie: '' }));
      expect(answer).toMatchObject({ status: 200, body: { userId: null } });
    });
  });

  it('does not send a token of the Authorization header anywhere', async () => {
    await withApp(platform, OPTIONS, async (app) => {
      const Authorization = `Bearer ${instance.mintSessionToken('ada')}`;
      const answer = await ask(app, asAda('/orgs/other', { Cookie: '', Authorization }));
      expect(answer).toMatchObject({ status: 200, body: ADA });
    });
  });

  it('comes back with the old one and goes in no circle where Clerk does not activate it', async () => {
    await withApp(platform, OPTIONS, async (app) => {
      let counter = '';
      const statuses: number[] = [];
      for (let visit = 0; visit < 5; visit += 1) {
        const Cookie = `${cookiesOfAda()}; ${counter}`;
        const answer = await ask(app, asAda('/orgs/other', { Cookie }));
        statuses.push(answer.status);
        counter = answer.cookies[0]?.split(';', 1)[0] ?? counter;
        if (answer.status === 200) expect(answer.body).toMatchObject(ADA);
      }
      expect(statuses).toEqual([307, 307, 307, 200, 200]);
    });
  });
});

describe('the application does not boot with organizationSyncOptions', () => {
  const MEMBERS = 'must be an object with organizationPatterns or personalAccountPatterns';

  it.each<[string, unknown, string]>([
    ['that are a list', ['/orgs/:slug'], ` ${MEMBERS}`],
    ['that are a text', '/orgs/:slug', ` ${MEMBERS}`],
    ['that are null', null, ` ${MEMBERS}`],
    [
      'with a misspelt member',
      { organisationPatterns: [] },
      ' has an unknown member, organisation',
    ],
    [
      'with patterns that are one text',
      { organizationPatterns: '/orgs/:slug' },
      '.organizationPatterns must be a list of paths',
    ],
    [
      'with a personal pattern that is no text',
      { personalAccountPatterns: [5] },
      '.personalAccountPatterns must be a list of paths',
    ],
    [
      'with a pattern that names no organization',
      { organizationPatterns: ['/orgs/:slug', '/teams/:team'] },
      '.organizationPatterns holds "/teams/:team", which has no parameter :slug or :id',
    ],
    [
      'with one whose parameter only begins like it',
      { organizationPatterns: ['/orgs/:identifier'] },
      '.organizationPatterns holds "/orgs/:identifier", which has no parameter :slug or :id',
    ],
    [
      'with a pattern that is none',
      { organizationPatterns: ['/orgs/:slug('] },
      " can't be read: organizationSyncOptions.organizationPatterns holds a pattern",
    ],
    [
      'with a personal pattern that is none',
      { personalAccountPatterns: ['/me/(.*'] },
      " can't be read: organizationSyncOptions.personalAccountPatterns holds a pattern",
    ],
  ])('%s', async (_case, bad, rule) => {
    expect(await bootFailure({ ...LIVE, organizationSyncOptions: bad })).toContain(
      `organizationSyncOptions${rule}`,
    );
  });
});
