import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { AcceptsToken, allOf, anyOf, Authorize, ClerkAuthGuard, not } from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import { PLATFORMS } from '../support/platforms.js';
import { bearer } from '../support/callers.js';
import { policyAppForTests } from './policy-app.js';

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
