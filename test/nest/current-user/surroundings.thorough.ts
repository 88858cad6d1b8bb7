import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Scope, UseGuards } from '@nestjs/common';
import { ClerkAuthGuard, ClerkModule, CurrentUser, type User } from 'clerk-nestjs';
import { ClerkTestingModule, signedInAs } from 'clerk-nestjs/testing';
import { backendApiForTests } from '../../client/backend-api-server.js';
import { PLATFORMS, startApp } from '../support/platforms.js';
import {
  answerUser,
  as,
  ask,
  connectionTo,
  instance,
  userAppsForTests,
  UsersController,
} from './user-apps.js';

const api = await backendApiForTests();
const { ada, grace } = instance.users;
const adaAnswer = { id: ada.id, name: `Name of ${ada.id}` };

@Controller({ path: 'scoped', scope: Scope.REQUEST })
@UseGuards(ClerkAuthGuard)
class ScopedController {
  static made = 0;

  constructor() {
    ScopedController.made += 1;
  }

  @Get()
  show(@CurrentUser() user: User, @CurrentUser() again: User) {
    return { id: user.id, isSame: user === again };
  }
}

describe.each(PLATFORMS)('a request-scoped controller on %s', (platform) => {
  const open = userAppsForTests(api);

  it('gets the user of its request, by the cache of all', async () => {
    ScopedController.made = 0;
    const options = { userCacheTtlInMs: 60_000 };
    const app = await open(platform, { controllers: [ScopedController], options });
    const answers = [await app.ask('/scoped', 'ada'), await app.ask('/scoped', 'grace')];
    answers.push(await app.ask('/scoped', 'ada'));
    const ids = [ada.id, grace.id, ada.id];
    expect(answers.map(({ body }) => body)).toEqual(ids.map((id) => ({ id, isSame: true })));
    expect([ScopedController.made, api.requests.length]).toEqual([3, 2]);
  });
});

describe.each(PLATFORMS)('with isGlobal: false on %s', (platform) => {
  it('modules that import what exports the module get the user', async () => {
    api.answer = answerUser;
    const clerk = ClerkModule.forRoot({ ...connectionTo(api), isGlobal: false });
    @Module({ imports: [clerk], exports: [clerk] })
    class AuthenticationModule {}
    @Module({ imports: [AuthenticationModule], controllers: [UsersController] })
    class FeatureModule {}
    const { app, origin } = await startApp(platform, { imports: [FeatureModule] });
    expect((await ask(`${origin}/mine`, as('ada'))).body).toEqual(adaAnswer);
    await app.close();
  });
});

describe.each(PLATFORMS)('in tests of applications on %s', (platform) => {
  it('ClerkTestingModule and signedInAs() bring a user', async () => {
    const { app, origin } = await startApp(platform, {
      imports: [ClerkModule.forRoot(), ClerkTestingModule],
      controllers: [UsersController],
    });
    const { Authorization: authorization } = signedInAs('ada');
    expect((await ask(`${origin}/mine`, { authorization })).body).toMatchObject({ name: 'Ada' });
    await app.close();
  });

  it('a guard that is overridden to let everybody in brings nobody', async () => {
    @Controller()
    class OverriddenController {
      @Get('overridden')
      @UseGuards(ClerkAuthGuard)
      show(@CurrentUser() user: User | null) {
        return { user };
      }
    }
    const { app, origin } = await startApp(
      platform,
      { imports: [ClerkModule.forRoot(connectionTo(api))], controllers: [OverriddenController] },
      {
        override: (builder) =>
          builder.overrideGuard(ClerkAuthGuard).useValue({ canActivate: () => true }),
      },
    );
    expect((await ask(`${origin}/overridden`, {})).body).toEqual({ user: null });
    await app.close();
  });
});
