import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createClerkClient } from '@clerk/backend';
import { Logger } from '@nestjs/common';
import type { ClerkMiddlewareOptions } from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import { withEnvironment } from '../nest/options/with-environment.js';
import { type Answers, askBoth, type Pair } from './support/compared.js';
import { serversForTests } from './support/express-server.js';
import { OURS, VENDORS } from './support/packages.js';
import { type Setup, SETUPS } from './support/setups.js';
import { createSite, PATHS } from './support/site.js';
import { type Visit, visitorsOf } from './support/visitors.js';

// The same requests to two Express applications, one with our functions and one with the vendor's:
// status, addresses, cookies, reasons, and what a handler sees by every form of getAuth().

const start = serversForTests();
let clerk: LocalClerk;
let visitors: [name: string, visit: Visit][];

beforeAll(async () => {
  // Both tell of redirect loops, and the vendor at each use that requireAuth() will go.
  for (const method of ['error', 'log', 'warn'] as const) {
    jest.spyOn(console, method).mockImplementation(() => undefined);
  }
  jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  clerk = await LocalClerk.start();
  visitors = Object.entries(visitorsOf(clerk));
});

afterAll(async () => {
  jest.restoreAllMocks();
  await clerk.stop();
});

describe.each(Object.entries(SETUPS))('with %s', (_, setup) => {
  let pair: Pair;
  let environment: Readonly<Record<string, string>>;

  beforeAll(async () => {
    environment = environmentOf(setup);
    await withEnvironment(environment, async () => {
      pair = await startPair(setup);
    });
  });

  it.each(pathsOf(setup))('every visitor of %s gets the vendor’s answer', async (path) => {
    const answers = await withEnvironment(environment, async () => {
      const all: [string, Answers][] = [];
      for (const [name, visit] of visitors) all.push([name, await askBoth(pair, path, visit)]);
      return all;
    });
    const of = (side: keyof Answers) => answers.map(([name, sides]) => [name, sides[side]]);
    expect(of('ours')).toEqual(of('vendor'));
  });

  async function startPair({ site }: Setup): Promise<Pair> {
    const isPlain = setup.environment === 'of the instance';
    const options: ClerkMiddlewareOptions = isPlain ? {} : clerk.options;
    // The one that the vendor has by default takes its keys from the environment.
    const clerkClient = createClerkClient({ ...clerk.options, telemetry: { disabled: true } });
    const vendors = isPlain ? options : { ...options, clerkClient };
    return {
      ours: await start(createSite(OURS, site(options))),
      vendor: await start(createSite(VENDORS, site(vendors))),
    };
  }
});

describe('the visitors', () => {
  it('are let in, shown out, and sent to Clerk, so that all of that is compared', async () => {
    const app = createSite(OURS, { middleware: clerk.options, requireAuth: clerk.options });
    const server = await start(app);
    const seen = new Set<number | undefined>();
    for (const [, visit] of visitors) {
      const { ours } = await askBoth({ ours: server, vendor: server }, '/locked', visit);
      seen.add(ours.status);
    }
    expect(seen).toEqual(new Set([200, 302, 307]));
  });
});

function environmentOf({ environment = {} }: Setup): Record<string, string> {
  const own = environment === 'of the instance' ? clerk.env : environment;
  return { CLERK_TELEMETRY_DISABLED: '1', CLERK_SIGN_IN_URL: '', ...own };
}

/** All of them where it costs nothing more to think about, and of the others what they are about. */
function pathsOf(setup: Setup): string[] {
  return setup === SETUPS['options as an object'] ? PATHS : ['/alone', '/api/locked'];
}
