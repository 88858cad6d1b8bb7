import { describe, expect, it } from '@jest/globals';
import { Controller, Get, UseGuards } from '@nestjs/common';
import { AcceptsToken, ClerkAuthGuard, CurrentUser, Public, type User } from 'clerk-nestjs';
import { recordedClerkForTests } from '../options/recorded-clerk.js';
import { bearer, CALLERS, type Caller } from '../support/callers.js';
import { PLATFORMS } from '../support/platforms.js';
import { tokenAppForTests } from '../support/token-apps.js';

@Controller()
class CallersController {
  @Get('open')
  @Public()
  open(@CurrentUser() user: User | null) {
    return { name: user && user.firstName };
  }

  @Get('unguarded')
  unguarded(@CurrentUser() user: User | null) {
    return { name: user && user.firstName };
  }

  @Get('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded(@CurrentUser() user: User) {
    return { name: user.firstName, email: user.primaryEmailAddress?.emailAddress };
  }

  @Get('keys')
  @AcceptsToken('api_key')
  keys(@CurrentUser() user: User | null) {
    return { name: user && user.firstName };
  }
}

const PENDING = { sts: 'pending' };

describe.each(PLATFORMS)('who is injected as the user on %s', (platform) => {
  const recorded = recordedClerkForTests();
  const app = tokenAppForTests(platform, recorded, [CallersController]);
  const anyToken = tokenAppForTests(platform, recorded, [CallersController], {
    acceptsToken: 'any',
  });
  const users = (calls: readonly string[]) => calls.filter((call) => call.includes('/users/'));
  const askedForAda = () => [`GET /v1/users/${recorded.clerk.users.ada.id}`];

  it.each<[Caller, string | null]>([
    ['nobody', null],
    ['cookies', 'Ada'],
    ['session', 'Ada'],
    ['api key', 'Ada'],
    ['m2m', null],
    ['m2m JWT', null],
    ['oauth', 'Ada'],
    ['oauth JWT', 'Ada'],
  ])('where any token is taken, %s: %p', async (caller, name) => {
    const answer = await anyToken.as(caller, '/open');
    expect([answer.status, answer.body]).toEqual([200, { name }]);
    expect(users(answer.calls)).toEqual(name === null ? [] : askedForAda());
  });

  it.each(CALLERS)('without a guard only a session has a user, not %s', async (caller) => {
    const name = caller === 'session' || caller === 'cookies' ? 'Ada' : null;
    for (const path of ['/open', '/unguarded']) {
      const answer = await app.as(caller, path);
      expect([answer.status, answer.body]).toEqual([200, { name }]);
      expect(answer.calls).toEqual(name === null ? [] : askedForAda());
    }
  });

  it('behind the guard it is the user as the Backend API describes them', async () => {
    const answer = await app.as('session', '/guarded');
    expect(answer.body).toEqual({ name: 'Ada', email: 'ada@example.com' });
  });

  it('the user of an API key is asked for after the key was verified', async () => {
    const answer = await app.as('api key', '/keys');
    expect(answer.body).toEqual({ name: 'Ada' });
    expect(answer.calls).toEqual(['POST /api_keys/verify', ...askedForAda()]);
  });

  it('the API key of an organization has no user, and nobody is asked for one', async () => {
    const { token } = recorded.clerk.createApiKey({ subject: 'acme' });
    const answer = await app.ask('/keys', bearer(token));
    expect([answer.status, answer.body]).toEqual([200, { name: null }]);
    expect(users(answer.calls)).toEqual([]);
  });

  it('whoever the guard refuses costs no user', async () => {
    const answers = [
      await app.as('nobody', '/guarded'),
      await app.as('api key', '/guarded'),
      await app.ask('/guarded', bearer('nonsense')),
      await app.ask('/guarded', bearer(recorded.clerk.mintSessionToken('ada', PENDING))),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(answers.flatMap(({ calls }) => calls)).toEqual([]);
  });

  it('a pending session has no user, as it has no one signed in', async () => {
    const token = recorded.clerk.mintSessionToken('ada', PENDING);
    for (const called of [app, anyToken]) {
      const answer = await called.ask('/open', bearer(token));
      expect([answer.status, answer.body, answer.calls]).toEqual([200, { name: null }, []]);
    }
  });

  it('an impersonated user is the user, not the one behind it', async () => {
    const { grace } = recorded.clerk.users;
    const token = recorded.clerk.mintSessionToken('ada', { act: { sub: grace.id } });
    expect((await app.ask('/guarded', bearer(token))).body).toMatchObject({ name: 'Ada' });
  });

  it('an attacker’s unsigned or expired token brings no user', async () => {
    const [header, claims] = recorded.clerk.mintSessionToken('ada').split('.');
    const forged = [
      `${header}.${claims}.c2lnbmF0dXJl`,
      recorded.clerk.instance.mint({ user: 'ada', expiresInSeconds: -60 }),
    ];
    for (const token of forged) {
      const answer = await app.ask('/open', bearer(token));
      expect([answer.status, answer.body, answer.calls]).toEqual([200, { name: null }, []]);
    }
  });
});
