import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import {
  AcceptsToken,
  anyOf,
  Authorize,
  not,
  type PolicyFunction,
  RequireOrganization,
} from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import { bearer } from '../support/callers.js';
import { PLATFORMS } from '../support/platforms.js';
import { bootPolicies, policyAppForTests } from './policy-app.js';

// What a JavaScript user could write: a ban that was looked up, or nothing at all.
const answering = (answer: unknown): PolicyFunction => {
  const policy: unknown = () => answer;
  // The point is that untyped code answers something else than its type says.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return policy as PolicyFunction;
};

@Controller('calls')
class Calls {
  @Get('record') @Authorize(not(answering({ reason: 'spam' }))) record() {}
  @Get('nothing') @Authorize(not(answering(undefined))) nothing() {}
  @Get('promised') @Authorize(not(answering(Promise.resolve(1)))) promised() {}
  @Get('no') @Authorize(not(answering(false))) no() {}
  @Get('mixed')
  @AcceptsToken('session_token', 'api_key')
  @Authorize(anyOf(not({ permission: 'org:articles:manage' }), answering(false)))
  mixed() {}
}

describe.each(PLATFORMS)('not(), on %s,', (platform) => {
  let clerk: LocalClerk;
  beforeAll(async () => {
    clerk = await LocalClerk.start();
  });
  afterAll(() => clerk.stop());
  const app = policyAppForTests(platform, { controllers: [Calls] }, () => clerk.options);

  it.each([
    ['record', 403],
    ['nothing', 403],
    ['promised', 403],
    ['no', 200],
  ])('makes a yes of a plain no only: /calls/%s is %i', async (path, status) => {
    const { status: answered } = await app.ask(
      `/calls/${path}`,
      bearer(clerk.mintSessionToken('ada')),
    );
    expect(answered).toBe(status);
  });

  it('lets no program in because it has no permissions that its user would be refused for', async () => {
    const key = clerk.createApiKey({ subject: 'ada' }).token;
    const admin = bearer(clerk.mintSessionToken('ada'));
    expect((await app.ask('/calls/mixed', admin)).status).toBe(403);
    expect((await app.ask('/calls/mixed', bearer(key))).status).toBe(403);
    const member = bearer(clerk.mintSessionToken('grace'));
    expect((await app.ask('/calls/mixed', member)).status).toBe(200);
  });
});

describe('a demand that would be none is refused where it is written', () => {
  it.each(['org:sys_memberships:manage', 'sys_memberships:manage', 'org:org:sys_x:y'])(
    'not() of the system permission %s, which no token ever has',
    (permission) => {
      expect(() => not({ permission })).toThrow(/system permissions/i);
    },
  );

  it.each([{ param: undefined }, { param: '' }, {}, 'orgId'])(
    '@RequireOrganization(%j), which would mean any organization',
    (options) => {
      // What a JavaScript user could write.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const given = options as { param: string };
      expect(() => RequireOrganization(given)).toThrow(/name of a route parameter/);
    },
  );

  it('and a policy that programs alone are left to meet does not boot', async () => {
    @Controller()
    class Programs {
      @Get() @AcceptsToken('api_key') @Authorize(not({ plan: 'user:free' })) show() {}
    }
    await expect(bootPolicies(Programs)).rejects.toThrow(/nobody could call it/);
  });
});
