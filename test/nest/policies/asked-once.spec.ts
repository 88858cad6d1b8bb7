import { afterEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, UseGuards } from '@nestjs/common';
import {
  allOf,
  anyOf,
  Authorize,
  ClerkAuthGuard,
  type ClerkPolicy,
  ForbidImpersonation,
  not,
  RequireOrganization,
  RequirePermission,
} from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { PLATFORMS } from '../support/platforms.js';
import { bearer } from '../support/callers.js';
import { LogRecorder, policyAppForTests } from './policy-app.js';

const instance = new LocalInstance();
const { publishableKey, jwtKey } = instance;

/** Which policies were asked, in order. */
const asked: string[] = [];

function ofTheClass(): boolean {
  asked.push('class');
  return true;
}

async function ofTheHandler(): Promise<boolean> {
  asked.push('handler');
  return true;
}

function saysNo(): boolean {
  asked.push('no');
  return false;
}

@Injectable()
class Injected implements ClerkPolicy {
  authorize(): boolean {
    asked.push('injected');
    return true;
  }
}

/** The guard runs for the application, for the class and for the handler. */
@Controller('thrice')
@Authorize(ofTheClass)
@UseGuards(ClerkAuthGuard)
class GuardedThriceController {
  @Get('yes') @Authorize(ofTheHandler, Injected) @UseGuards(ClerkAuthGuard) yes() {}
  @Get('no') @Authorize(saysNo) no() {}
}

/** Policies stand first in each, and are asked last. */
@Controller('costs')
class CostsController {
  @Get('list') @Authorize(ofTheHandler, { role: 'org:admin' }) list() {}
  @Get('all') @Authorize(allOf(Injected, { role: 'org:admin' })) all() {}
  @Get('any') @Authorize(anyOf(Injected, { role: 'org:member' })) any() {}
  @Get('nested') @Authorize(not(anyOf(Injected)), allOf({ role: 'org:admin' })) nested() {}
  @Get('class') @Authorize(anyOf(ofTheHandler)) @RequirePermission('org:articles:manage') below() {}
  @Get('acting') @ForbidImpersonation() @Authorize(ofTheHandler) acting() {}
  @Get('of/:org') @RequireOrganization({ param: 'org' }) @Authorize(ofTheHandler) of() {}
  @Get('first-no') @Authorize(saysNo, ofTheHandler) firstNo() {}
  @Get('first-yes') @Authorize(anyOf(ofTheHandler, saysNo)) firstYes() {}
}

describe.each(PLATFORMS)('a policy on %s', (platform) => {
  const metadata = {
    controllers: [GuardedThriceController, CostsController],
    providers: [Injected],
  };
  const options = () => ({ publishableKey, jwtKey, globalGuard: true });
  const app = policyAppForTests(platform, metadata, options);
  const asGrace = (path: string, claims = {}) =>
    app.ask(path, bearer(instance.mintSessionToken('grace', claims)));

  afterEach(() => {
    asked.length = 0;
  });

  it('is asked once for a call, although the guard runs three times', async () => {
    expect((await asGrace('/thrice/yes')).status).toBe(200);
    expect(asked.toSorted()).toEqual(['class', 'handler', 'injected']);
  });

  it('is asked again for the next call, of whoever it is', async () => {
    await asGrace('/thrice/yes');
    await asGrace('/thrice/yes');
    expect(asked).toHaveLength(6);
  });

  it('is asked once where it says no, and the log names one denial', async () => {
    const lines = await LogRecorder.during(() => asGrace('/thrice/no'));
    expect(asked.filter((name) => name === 'no')).toHaveLength(1);
    expect(lines.filter((line) => line.includes('refused'))).toHaveLength(1);
  });

  it.each(['/costs/list', '/costs/all', '/costs/nested', '/costs/class', '/costs/of/acme-other'])(
    'is not asked where the token alone says no: %s',
    async (path) => {
      expect((await asGrace(path)).status).toBe(403);
      expect(asked).toEqual([]);
    },
  );

  it('is not asked where the token alone says yes', async () => {
    expect((await asGrace('/costs/any')).status).toBe(200);
    expect(asked).toEqual([]);
  });

  it('is not asked about somebody who acts for another, where that is forbidden', async () => {
    expect((await asGrace('/costs/acting', { act: { sub: 'user_support' } })).status).toBe(403);
    expect(asked).toEqual([]);
  });

  it('is not asked once another has decided', async () => {
    expect((await asGrace('/costs/first-no')).status).toBe(403);
    expect((await asGrace('/costs/first-yes')).status).toBe(200);
    expect(asked).toEqual(['no', 'handler']);
  });
});
