import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  Injectable,
  UseGuards,
} from '@nestjs/common';
import {
  AcceptsToken,
  Auth,
  type AuthObject,
  ClerkAuthenticator,
  ClerkModule,
  type WithActions,
} from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import { PLATFORMS, type RunningApp, startApp } from '../support/platforms.js';
import { answerOf, letOn } from './answers.js';
import { type Bearer, BEARERS } from './bearers.js';
import { ask, PAGE } from './requests.js';
import { TokenFormsController } from './token-forms.js';

@Controller('guarded')
class GuardedController {
  @Get('api-key')
  @AcceptsToken('api_key')
  apiKey(@Auth() auth: WithActions<AuthObject>) {
    return { who: auth.protect({ token: 'api_key' }).subject };
  }

  @Get('sessions-demanded')
  @AcceptsToken('api_key')
  sessions(@Auth() auth: WithActions<AuthObject>) {
    return { who: auth.protect().userId };
  }

  @Get('oauth-demanded')
  @AcceptsToken('api_key')
  oauth(@Auth() auth: WithActions<AuthObject>) {
    return { who: auth.protect({ token: 'oauth_token' }).subject };
  }
}

/** A guard of the application's own that asks for a kind, and changes nothing of what handlers see. */
@Injectable()
class KeyGuard implements CanActivate {
  constructor(private readonly authenticator: ClerkAuthenticator) {}

  async canActivate(context: ExecutionContext) {
    await this.authenticator.authenticate(context.switchToHttp().getRequest(), 'api_key');
    return true;
  }
}

@Controller('asked')
@UseGuards(KeyGuard)
class AskedController {
  @Get('key')
  key(@Auth() auth: WithActions<AuthObject>) {
    return { who: auth.protect({ token: 'api_key' }).subject };
  }

  @Get('key-of-an-admin')
  admin(@Auth() auth: WithActions<AuthObject>) {
    return auth.protect({ role: 'org:admin' }, { token: 'api_key' });
  }
}

describe.each(PLATFORMS)('auth.protect({ token }) where the guard verifies on %s', (platform) => {
  let clerk: LocalClerk;
  let running: RunningApp;

  beforeAll(async () => {
    clerk = await LocalClerk.start();
    running = await startApp(platform, {
      imports: [ClerkModule.forRoot(clerk.options)],
      controllers: [GuardedController, AskedController, TokenFormsController],
    });
  });

  afterAll(async () => {
    await running.app.close();
    await clerk.stop();
  });

  const answered = async (path: string, bearer: Bearer, asking = {}) =>
    answerOf(await ask(running.origin + path, asking, BEARERS[bearer](clerk)));

  it('takes what the guard has verified, and nothing else', async () => {
    expect(await answered('/guarded/api-key', 'api key')).toEqual(
      letOn({ who: clerk.users.ada.id }),
    );
    for (const bearer of ['session', 'oauth', 'revoked api key', 'nobody'] as const) {
      expect((await answered('/guarded/api-key', bearer)).status).toBe(401);
    }
  });

  it('takes what a guard of the application has asked for', async () => {
    expect(await answered('/asked/key', 'api key')).toEqual(letOn({ who: clerk.users.ada.id }));
    expect((await answered('/asked/key', 'revoked api key')).status).toBe(401);
    const { status, body } = await answered('/asked/key-of-an-admin', 'api key');
    // Nothing is wrong with the key, whatever the request is to those who take sessions.
    const message = 'Authentication is required.';
    expect([status, body]).toEqual([401, { statusCode: 401, error: 'Unauthorized', message }]);
  });

  it('takes the key for no session', async () => {
    expect((await answered('/guarded/sessions-demanded', 'api key')).status).toBe(404);
  });

  it.each([
    ['/guarded/oauth-demanded', 'api key'],
    ['/alone/api-key', 'api key'],
    ['/alone/any', 'm2m'],
    ['/alone/any', 'session'],
    ['/alone/both', 'session'],
    ['/alone/machines', 'nobody'],
    ['/urls/oauth', 'oauth'],
  ] as const)(
    'lets nobody on at %s with this (%s): nobody has verified such a kind',
    async (path, bearer) => {
      const body = { statusCode: 500, message: 'Internal server error' };
      expect(await answered(path, bearer)).toMatchObject({ status: 500, location: null, body });
      expect((await answered(path, bearer, PAGE)).status).toBe(bearer === 'nobody' ? 307 : 500);
    },
  );
});
