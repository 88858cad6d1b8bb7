import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BadRequestException, Controller, Get, HttpException, UseGuards } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { AcceptsToken, allOf, anyOf, Authorize, ClerkAuthGuard, not } from 'clerk-nestjs';
import type { AuthenticatedObject, PolicyFunction } from 'clerk-nestjs';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { PLATFORMS } from '../support/platforms.js';
import { bearer } from '../support/callers.js';
import { policyAppForTests } from './policy-app.js';

describe('functions', () => {
  const instance = new LocalInstance();
  const { publishableKey, jwtKey } = instance;

  /** A policy as untyped code could write it. */
  function answering(value: unknown): PolicyFunction {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what untyped code would answer
    return (() => value) as PolicyFunction;
  }

  const seen: { auth: AuthenticatedObject; context: ExecutionContext }[] = [];

  function note(auth: AuthenticatedObject, context: ExecutionContext): boolean {
    seen.push({ auth, context });
    return true;
  }

  async function isAda(auth: AuthenticatedObject): Promise<boolean> {
    await setImmediate();
    return auth.tokenType === 'session_token' && auth.userId === instance.users.ada.id;
  }

  function ownsIt(auth: AuthenticatedObject, context: ExecutionContext): boolean {
    const { params } = context.switchToHttp().getRequest<{ params: { owner: string } }>();
    return auth.tokenType === 'session_token' && params.owner === auth.userId;
  }

  function fail(): never {
    throw new Error('The database with the password hunter2 is away.');
  }

  @Controller()
  class FunctionsController {
    @Get('yes') @Authorize(() => true) yes() {}
    @Get('no') @Authorize(() => false) no() {}
    @Get('later-yes') @Authorize(() => Promise.resolve(true)) laterYes() {}
    @Get('later-no') @Authorize(async () => false) laterNo() {}
    @Get('both') @Authorize(() => true, () => false) both() {}
    @Get('note') @Authorize(note) note() {}
    @Get('owned/:owner') @Authorize(ownsIt) owned() {}
    @Get('any') @Authorize(anyOf({ role: 'org:owner' }, isAda)) any() {}
    @Get('all') @Authorize(allOf({ role: 'org:admin' }, isAda)) all() {}
    @Get('not') @Authorize(not(isAda)) not() {}
    @Get('throws') @Authorize(fail) throws() {}
    @Get('rejects') @Authorize(async () => fail()) rejects() {}
    @Get('teapot')
    @Authorize(() => {
      throw new HttpException('I am a teapot.', 418);
    })
    teapot() {}
    @Get('bad-request')
    @Authorize(async () => {
      throw new BadRequestException('No such article.');
    })
    badRequest() {}
    @Get('not-throws') @Authorize(not(fail)) notThrows() {}
    @Get('not-rejects') @Authorize(not(async () => fail())) notRejects() {}
    @Get('any-throws') @Authorize(anyOf(fail, () => true)) anyThrows() {}
    @Get('all-throws') @Authorize(allOf(() => true, fail)) allThrows() {}
  }

  /** What is truthy, and not `true`. */
  const TRUTHY: readonly (readonly [string, unknown])[] = [
    ['one', 1],
    ['a text', 'true'],
    ['an object', { allowed: true }],
    ['a list', [true]],
    ['a function', () => true],
    ['a boxed boolean', Object(true)],
    ['a promise of a text', Promise.resolve('yes')],
  ];

  @Controller('untyped')
  class UntypedController {
    @Get('0') @Authorize(answering(TRUTHY[0]?.[1])) first() {}
    @Get('1') @Authorize(answering(TRUTHY[1]?.[1])) second() {}
    @Get('2') @Authorize(answering(TRUTHY[2]?.[1])) third() {}
    @Get('3') @Authorize(answering(TRUTHY[3]?.[1])) fourth() {}
    @Get('4') @Authorize(answering(TRUTHY[4]?.[1])) fifth() {}
    @Get('5') @Authorize(answering(TRUTHY[5]?.[1])) sixth() {}
    @Get('6') @Authorize(answering(TRUTHY[6]?.[1])) seventh() {}
    @Get('nothing') @Authorize(answering(undefined)) nothing() {}
    @Get('any') @Authorize(anyOf(answering(1), answering('yes'))) any() {}
    @Get('all') @Authorize(allOf(() => true, answering(1))) all() {}
  }

  describe.each(PLATFORMS)('@Authorize() with functions on %s', (platform) => {
    const controllers = [FunctionsController, UntypedController];
    const app = policyAppForTests(platform, { controllers }, () => ({ publishableKey, jwtKey }));
    const as = (user: string, path: string) =>
      app.ask(path, bearer(instance.mintSessionToken(user)));

    afterEach(() => {
      seen.length = 0;
    });

    it.each([
      ['/yes', 200, 200],
      ['/no', 403, 403],
      ['/later-yes', 200, 200],
      ['/later-no', 403, 403],
      ['/both', 403, 403],
      [`/owned/${instance.users.ada.id}`, 200, 403],
      [`/owned/${instance.users.grace.id}`, 403, 200],
      ['/any', 200, 403],
      ['/all', 200, 403],
      ['/not', 403, 200],
    ])('answers %s by who calls', async (path, ada, grace) => {
      expect([(await as('ada', path)).status, (await as('grace', path)).status]).toEqual([
        ada,
        grace,
      ]);
    });

    it('hands over who calls, and the call', async () => {
      await as('ada', '/note');
      expect(seen).toHaveLength(1);
      expect(seen[0]?.auth).toMatchObject({ tokenType: 'session_token', orgSlug: 'acme' });
      expect(seen[0]?.context.getClass()).toBe(FunctionsController);
      expect(seen[0]?.context.getHandler().name).toBe('note');
    });

    it('is never asked about nobody', async () => {
      expect((await app.ask('/note')).status).toBe(401);
      expect((await app.ask('/note', bearer('nonsense'))).status).toBe(401);
      expect(seen).toEqual([]);
    });

    it.each(TRUTHY.map(([name], index) => [name, `/untyped/${index}`]))(
      'what is merely truthy opens nothing: %s',
      async (_name, path) => {
        expect((await as('ada', path)).status).toBe(403);
      },
    );

    it.each(['/untyped/nothing', '/untyped/any', '/untyped/all'])(
      'neither does a policy without an answer, or two half answers: %s',
      async (path) => {
        expect((await as('ada', path)).status).toBe(403);
      },
    );

    it.each(['/throws', '/rejects', '/any-throws', '/all-throws'])(
      'a policy that fails opens nothing, and says nothing of why: %s',
      async (path) => {
        const { status, text } = await as('ada', path);
        expect(status).toBe(500);
        expect(text).not.toContain('hunter2');
      },
    );

    it.each(['/not-throws', '/not-rejects'])(
      'not() around a policy that fails is no way in: %s',
      async (path) => {
        expect((await as('ada', path)).status).toBe(500);
      },
    );

    it('an exception of HTTP is the answer', async () => {
      expect((await as('ada', '/teapot')).status).toBe(418);
      const { status, text } = await as('ada', '/bad-request');
      expect(status).toBe(400);
      expect(text).toContain('No such article.');
    });
  });
});

describe('questions', () => {
  const MANAGES = { permission: 'org:articles:manage' } as const;
  const READS = { permission: 'org:articles:read' } as const;
  const IS_ADMIN = { role: 'org:admin' } as const;
  const IS_MEMBER = { role: 'org:member' } as const;
  const WRITES = { feature: 'org:articles' } as const;
  const IS_FREE = { plan: 'user:free' } as const;

  /** Written once and used on several handlers. */
  const SHARED = anyOf(READS, IS_ADMIN);

  @Controller('questions')
  class QuestionsController {
    @Get('permission') @Authorize(MANAGES) permission() {}
    @Get('role') @Authorize(IS_MEMBER) role() {}
    @Get('feature') @Authorize(WRITES) feature() {}
    @Get('plan') @Authorize(IS_FREE) plan() {}
    @Get('several') @Authorize(READS, IS_ADMIN) several() {}
    @Get('stacked') @Authorize(READS) @Authorize(IS_MEMBER) stacked() {}
    @Get('any') @Authorize(anyOf(IS_ADMIN, IS_FREE)) any() {}
    @Get('all') @Authorize(allOf(READS, IS_MEMBER)) all() {}
    @Get('not') @Authorize(not(IS_ADMIN)) not() {}
    @Get('nested')
    @Authorize(anyOf(allOf(READS, not(MANAGES)), not(anyOf(READS, WRITES))))
    nested() {}
    @Get('twice-not') @Authorize(not(not(IS_ADMIN))) twiceNot() {}
    @Get('fresh-admin') @Authorize({ ...IS_ADMIN, reverification: 'strict' }) freshAdmin() {}
    @Get('one-each') @Authorize(anyOf(allOf(anyOf(IS_ADMIN)))) oneEach() {}
    @Get('a-shared-one') @Authorize(SHARED, not(IS_MEMBER)) shared() {}
    @Get('another-shared-one') @Authorize(not(SHARED)) otherShared() {}
  }

  @Controller('class')
  @Authorize(READS)
  class ClassController {
    @Get('alone') alone() {}
    @Get('more') @Authorize(IS_ADMIN) more() {}
    @Get('guard') @UseGuards(ClerkAuthGuard) guard() {}
    @Get('impossible') @Authorize(not(READS)) impossible() {}
  }

  @Controller('programs')
  @AcceptsToken('any')
  class ProgramsController {
    @Get('any') @Authorize(anyOf(IS_ADMIN, ({ tokenType }) => tokenType === 'api_key')) any() {}
    @Get('role') @Authorize(anyOf(IS_ADMIN)) role() {}
  }

  /** The path, and the statuses for nobody, alan (no organization), grace (read) and ada (admin). */
  const TABLE: readonly (readonly [string, ...number[]])[] = [
    ['/questions/permission', 401, 403, 403, 200],
    ['/questions/role', 401, 403, 200, 403],
    ['/questions/feature', 401, 403, 200, 200],
    ['/questions/plan', 401, 200, 403, 403],
    ['/questions/several', 401, 403, 403, 200],
    ['/questions/stacked', 401, 403, 200, 403],
    ['/questions/any', 401, 200, 403, 200],
    ['/questions/all', 401, 403, 200, 403],
    ['/questions/not', 401, 200, 200, 403],
    ['/questions/nested', 401, 200, 200, 403],
    ['/questions/twice-not', 401, 403, 403, 200],
    ['/questions/one-each', 401, 403, 403, 200],
    ['/questions/a-shared-one', 401, 403, 403, 200],
    ['/questions/another-shared-one', 401, 200, 403, 403],
    ['/class/alone', 401, 403, 200, 200],
    ['/class/more', 401, 403, 403, 200],
    ['/class/guard', 401, 403, 200, 200],
    ['/class/impossible', 401, 403, 403, 403],
  ];

  const CALLERS = [undefined, 'alan', 'grace', 'ada'] as const;

  describe.each(PLATFORMS)('@Authorize() with what has() takes on %s', (platform) => {
    let clerk: LocalClerk;
    beforeAll(async () => {
      clerk = await LocalClerk.start();
    });
    afterAll(() => clerk.stop());
    const controllers = [QuestionsController, ClassController, ProgramsController];
    const app = policyAppForTests(platform, { controllers }, () => clerk.options);

    it.each(TABLE)('answers %s by who calls', async (path, ...expected) => {
      const answers = CALLERS.map((user) =>
        app.ask(path, user ? bearer(clerk.mintSessionToken(user)) : {}),
      );
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(expected);
    });

    it('lets a program in by what is true of it, and never by what is true of sessions', async () => {
      const key = bearer(clerk.createApiKey({ subject: 'ada' }).token);
      const machine = bearer(clerk.createM2mToken({ subject: 'worker' }).token);
      expect((await app.ask('/programs/any', key)).status).toBe(200);
      expect((await app.ask('/programs/any', machine)).status).toBe(403);
      expect((await app.ask('/programs/role', key)).status).toBe(403);
    });

    it('a user without an organization who has just verified is no admin by that', async () => {
      // A question of two parts, of which one can not be answered, is not the other part alone.
      const headers = bearer(clerk.mintSessionToken('alan', { fva: [0, 0] }));
      expect((await app.ask('/questions/fresh-admin', headers)).status).toBe(403);
    });
  });
});
