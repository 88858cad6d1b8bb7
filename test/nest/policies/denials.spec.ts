import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, UseGuards } from '@nestjs/common';
import {
  AcceptsToken,
  allOf,
  anyOf,
  Authorize,
  ClerkAuthGuard,
  ForbidImpersonation,
  not,
  RequireFeature,
  RequireOrganization,
  RequirePermission,
  RequirePlan,
  RequireRole,
  RequireScopes,
} from 'clerk-nestjs';
import type { ClerkPolicy } from 'clerk-nestjs';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { PLATFORMS } from '../support/platforms.js';
import { bearer } from '../support/callers.js';
import { LogRecorder, policyAppForTests } from './policy-app.js';
import type { PolicyAnswer } from './policy-app.js';

describe('denials', () => {
  @Injectable()
  class OwnsLedger implements ClerkPolicy {
    authorize(): boolean {
      return false;
    }
  }

  function isTuesday(): boolean {
    return false;
  }

  @Controller('vault')
  class VaultController {
    @Get('permission') @RequirePermission('org:vault:open') permission() {}
    @Get('role') @RequireRole('org:keeper') role() {}
    @Get('feature') @RequireFeature('org:vault') feature() {}
    @Get('plan') @RequirePlan('org:gold') plan() {}
    @Get('scope') @AcceptsToken('any') @RequireScopes('vault:open') scope() {}
    @Get('of/:vault') @RequireOrganization({ param: 'vault' }) organization() {}
    @Get('any-organization') @RequireOrganization() anyOrganization() {}
    @Get('acting') @ForbidImpersonation() acting() {}
    @Get('question') @Authorize({ role: 'org:keeper' }) question() {}
    @Get('function') @Authorize(isTuesday) named() {}
    @Get('inline') @Authorize(() => false) inline() {}
    @Get('injected') @Authorize(OwnsLedger) injected() {}
    @Get('any') @Authorize(anyOf({ role: 'org:keeper' }, isTuesday)) any() {}
    @Get('all') @Authorize(allOf({ role: 'org:admin' }, { plan: 'org:gold' })) all() {}
    @Get('not') @Authorize(not({ role: 'org:admin' })) not() {}
    @Get('deep')
    @Authorize(anyOf(allOf({ plan: 'org:gold' }, not(isTuesday)), OwnsLedger))
    deep() {}
  }

  const ACTING = { act: { sub: 'user_support' } };

  /** The path, what the log says is lacking, and claims of the token. */
  const TABLE: readonly (readonly [string, string, Readonly<Record<string, unknown>>?])[] = [
    ['permission', 'permission org:vault:open'],
    ['role', 'role org:keeper'],
    ['feature', 'feature org:vault'],
    ['plan', 'plan org:gold'],
    ['scope', 'scope vault:open'],
    ['of/umbrella', 'the organization of :vault'],
    ['any-organization', 'an active organization', { o: undefined }],
    ['acting', 'no impersonation', ACTING],
    ['question', 'role org:keeper'],
    ['function', 'policy isTuesday'],
    ['inline', 'policy written inline'],
    ['injected', 'policy OwnsLedger'],
    ['any', 'any of (role org:keeper, policy isTuesday)'],
    ['all', 'plan org:gold'],
    ['not', 'not (role org:admin)'],
    ['deep', 'any of (all of (plan org:gold, not (policy isTuesday)), policy OwnsLedger)'],
  ];

  describe.each(PLATFORMS)('a denial on %s', (platform) => {
    let clerk: LocalClerk;
    beforeAll(async () => {
      clerk = await LocalClerk.start();
    });
    afterAll(() => clerk.stop());
    const metadata = { controllers: [VaultController], providers: [OwnsLedger] };
    const app = policyAppForTests(platform, metadata, () => clerk.options);

    // Each row whole: in the place of a missing last member jest would pass a callback and wait for it.
    const rows = TABLE.map(([path, lacks, claims = {}]) => [path, lacks, claims] as const);

    it.each(rows)(
      'of /vault/%s says in the log: %s, and not in the answer',
      async (path, lacks, claims) => {
        const headers = bearer(clerk.mintSessionToken('ada', claims));
        const answers: PolicyAnswer[] = [];
        const lines = await LogRecorder.during(async () => {
          answers.push(await app.ask(`/vault/${path}`, headers));
        });
        const [answer] = answers;
        expect(answer?.status).toBe(403);
        // The same for all of them: what differs would tell an attacker what to go for.
        expect(JSON.parse(answer?.text ?? '')).toEqual({
          statusCode: 403,
          error: 'Forbidden',
          message: 'You are not allowed to do this.',
        });
        expect(JSON.stringify([...(answer?.headers ?? [])])).not.toMatch(
          /org:|vault:|polic|organiz/i,
        );
        const denials = lines.filter((line) => line.includes('refused'));
        expect(denials).toHaveLength(1);
        expect(denials[0]).toMatch(/^debug VaultController\.\w+ refused user_/);
        expect(denials[0]).toContain(
          `refused ${clerk.users.ada.id}, who lacks: ${lacks} ClerkAuth`,
        );
      },
    );

    it('of a program names the program', async () => {
      const { token } = clerk.createM2mToken({ subject: 'worker' });
      const lines = await LogRecorder.during(() => app.ask('/vault/scope', bearer(token)));
      expect(lines.join('\n')).toContain(
        `VaultController.scope refused ${clerk.machines.worker.id}, who lacks: scope vault:open`,
      );
    });

    it('is never logged of nobody, who is asked to sign in', async () => {
      const lines = await LogRecorder.during(() => app.ask('/vault/role'));
      expect(lines.filter((line) => line.includes('refused'))).toEqual([]);
    });

    it('holds no token in the log', async () => {
      const token = clerk.mintSessionToken('ada');
      const lines = await LogRecorder.during(() => app.ask('/vault/deep', bearer(token)));
      expect(lines.join('\n')).not.toContain(token.split('.')[2]);
    });
  });
});

describe('what is asked once', () => {
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
    @Get('class')
    @Authorize(anyOf(ofTheHandler))
    @RequirePermission('org:articles:manage')
    below() {}
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
});
