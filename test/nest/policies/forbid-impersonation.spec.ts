import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import {
  AcceptsToken,
  ClerkAuthGuard,
  ForbidImpersonation,
  RequireReverification,
} from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import { PLATFORMS } from '../support/platforms.js';
import { bearer, type Caller, CALLERS, headersOf, PAGE } from '../support/callers.js';
import { policyAppForTests } from './policy-app.js';

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
