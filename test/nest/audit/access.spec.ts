import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, UseGuards } from '@nestjs/common';
import {
  type AcceptedTokens,
  AcceptsToken,
  Authorize,
  anyOf,
  ClerkAuthGuard,
  ForbidImpersonation,
  not,
  Public,
  RequireOrganization,
  RequirePermission,
  RequireScopes,
} from 'clerk-nestjs';
import { accessOf, auditOf } from './audited.js';

@Injectable()
class StricterGuard extends ClerkAuthGuard {}

@Injectable()
class OtherGuard {
  canActivate() {
    return true;
  }
}

describe('the access of a handler', () => {
  it('is protected by the guard on it, open without, public where it says so', async () => {
    @Controller()
    class Handlers {
      @Get('guarded') @UseGuards(ClerkAuthGuard) guarded() {}
      @Get('stricter') @UseGuards(OtherGuard, StricterGuard) stricter() {}
      @Get('required') @RequirePermission('org:articles:read') required() {}
      @Get('kinds') @AcceptsToken('session_token') kinds() {}
      @Get('public') @Public() everybody() {}
      @Get('other') @UseGuards(OtherGuard) other() {}
      @Get('open') open() {}
    }
    expect(await accessOf({ controllers: [Handlers] })).toEqual([
      'protected GET /guarded',
      'protected GET /stricter',
      'protected GET /required',
      'protected GET /kinds',
      'public GET /public',
      'open GET /other',
      'open GET /open',
    ]);
  });

  it('is that of its class, unless it says otherwise', async () => {
    @Controller('guarded')
    @UseGuards(ClerkAuthGuard)
    class Guarded {
      @Get() plain() {}
      @Get('public') @Public() everybody() {}
    }
    @Controller('public')
    @Public()
    class Everybody {
      @Get() plain() {}
      @Get('guarded') @UseGuards(StricterGuard) guarded() {}
      @Get('required') @RequirePermission('org:articles:read') required() {}
    }
    expect(await accessOf({ controllers: [Guarded, Everybody] })).toEqual([
      'protected GET /guarded',
      'public GET /guarded/public',
      'public GET /public',
      'protected GET /public/guarded',
      'protected GET /public/required',
    ]);
  });

  it('is that of the class extended, unless the nearer one says otherwise', async () => {
    @UseGuards(StricterGuard)
    class Guarded {
      @Get() plain() {}
    }
    @Controller('inherits')
    class Inherits extends Guarded {}
    @Controller('opens')
    @Public()
    class Opens extends Guarded {}
    expect(await accessOf({ controllers: [Inherits, Opens] })).toEqual([
      'protected GET /inherits',
      'public GET /opens',
    ]);
  });
});

describe('what a handler takes and demands', () => {
  @Controller(':org')
  @AcceptsToken('session_token', 'api_key')
  @RequireOrganization({ param: 'org' })
  class Demanding {
    @Get() @ForbidImpersonation() show() {}
    @Get('scoped') @AcceptsToken('m2m_token') @RequireScopes('read', 'write') scoped() {}
    @Get('either')
    @Authorize(anyOf({ role: 'org:admin' }, () => true), not({ plan: 'user:free' }))
    either() {}
    @Get('public') @Public() everybody() {}
  }

  it('is listed nearest first, and nothing is demanded of the public', async () => {
    const keys = { secretKey: `sk_test_${'a'.repeat(42)}` };
    const entries = await auditOf({ controllers: [Demanding] }, { extras: keys });
    expect(entries.map(({ acceptsToken, demands }) => ({ acceptsToken, demands }))).toEqual([
      {
        acceptsToken: ['session_token', 'api_key'],
        demands: ['no impersonation', 'the organization of :org'],
      },
      {
        acceptsToken: 'm2m_token',
        demands: ['scope read', 'scope write', 'the organization of :org'],
      },
      {
        acceptsToken: ['session_token', 'api_key'],
        demands: [
          'any of (role org:admin, policy written inline)',
          'not (plan user:free)',
          'the organization of :org',
        ],
      },
      { acceptsToken: ['session_token', 'api_key'], demands: [] },
    ]);
  });

  it('is what the application takes where nothing is said', async () => {
    @Controller()
    class Plain {
      @Get() show() {}
    }
    const acceptsToken: AcceptedTokens = ['session_token', 'm2m_token'];
    const [entry] = await auditOf({ controllers: [Plain] }, { extras: { acceptsToken } });
    expect(entry).toMatchObject({ access: 'open', acceptsToken });
  });
});
