import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Next, UseGuards } from '@nestjs/common';
import { AcceptsToken, Auth, ClerkAuthGuard, CurrentUser, Public, type User } from 'clerk-nestjs';
import { backendApiForTests } from '../../client/backend-api-server.js';
import { askedOf } from '../options/recorded-clerk.js';
import { instance, userAppsForTests } from './user-apps.js';

const api = await backendApiForTests();
const { ada } = instance.users;

describe('one request that is handled twice', () => {
  const open = userAppsForTests(api);
  let first: string | null | undefined;

  @Controller('programs-first')
  class ProgramsController {
    @Get()
    @AcceptsToken('oauth_token')
    show(@CurrentUser() user: User | null, @Next() next: () => void) {
      first = user && user.id;
      next();
    }
  }

  @Controller('programs-first')
  @UseGuards(ClerkAuthGuard)
  class SessionsAfterController {
    @Get()
    @Public()
    show(@CurrentUser() user: User | null, @Auth('userId') userId: string | null) {
      return { first, user: user && user.id, userId };
    }
  }

  @Controller('sessions-first')
  class SessionsController {
    @Get()
    @Public()
    show(@CurrentUser() user: User | null, @Next() next: () => void) {
      first = user && user.id;
      next();
    }
  }

  @Controller('sessions-first')
  class ProgramsAfterController {
    @Get()
    @AcceptsToken('oauth_token')
    show(@CurrentUser() user: User | null, @Auth('userId') userId: string | null) {
      return { first, user: user && user.id, userId };
    }
  }

  const controllers = [
    ProgramsController,
    SessionsAfterController,
    SessionsController,
    ProgramsAfterController,
  ];
  const program = () => {
    const request = { subject: 'ada', tokenFormat: 'jwt' } as const;
    return { authorization: `Bearer ${instance.createOAuthAccessToken(request).token}` };
  };

  it('a program’s user is not passed on to a handler that takes sessions only', async () => {
    const app = await open('express', { controllers });
    const { body } = await app.ask('/programs-first', program());
    expect(body).toEqual({ first: ada.id, user: null, userId: null });
  });

  it('that nobody was there before does not hide the user of a later handler', async () => {
    const app = await open('express', { controllers });
    const { body } = await app.ask('/sessions-first', program());
    expect(body).toEqual({ first: null, user: ada.id, userId: ada.id });
  });

  it('one user in both handlers is fetched once', async () => {
    @Controller('both')
    class OneController {
      @Get()
      one(@CurrentUser() user: User | null, @Next() next: () => void) {
        first = user && user.id;
        next();
      }
    }
    @Controller('both')
    class OtherController {
      @Get()
      other(@CurrentUser() user: User | null) {
        return { first, user: user && user.id };
      }
    }
    const app = await open('express', { controllers: [OneController, OtherController] });
    expect((await app.ask('/both', 'ada')).body).toEqual({ first: ada.id, user: ada.id });
    expect(askedOf(api.requests)).toEqual([`GET /v1/users/${ada.id}`]);
  });
});
