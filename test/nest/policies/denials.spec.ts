import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable } from '@nestjs/common';
import {
  AcceptsToken,
  allOf,
  anyOf,
  Authorize,
  type ClerkPolicy,
  ForbidImpersonation,
  not,
  RequireFeature,
  RequireOrganization,
  RequirePermission,
  RequirePlan,
  RequireRole,
  RequireScopes,
} from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import { PLATFORMS } from '../support/platforms.js';
import { bearer } from '../support/callers.js';
import { LogRecorder, type PolicyAnswer, policyAppForTests } from './policy-app.js';

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
  @Get('deep') @Authorize(anyOf(allOf({ plan: 'org:gold' }, not(isTuesday)), OwnsLedger)) deep() {}
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
      expect(denials[0]).toContain(`refused ${clerk.users.ada.id}, who lacks: ${lacks} ClerkAuth`);
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
