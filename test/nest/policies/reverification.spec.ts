import { describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { AcceptsToken, allOf, anyOf, Authorize, not, RequireReverification } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { PLATFORMS } from '../support/platforms.js';
import { bearer } from '../support/callers.js';
import { LogRecorder, policyAppForTests } from './policy-app.js';

const instance = new LocalInstance();
const { publishableKey, jwtKey } = instance;

const FRESH = { reverification: 'strict' } as const;
const IS_ADMIN = { role: 'org:admin' } as const;
const yes = () => true;
const no = async () => false;

@Controller()
class SensitiveController {
  @Get('alone') @Authorize(FRESH) alone() {}
  @Get('with-role') @Authorize({ ...IS_ADMIN, ...FRESH }) withRole() {}
  @Get('beside-role') @Authorize(FRESH, IS_ADMIN) besideRole() {}
  @Get('before-yes') @Authorize(FRESH, yes) beforeYes() {}
  @Get('before-no') @Authorize(FRESH, no) beforeNo() {}
  @Get('all-of') @Authorize(allOf(FRESH, IS_ADMIN)) allOf() {}
  @Get('all-of-no') @Authorize(allOf(FRESH, no)) allOfNo() {}
  @Get('any-of') @Authorize(anyOf(FRESH, no)) anyOf() {}
  @Get('any-of-yes') @Authorize(anyOf(FRESH, yes)) anyOfYes() {}
  @Get('any-of-no') @Authorize(anyOf(FRESH, no), no) anyOfNo() {}
  @Get('any-all') @Authorize(anyOf(allOf(FRESH, no), allOf(FRESH, IS_ADMIN))) anyAll() {}
  @Get('any-all-no') @Authorize(anyOf(allOf(FRESH, no), no)) anyAllNo() {}
  @Get('not') @Authorize(not(FRESH)) not() {}
  @Get('not-not') @Authorize(not(not(FRESH))) notNot() {}
  @Get('two') @Authorize({ reverification: 'lax' }, FRESH) two() {}
  @Get('three') @Authorize(anyOf({ ...IS_ADMIN, reverification: 'lax' }, FRESH)) three() {}
}

@Controller('class')
@Authorize(FRESH)
class ClassController {
  @Get('yes') @Authorize(yes) yes() {}
  @Get('no') @Authorize(no) no() {}
  @Get('custom') @RequireReverification({ level: 'first_factor', afterMinutes: 1 }) custom() {}
}

@Controller('programs')
@AcceptsToken('any')
class ProgramsController {
  @Get() @Authorize(anyOf(FRESH, no)) show() {}
}

const STALE = { fva: [5000, 5000] };

/** What stale ada and stale grace get: a pass, a plain no, or the demand to verify. */
const TABLE: readonly (readonly [string, string, string])[] = [
  ['/alone', 'verify strict', 'verify strict'],
  ['/with-role', 'verify strict', 'no'],
  ['/beside-role', 'verify strict', 'no'],
  ['/before-yes', 'verify strict', 'verify strict'],
  ['/before-no', 'no', 'no'],
  ['/all-of', 'verify strict', 'no'],
  ['/all-of-no', 'no', 'no'],
  ['/any-of', 'verify strict', 'verify strict'],
  ['/any-of-yes', 'yes', 'yes'],
  ['/any-of-no', 'no', 'no'],
  ['/any-all', 'verify strict', 'no'],
  ['/any-all-no', 'no', 'no'],
  ['/not', 'yes', 'yes'],
  ['/not-not', 'no', 'no'],
  ['/two', 'verify lax', 'verify lax'],
  ['/three', 'verify lax', 'verify strict'],
  ['/class/yes', 'verify strict', 'verify strict'],
  ['/class/no', 'no', 'no'],
];

describe.each(PLATFORMS)('reverification among other demands on %s', (platform) => {
  const controllers = [SensitiveController, ClassController, ProgramsController];
  const app = policyAppForTests(platform, { controllers }, () => ({ publishableKey, jwtKey }));
  const as = async (user: string, path: string, claims: Readonly<Record<string, unknown>>) => {
    const answer = await app.ask(path, bearer(instance.mintSessionToken(user, claims)));
    return answer.status === 200 ? 'yes' : meaningOf(answer.status, answer.text);
  };

  it.each(TABLE)('is asked for at %s only where it would help', async (path, ada, grace) => {
    expect([await as('ada', path, STALE), await as('grace', path, STALE)]).toEqual([ada, grace]);
  });

  it.each([
    ['/alone', 'yes'],
    ['/with-role', 'yes'],
    ['/all-of', 'yes'],
    ['/before-no', 'no'],
    ['/not', 'no'],
    ['/not-not', 'yes'],
    ['/two', 'yes'],
  ])('counts at %s once it has happened', async (path, expected) => {
    expect(await as('ada', path, { fva: [0, -1] })).toBe(expected);
  });

  it('asks for the level and the minutes that the handler names', async () => {
    const { text } = await app.ask(
      '/class/custom',
      bearer(instance.mintSessionToken('ada', { fva: [2, -1] })),
    );
    expect(JSON.parse(text)).toMatchObject({
      clerk_error: {
        reason: 'reverification-error',
        metadata: { reverification: { level: 'first_factor', afterMinutes: 1 } },
      },
    });
  });

  it('names the demand in the log', async () => {
    const headers = bearer(instance.mintSessionToken('ada', STALE));
    const lines = await LogRecorder.during(() => app.ask('/with-role', headers));
    expect(lines.join('\n')).toContain('who lacks: role org:admin and reverification strict');
  });
});

function meaningOf(status: number, text: string): string {
  const body: unknown = JSON.parse(text);
  const asked = /"reverification":"(\w+)"/.exec(text)?.[1];
  if (asked && status === 403) {
    expect(body).toEqual({
      clerk_error: {
        type: 'forbidden',
        reason: 'reverification-error',
        metadata: { reverification: asked },
      },
    });
    return `verify ${asked}`;
  }
  expect(body).toMatchObject({ statusCode: 403, message: 'You are not allowed to do this.' });
  return 'no';
}
