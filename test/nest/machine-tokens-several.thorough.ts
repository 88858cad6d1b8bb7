import { describe, expect, it } from '@jest/globals';
import {
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  Injectable,
  Req,
  UseGuards,
} from '@nestjs/common';
import {
  AcceptsToken,
  Auth,
  type AuthObject,
  ClerkAuthenticator,
  ClerkAuthGuard,
  getAuth,
  type MachineAuthObject,
  type SessionAuthObject,
  type WithAuth,
} from 'clerk-nestjs';
import { recordedClerkForTests } from './options/recorded-clerk.js';
import { bearer, browserOf } from './support/callers.js';
import { PLATFORMS } from './support/platforms.js';
import { tokenAppForTests } from './support/token-apps.js';

/** Asks about something else than the guard after it. */
@Injectable()
class CuriousGuard implements CanActivate {
  constructor(private readonly authenticator: ClerkAuthenticator) {}

  async canActivate(context: ExecutionContext) {
    await this.authenticator.authenticate(context.switchToHttp().getRequest(), 'api_key');
    return true;
  }
}

@Controller('curious')
class Curious {
  constructor(private readonly authenticator: ClerkAuthenticator) {}

  @Get('guard')
  @UseGuards(CuriousGuard, ClerkAuthGuard)
  guard(@Auth() { tokenType }: AuthObject, @Auth('userId') userId: unknown) {
    return { tokenType, userId };
  }

  @Get('handler')
  @UseGuards(ClerkAuthGuard)
  async handler(@Req() request: WithAuth<object>) {
    const before = request.auth.tokenType;
    await this.authenticator.requestState(request, 'api_key');
    return [before, request.auth.tokenType, request.auth().tokenType];
  }
}

@Controller('several')
@AcceptsToken('session_token', 'api_key')
class Several {
  constructor(private readonly authenticator: ClerkAuthenticator) {}

  @Get('narrowed')
  narrowed(
    @Auth() auth: AuthObject,
    @Auth({ acceptsToken: 'api_key' }) key: MachineAuthObject<'api_key'>,
    @Auth({ acceptsToken: 'session_token' }) session: SessionAuthObject,
    @Req() request: object,
  ) {
    const list = getAuth(request, { acceptsToken: ['api_key', 'session_token'] });
    return {
      auth: auth.tokenType,
      key: [key.tokenType, key.isAuthenticated, key.subject],
      session: [session.tokenType, session.isAuthenticated, session.userId],
      getAuth: getAuth(request, { acceptsToken: 'api_key' }).subject,
      list: list.tokenType,
    };
  }

  @Get('engine')
  async engine(@Req() request: object) {
    const found = await this.authenticator.authenticate(request, 'api_key');
    const state = await this.authenticator.requestState(request, 'api_key');
    const { status, tokenType, isAuthenticated, reason } = state;
    const auth = state.toAuth();
    return {
      outcome: found.outcome.status,
      isSame: found === (await this.authenticator.authenticate(request, 'api_key')),
      state: { status, tokenType, isAuthenticated, reason },
      isWholeToken: state.token?.startsWith('ak_') === true,
      subject: auth && 'subject' in auth ? auth.subject : null,
      own: (await this.authenticator.requestState(request)).tokenType,
    };
  }
}

describe.each(PLATFORMS)('a handler on %s', (platform) => {
  const recorded = recordedClerkForTests();
  const app = tokenAppForTests(platform, recorded, [Several, Curious]);
  const ada = () => recorded.clerk.users.ada.id;

  it('that takes several kinds can ask for each by itself: an API key', async () => {
    const { token } = recorded.clerk.createApiKey({ subject: 'ada' });
    expect((await app.ask('/several/narrowed', bearer(token))).body).toEqual({
      auth: 'api_key',
      key: ['api_key', true, ada()],
      session: ['session_token', false, null],
      getAuth: ada(),
      list: 'api_key',
    });
  });

  it.each(['cookies', 'session'] as const)(
    'that takes several kinds can ask for each by itself: %s',
    async (caller) => {
      expect((await app.as(caller, '/several/narrowed')).body).toEqual({
        auth: 'session_token',
        key: ['api_key', false, null],
        session: ['session_token', true, ada()],
        getAuth: null,
        list: 'session_token',
      });
    },
  );

  it('has it from the engine too, with the public state', async () => {
    const { token } = recorded.clerk.createApiKey({ subject: 'ada' });
    expect((await app.ask('/several/engine', bearer(token))).body).toEqual({
      outcome: 'signed-in',
      isSame: true,
      state: { status: 'signed-in', tokenType: 'api_key', isAuthenticated: true, reason: null },
      isWholeToken: true,
      subject: ada(),
      own: 'session_token',
    });
    expect((await app.ask('/several/engine', browserOf(recorded.clerk))).body).toMatchObject({
      outcome: 'signed-out',
      state: { status: 'signed-out', tokenType: 'api_key', reason: 'No token in header' },
      subject: null,
      own: 'session_token',
    });
  });
  it('is shown what the guard judged, whatever another guard has asked about before', async () => {
    const { body } = await app.as('cookies', '/curious/guard');
    expect(body).toEqual({ tokenType: 'session_token', userId: ada() });
  });

  it('changes nothing of req.auth by asking about something else', async () => {
    const { body } = await app.as('cookies', '/curious/handler');
    expect(body).toEqual(['session_token', 'session_token', 'session_token']);
  });
});
