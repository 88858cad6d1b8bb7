import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import {
  AcceptsToken,
  allOf,
  anyOf,
  Authorize,
  ClerkAuthGuard,
  ForbidImpersonation,
  not,
  RequireOrganization,
  RequireReverification,
} from 'clerk-nestjs';
import type { PolicyFunction } from 'clerk-nestjs';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { PLATFORMS } from '../support/platforms.js';
import { bearer, CALLERS, headersOf, PAGE } from '../support/callers.js';
import type { Caller } from '../support/callers.js';
import { bootPolicies, LogRecorder, policyAppForTests } from './policy-app.js';

describe('reverification', () => {
  const instance = new LocalInstance();
  const { publishableKey, jwtKey } = instance;

  const FRESH = { reverification: 'strict' } as const;
  const IS_ADMIN = { role: 'org:admin' } as const;
  const yes = () => true;
  const no = async () => false;

  @Controller()
  class SensitiveController {
    @Get('alone') @Authorize(FRESH) alone() {}
    @Get('with-role') @Authorize({ ...IS_ADMIN, ...FRESH }) withRole() {}
    @Get('beside-role') @Authorize(FRESH, IS_ADMIN) besideRole() {}
    @Get('before-yes') @Authorize(FRESH, yes) beforeYes() {}
    @Get('before-no') @Authorize(FRESH, no) beforeNo() {}
    @Get('all-of') @Authorize(allOf(FRESH, IS_ADMIN)) allOf() {}
    @Get('all-of-no') @Authorize(allOf(FRESH, no)) allOfNo() {}
    @Get('any-of') @Authorize(anyOf(FRESH, no)) anyOf() {}
    @Get('any-of-yes') @Authorize(anyOf(FRESH, yes)) anyOfYes() {}
    @Get('any-of-no') @Authorize(anyOf(FRESH, no), no) anyOfNo() {}
    @Get('any-all') @Authorize(anyOf(allOf(FRESH, no), allOf(FRESH, IS_ADMIN))) anyAll() {}
    @Get('any-all-no') @Authorize(anyOf(allOf(FRESH, no), no)) anyAllNo() {}
    @Get('not') @Authorize(not(FRESH)) not() {}
    @Get('not-not') @Authorize(not(not(FRESH))) notNot() {}
    @Get('two') @Authorize({ reverification: 'lax' }, FRESH) two() {}
    @Get('three') @Authorize(anyOf({ ...IS_ADMIN, reverification: 'lax' }, FRESH)) three() {}
  }

  @Controller('class')
  @Authorize(FRESH)
  class ClassController {
    @Get('yes') @Authorize(yes) yes() {}
    @Get('no') @Authorize(no) no() {}
    @Get('custom') @RequireReverification({ level: 'first_factor', afterMinutes: 1 }) custom() {}
  }

  @Controller('programs')
  @AcceptsToken('any')
  class ProgramsController {
    @Get() @Authorize(anyOf(FRESH, no)) show() {}
  }

  const STALE = { fva: [5000, 5000] };

  /** What stale ada and stale grace get: a pass, a plain no, or the demand to verify. */
  const TABLE: readonly (readonly [string, string, string])[] = [
    ['/alone', 'verify strict', 'verify strict'],
    ['/with-role', 'verify strict', 'no'],
    ['/beside-role', 'verify strict', 'no'],
    ['/before-yes', 'verify strict', 'verify strict'],
    ['/before-no', 'no', 'no'],
    ['/all-of', 'verify strict', 'no'],
    ['/all-of-no', 'no', 'no'],
    ['/any-of', 'verify strict', 'verify strict'],
    ['/any-of-yes', 'yes', 'yes'],
    ['/any-of-no', 'no', 'no'],
    ['/any-all', 'verify strict', 'no'],
    ['/any-all-no', 'no', 'no'],
    ['/not', 'yes', 'yes'],
    ['/not-not', 'no', 'no'],
    ['/two', 'verify lax', 'verify lax'],
    ['/three', 'verify lax', 'verify strict'],
    ['/class/yes', 'verify strict', 'verify strict'],
    ['/class/no', 'no', 'no'],
  ];

  describe.each(PLATFORMS)('reverification among other demands on %s', (platform) => {
    const controllers = [SensitiveController, ClassController, ProgramsController];
    const app = policyAppForTests(platform, { controllers }, () => ({ publishableKey, jwtKey }));
    const as = async (user: string, path: string, claims: Readonly<Record<string, unknown>>) => {
      const answer = await app.ask(path, bearer(instance.mintSessionToken(user, claims)));
      return answer.status === 200 ? 'yes' : meaningOf(answer.status, answer.text);
    };

    it.each(TABLE)('is asked for at %s only where it would help', async (path, ada, grace) => {
      expect([await as('ada', path, STALE), await as('grace', path, STALE)]).toEqual([ada, grace]);
    });

    it.each([
      ['/alone', 'yes'],
      ['/with-role', 'yes'],
      ['/all-of', 'yes'],
      ['/before-no', 'no'],
      ['/not', 'no'],
      ['/not-not', 'yes'],
      ['/two', 'yes'],
    ])('counts at %s once it has happened', async (path, expected) => {
      expect(await as('ada', path, { fva: [0, -1] })).toBe(expected);
    });

    it('asks for the level and the minutes that the handler names', async () => {
      const { text } = await app.ask(
        '/class/custom',
        bearer(instance.mintSessionToken('ada', { fva: [2, -1] })),
      );
      expect(JSON.parse(text)).toMatchObject({
        clerk_error: {
          reason: 'reverification-error',
          metadata: { reverification: { level: 'first_factor', afterMinutes: 1 } },
        },
      });
    });

    it('names the demand in the log', async () => {
      const headers = bearer(instance.mintSessionToken('ada', STALE));
      const lines = await LogRecorder.during(() => app.ask('/with-role', headers));
      expect(lines.join('\n')).toContain('who lacks: role org:admin and reverification strict');
    });
  });

  function meaningOf(status: number, text: string): string {
    const body: unknown = JSON.parse(text);
    const asked = /"reverification":"(\w+)"/.exec(text)?.[1];
    if (asked && status === 403) {
      expect(body).toEqual({
        clerk_error: {
          type: 'forbidden',
          reason: 'reverification-error',
          metadata: { reverification: asked },
        },
      });
      return `verify ${asked}`;
    }
    expect(body).toMatchObject({ statusCode: 403, message: 'You are not allowed to do this.' });
    return 'no';
  }
});

describe('@ForbidImpersonation()', () => {
  @Controller('handler')
  @UseGuards(ClerkAuthGuard)
  class HandlerController {
    @Get('in-person') @ForbidImpersonation() inPerson() {}
    @Get('anybody') anybody() {}
    @Get('fresh') @RequireReverification('strict') @ForbidImpersonation() fresh() {}
  }

  @Controller('class')
  @ForbidImpersonation()
  class ClassController {
    @Get('in-person') inPerson() {}
  }

  @Controller('programs')
  @ForbidImpersonation()
  @AcceptsToken('any')
  class ProgramsController {
    @Get() show() {}
  }

  describe.each(PLATFORMS)('@ForbidImpersonation() on %s', (platform) => {
    let clerk: LocalClerk;
    beforeAll(async () => {
      clerk = await LocalClerk.start();
    });
    afterAll(() => clerk.stop());
    const controllers = [HandlerController, ClassController, ProgramsController];
    const app = policyAppForTests(platform, { controllers }, () => clerk.options);
    const acting = (claims: Readonly<Record<string, unknown>> = {}) =>
      bearer(clerk.mintSessionToken('ada', { act: { sub: 'user_support' }, ...claims }));

    it.each(['/handler/in-person', '/class/in-person', '/programs'])(
      'refuses somebody of the staff who acts in a user’s name: %s',
      async (path) => {
        const { status, text } = await app.ask(path, acting());
        expect(status).toBe(403);
        expect(text).not.toMatch(/imperson|act/i);
        expect((await app.ask(path, bearer(clerk.mintSessionToken('ada')))).status).toBe(200);
      },
    );

    it('refuses them in a browser too, without sending them to sign in', async () => {
      const session = clerk.mintSessionToken('ada', { act: { sub: 'user_support' } });
      const cookie = `__session=${session}; __client_uat=1; __clerk_db_jwt=dvb_of_the_test`;
      expect((await app.ask('/class/in-person', { ...PAGE, cookie })).status).toBe(403);
    });

    it.each([
      ['an actor without an id', {}],
      ['an actor that is a text', 'user_support'],
      ['actors one within the other', { sub: 'user_a', act: { sub: 'user_b' } }],
    ])('refuses %s', async (_case, act) => {
      expect((await app.ask('/class/in-person', acting({ act }))).status).toBe(403);
    });

    it('asks nobody to verify who acts in another’s name and may not', async () => {
      const { status, text } = await app.ask('/handler/fresh', acting({ fva: [600, 600] }));
      expect(status).toBe(403);
      expect(text).not.toContain('reverification');
    });

    it('leaves other handlers alone', async () => {
      expect((await app.ask('/handler/anybody', acting())).status).toBe(200);
    });

    it.each(CALLERS.filter((caller): caller is Caller => caller !== 'nobody'))(
      'lets in who acts in their own name: %s',
      async (caller) => {
        expect((await app.ask('/programs', headersOf(caller, clerk))).status).toBe(200);
      },
    );

    it('asks nobody to be somebody first', async () => {
      expect((await app.ask('/class/in-person')).status).toBe(401);
    });
  });
});

describe('no yes by mistake', () => {
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
});
