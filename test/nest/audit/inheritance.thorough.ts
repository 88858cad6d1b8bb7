import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Post, UseGuards } from '@nestjs/common';
import { ClerkAuthGuard, Public, RequirePermission, RequireRole } from 'clerk-nestjs';
import { PLATFORMS } from '../support/platforms.js';
import { auditOf } from './audited.js';

/** Registered nowhere. */
@Controller('base')
@UseGuards(ClerkAuthGuard)
abstract class Base {
  @Get() list() {}
  @Get('one') @RequirePermission('org:articles:read') show() {}
  @Post() @RequirePermission('org:articles:manage') create() {}
  @Get('dropped') dropped() {}
  abstract refresh(): void;
}

@Controller('derived')
class Derived extends Base {
  @Get('other-one') @RequireRole('org:admin') override show() {}
  @Post('all') @Public() override create() {}
  override dropped() {}
  @Post('refresh') override refresh() {}
}

@Controller('further')
class Further extends Derived {
  @Get('more') more() {}
}

describe.each(PLATFORMS)('inherited handlers on %s', (platform) => {
  const linesOf = async (...controllers: (typeof Derived)[]) =>
    (await auditOf({ controllers }, { platform })).map(
      ({ access, route, handler, demands }) =>
        `${access} ${route} ${handler} [${demands.join(', ')}]`,
    );

  it('are listed once, as they are in effect, and not as what they override', async () => {
    expect((await linesOf(Derived)).toSorted()).toEqual([
      'protected GET /derived Derived.list []',
      'protected GET /derived/other-one Derived.show [role org:admin]',
      'protected POST /derived/refresh Derived.refresh []',
      'public POST /derived/all Derived.create []',
    ]);
  });

  it('are listed from however far, of each class that is registered', async () => {
    const own = (await linesOf(Derived)).map((line) =>
      line.replace('/derived', '/further').replace('Derived', 'Further'),
    );
    expect((await linesOf(Further)).toSorted()).toEqual(
      [...own, 'protected GET /further/more Further.more []'].toSorted(),
    );
    expect(await linesOf(Derived, Further)).toHaveLength(own.length * 2 + 1);
  });
});
