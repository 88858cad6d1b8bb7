import { describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../support/platforms.js';
import { redirectAppForTests } from './redirect-app.js';
import { instance, ORIGIN, type RedirectScenario } from './redirect-scenarios.js';
import { PAGE } from './requests.js';

const { publishableKey } = instance;
const PATH = '/object/articles/1';
const PORTAL = 'https://local-clerk-1.accounts.dev';
const BACK = `redirect_url=${encodeURIComponent(`${ORIGIN}${PATH}`)}`;

type Own = Partial<RedirectScenario>;

/** What is so on purpose, be it otherwise in the vendor's or not. */
const ROWS: readonly [what: string, Own, location: string][] = [
  [
    'keeps a path a path, which no forged host can lead elsewhere',
    { options: { publishableKey, signInUrl: '/in' } },
    `/in?${BACK}`,
  ],
  [
    'keeps a path a path below another',
    { options: { publishableKey, signInUrl: '/in' }, method: 'redirectToSignUp' },
    `/in/create?${BACK}`,
  ],
  [
    'doubles no slash for signing up',
    { options: { publishableKey, signInUrl: '/in/' }, method: 'redirectToSignUp' },
    `/in/create?${BACK}`,
  ],
  [
    'doubles no slash for tasks',
    { options: { publishableKey, signInUrl: 'https://in.example/' }, isPending: true },
    `https://in.example/tasks?${BACK}`,
  ],
  [
    'goes to the tasks below the page for signing up',
    { options: { publishableKey }, method: 'redirectToSignUp', isPending: true },
    `${PORTAL}/sign-up/tasks?${BACK}`,
  ],
  [
    "goes to the tasks of a page that is told by what follows the #, as the vendor's",
    { options: { publishableKey, signInUrl: 'https://in.example/#/sign-in' }, isPending: true },
    `https://in.example/?${BACK}#/sign-in/tasks`,
  ],
  [
    'signs up below a page that is told by what follows the #',
    {
      options: { publishableKey, signInUrl: 'https://in.example/#/sign-in' },
      method: 'redirectToSignUp',
    },
    `https://in.example/?${BACK}#/sign-in/create`,
  ],
  [
    'takes a blank way back for none given',
    { argument: { returnBackUrl: '' } },
    `${PORTAL}/sign-in?${BACK}`,
  ],
  [
    'tells a satellite of its scheme from the same host of another',
    {
      options: {
        publishableKey,
        isSatellite: true,
        domain: 'app.example',
        signInUrl: 'http://app.example/in',
      },
    },
    `http://app.example/in?redirect_url=${encodeURIComponent(`${ORIGIN}${PATH}?__clerk_synced=false`)}`,
  ],
];

describe.each(PLATFORMS)('a redirect of auth on %s', (platform) => {
  const redirect = redirectAppForTests(platform);

  const scenario = (own: Own): RedirectScenario => ({
    name: '',
    method: 'redirectToSignIn',
    options: { publishableKey },
    argument: undefined,
    isPending: false,
    ...own,
  });

  it.each(ROWS)('%s', async (_what, own, location) => {
    expect(await redirect(scenario(own), PATH)).toMatchObject({ status: 302, location });
  });

  it.each(['POST', 'DELETE', 'PUT'])('answers %s too', async (method) => {
    const answer = await redirect(scenario({}), PATH, { method });
    expect(answer).toMatchObject({ status: 302, location: `${PORTAL}/sign-in?${BACK}` });
  });

  it('never hands on the token of a development browser', async () => {
    const headers = { cookie: '__clerk_db_jwt=dvb_secret; __client_uat=0' };
    for (const asking of [{ headers }, { headers: { ...PAGE.headers, ...headers } }]) {
      const { status, location } = await redirect(scenario({}), PATH, asking);
      expect([status, location]).toEqual([302, `${PORTAL}/sign-in?${BACK}`]);
    }
  });

  it.each(['http://', 'https://[', 'http://a b'])(
    'is an error of the application where the way back is no URL: %j',
    async (returnBackUrl) => {
      const answer = await redirect(scenario({ argument: { returnBackUrl } }), PATH);
      const body = { message: expect.stringMatching(/^returnBackUrl is no URL/) };
      expect(answer).toMatchObject({ status: 418, location: null, body });
    },
  );
});
