import { describe, expect, it } from '@jest/globals';
import { createRedirect } from '@clerk/backend/internal';
import { PLATFORMS } from '../support/platforms.js';
import { redirectAppForTests } from './redirect-app.js';
import { ORIGIN, type RedirectScenario, SCENARIOS } from './redirect-scenarios.js';

const PATH = '/request/articles/1?tab=caf%C3%A9&tab=2';

/** Where the vendor's function leads, called as the vendor's helper for Next.js calls it. */
function vendorAddress(scenario: RedirectScenario): string {
  const { method, options, argument, isPending } = scenario;
  const { publishableKey = '', signInUrl, signUpUrl, isSatellite } = options;
  const requested = new URL(PATH, ORIGIN);
  const redirects = createRedirect({
    publishableKey,
    baseUrl: requested,
    redirectAdapter: (url) => url,
    sessionStatus: isPending ? 'pending' : 'active',
    ...(signInUrl !== undefined && { signInUrl }),
    ...(signUpUrl !== undefined && { signUpUrl }),
    isSatellite: isSatellite === true,
  });
  const given = argument?.returnBackUrl;
  return redirects[method]({ returnBackUrl: given === null ? '' : given || requested.href });
}

/**
 * With tasks left, the vendor appends `/tasks` to the address as a text, and so to its query. Here
 * it is the page below, as for signing up.
 */
function isAppendedToQuery({ method, options, isPending }: RedirectScenario): boolean {
  const { signInUrl, signUpUrl } = options;
  const page = method === 'redirectToSignUp' ? (signUpUrl ?? signInUrl) : signInUrl;
  return isPending && page !== undefined && page.includes('?');
}

/** Some at a time: enough to keep the application busy. */
const AT_ONCE = 24;

describe.each(PLATFORMS)('the redirects of auth on %s', (platform) => {
  const redirect = redirectAppForTests(platform);

  /** What each scenario leads to, beside what it should. */
  async function compare(
    scenarios: readonly RedirectScenario[],
    expected: (scenario: RedirectScenario) => string,
  ): Promise<void> {
    const left = [...scenarios];
    while (left.length > 0) {
      const some = left.splice(0, AT_ONCE);
      const seen = await Promise.all(
        some.map(async (scenario) => {
          const { status, location, cacheControl, body } = await redirect(scenario, PATH);
          return { name: scenario.name, status, cacheControl, body, to: resolved(location) };
        }),
      );
      expect(seen).toEqual(
        some.map((scenario) => ({
          name: scenario.name,
          status: 302,
          cacheControl: 'no-store',
          body: { statusCode: 302, message: 'Sign in to continue.' },
          to: expected(scenario),
        })),
      );
    }
  }

  it("lead where the vendor's do, whatever the pages and the way back", async () => {
    const same = SCENARIOS.filter((scenario) => !isAppendedToQuery(scenario));
    expect(same.length).toBeGreaterThan(500);
    await compare(same, vendorAddress);
  }, 60_000);

  it('lead to the tasks below a page with a query, which the vendor spoils', async () => {
    const others = SCENARIOS.filter(isAppendedToQuery);
    expect(others.length).toBeGreaterThan(50);
    await compare(others, (scenario) => {
      const page = new URL(vendorAddress({ ...scenario, isPending: false }));
      page.pathname += '/tasks';
      expect(page.href).not.toBe(vendorAddress(scenario));
      return page.href;
    });
  }, 60_000);
});

function resolved(location: string | null): string {
  return new URL(location ?? '', ORIGIN).href;
}
