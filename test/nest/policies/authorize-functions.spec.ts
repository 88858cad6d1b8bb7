import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  BadRequestException,
  Controller,
  type ExecutionContext,
  Get,
  HttpException,
} from '@nestjs/common';
import {
  allOf,
  anyOf,
  type AuthenticatedObject,
  Authorize,
  not,
  type PolicyFunction,
} from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { PLATFORMS } from '../support/platforms.js';
import { bearer } from '../support/callers.js';
import { policyAppForTests } from './policy-app.js';

const instance = new LocalInstance();
const { publishableKey, jwtKey } = instance;

/** A policy as untyped code could write it. */
function answering(value: unknown): PolicyFunction {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what untyped code would answer
  return (() => value) as PolicyFunction;
}

const seen: { auth: AuthenticatedObject; context: ExecutionContext }[] = [];

function note(auth: AuthenticatedObject, context: ExecutionContext): boolean {
  seen.push({ auth, context });
  return true;
}

async function isAda(auth: AuthenticatedObject): Promise<boolean> {
  await setImmediate();
  return auth.tokenType === 'session_token' && auth.userId === instance.users.ada.id;
}

function ownsIt(auth: AuthenticatedObject, context: ExecutionContext): boolean {
  const { params } = context.switchToHttp().getRequest<{ params: { owner: string } }>();
  return auth.tokenType === 'session_token' && params.owner === auth.userId;
}

function fail(): never {
  throw new Error('The database with the password hunter2 is away.');
}

@Controller()
class FunctionsController {
  @Get('yes') @Authorize(() => true) yes() {}
  @Get('no') @Authorize(() => false) no() {}
  @Get('later-yes') @Authorize(() => Promise.resolve(true)) laterYes() {}
  @Get('later-no') @Authorize(async () => false) laterNo() {}
  @Get('both') @Authorize(() => true, () => false) both() {}
  @Get('note') @Authorize(note) note() {}
  @Get('owned/:owner') @Authorize(ownsIt) owned() {}
  @Get('any') @Authorize(anyOf({ role: 'org:owner' }, isAda)) any() {}
  @Get('all') @Authorize(allOf({ role: 'org:admin' }, isAda)) all() {}
  @Get('not') @Authorize(not(isAda)) not() {}
  @Get('throws') @Authorize(fail) throws() {}
  @Get('rejects') @Authorize(async () => fail()) rejects() {}
  @Get('teapot')
  @Authorize(() => {
    throw new HttpException('I am a teapot.', 418);
  })
  teapot() {}
  @Get('bad-request')
  @Authorize(async () => {
    throw new BadRequestException('No such article.');
  })
  badRequest() {}
  @Get('not-throws') @Authorize(not(fail)) notThrows() {}
  @Get('not-rejects') @Authorize(not(async () => fail())) notRejects() {}
  @Get('any-throws') @Authorize(anyOf(fail, () => true)) anyThrows() {}
  @Get('all-throws') @Authorize(allOf(() => true, fail)) allThrows() {}
}

/** What is truthy, and not `true`. */
const TRUTHY: readonly (readonly [string, unknown])[] = [
  ['one', 1],
  ['a text', 'true'],
  ['an object', { allowed: true }],
  ['a list', [true]],
  ['a function', () => true],
  ['a boxed boolean', Object(true)],
  ['a promise of a text', Promise.resolve('yes')],
];

@Controller('untyped')
class UntypedController {
  @Get('0') @Authorize(answering(TRUTHY[0]?.[1])) first() {}
  @Get('1') @Authorize(answering(TRUTHY[1]?.[1])) second() {}
  @Get('2') @Authorize(answering(TRUTHY[2]?.[1])) third() {}
  @Get('3') @Authorize(answering(TRUTHY[3]?.[1])) fourth() {}
  @Get('4') @Authorize(answering(TRUTHY[4]?.[1])) fifth() {}
  @Get('5') @Authorize(answering(TRUTHY[5]?.[1])) sixth() {}
  @Get('6') @Authorize(answering(TRUTHY[6]?.[1])) seventh() {}
  @Get('nothing') @Authorize(answering(undefined)) nothing() {}
  @Get('any') @Authorize(anyOf(answering(1), answering('yes'))) any() {}
  @Get('all') @Authorize(allOf(() => true, answering(1))) all() {}
}

describe.each(PLATFORMS)('@Authorize() with functions on %s', (platform) => {
  const controllers = [FunctionsController, UntypedController];
  const app = policyAppForTests(platform, { controllers }, () => ({ publishableKey, jwtKey }));
  const as = (user: string, path: string) => app.ask(path, bearer(instance.mintSessionToken(user)));

  afterEach(() => {
    seen.length = 0;
  });

  it.each([
    ['/yes', 200, 200],
    ['/no', 403, 403],
    ['/later-yes', 200, 200],
    ['/later-no', 403, 403],
    ['/both', 403, 403],
    [`/owned/${instance.users.ada.id}`, 200, 403],
    [`/owned/${instance.users.grace.id}`, 403, 200],
    ['/any', 200, 403],
    ['/all', 200, 403],
    ['/not', 403, 200],
  ])('answers %s by who calls', async (path, ada, grace) => {
    expect([(await as('ada', path)).status, (await as('grace', path)).status]).toEqual([
      ada,
      grace,
    ]);
  });

  it('hands over who calls, and the call', async () => {
    await as('ada', '/note');
    expect(seen).toHaveLength(1);
    expect(seen[0]?.auth).toMatchObject({ tokenType: 'session_token', orgSlug: 'acme' });
    expect(seen[0]?.context.getClass()).toBe(FunctionsController);
    expect(seen[0]?.context.getHandler().name).toBe('note');
  });

  it('is never asked about nobody', async () => {
    expect((await app.ask('/note')).status).toBe(401);
    expect((await app.ask('/note', bearer('nonsense'))).status).toBe(401);
    expect(seen).toEqual([]);
  });

  it.each(TRUTHY.map(([name], index) => [name, `/untyped/${index}`]))(
    'what is merely truthy opens nothing: %s',
    async (_name, path) => {
      expect((await as('ada', path)).status).toBe(403);
    },
  );

  it.each(['/untyped/nothing', '/untyped/any', '/untyped/all'])(
    'neither does a policy without an answer, or two half answers: %s',
    async (path) => {
      expect((await as('ada', path)).status).toBe(403);
    },
  );

  it.each(['/throws', '/rejects', '/any-throws', '/all-throws'])(
    'a policy that fails opens nothing, and says nothing of why: %s',
    async (path) => {
      const { status, text } = await as('ada', path);
      expect(status).toBe(500);
      expect(text).not.toContain('hunter2');
    },
  );

  it.each(['/not-throws', '/not-rejects'])(
    'not() around a policy that fails is no way in: %s',
    async (path) => {
      expect((await as('ada', path)).status).toBe(500);
    },
  );

  it('an exception of HTTP is the answer', async () => {
    expect((await as('ada', '/teapot')).status).toBe(418);
    const { status, text } = await as('ada', '/bad-request');
    expect(status).toBe(400);
    expect(text).toContain('No such article.');
  });
});
