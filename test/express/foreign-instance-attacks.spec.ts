import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Req, UseGuards } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import express from 'express';
import {
  Auth,
  ClerkAuthGuard,
  clerkMiddleware,
  ClerkModule,
  getAuth,
  Public,
  requireAuth,
  type SignedInAuthObject,
} from 'clerk-nestjs';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import type { INestApplication } from '@nestjs/common';
import { bearer } from '../nest/support/callers.js';
import { portOf } from '../nest/support/platforms.js';
import { serversForTests } from './support/express-server.js';

// The application is of one instance of Clerk, and the Express application around it of another,
// which anybody may have made: its users are nobody here.

@Controller()
@UseGuards(ClerkAuthGuard)
class AccountController {
  @Get('guarded')
  guarded(@Auth() auth: SignedInAuthObject, @Req() request: object) {
    return { auth: auth.userId, getAuth: getAuth(request).userId };
  }

  @Get('public')
  @Public()
  open(@Auth('userId') userId: string | null, @Req() request: object) {
    return { auth: userId, getAuth: getAuth(request).userId };
  }
}

const start = serversForTests();
let own: LocalClerk;
let foreign: LocalClerk;
let app: INestApplication;

beforeAll(async () => {
  own = await LocalClerk.start();
  foreign = await LocalClerk.start({ instance: new LocalInstance({ number: 66 }) });
});
afterEach(() => app.close());
afterAll(async () => {
  await own.stop();
  await foreign.stop();
});

/** Nest on an Express application that has authenticated requests before, and goes on doing so. */
async function startOn(outer: express.Express): Promise<string> {
  const module = await Test.createTestingModule({
    imports: [ClerkModule.forRoot(own.options)],
    controllers: [AccountController],
  }).compile();
  app = module.createNestApplication(new ExpressAdapter(outer), { logger: false });
  app.use(clerkMiddleware(foreign.options));
  app.use('/required', requireAuth(), letIn);
  app.use('/required-of-another', requireAuth(foreign.options), letIn);
  await app.listen(0, '127.0.0.1');
  return `http://127.0.0.1:${portOf(app.getHttpServer())}`;
}

const letIn = (_: express.Request, response: express.Response) => void response.json('let in');

const ask = (url: string, clerk: LocalClerk) =>
  fetch(url, { headers: bearer(clerk.mintSessionToken('ada')), redirect: 'manual' });

describe('a user of another instance, whose clerkMiddleware() runs in front of Nest', () => {
  it.each<[string, () => express.Express]>([
    ['around it', () => express().use(clerkMiddleware(foreign.options))],
    ['around it, by a function', () => express().use(clerkMiddleware(() => foreign.options))],
    ['around it, with requireAuth()', () => express().use(requireAuth(foreign.options))],
    ['behind it only', () => express()],
  ])('is nobody to the application: %s', async (_, outer) => {
    const origin = await startOn(outer());
    expect((await ask(`${origin}/guarded`, foreign)).status).toBe(401);
    const open = await ask(`${origin}/public`, foreign);
    expect(await open.json()).toEqual({ auth: null, getAuth: null });
    expect((await ask(`${origin}/required`, foreign)).status).toBe(302);
    expect((await ask(`${origin}/required-of-another`, foreign)).status).toBe(500);
  });

  it('does not keep the users of the application out', async () => {
    const origin = await startOn(express().use(clerkMiddleware(foreign.options)));
    const { id } = own.users.ada;
    const guarded = await ask(`${origin}/guarded`, own);
    expect(await guarded.json()).toEqual({ auth: id, getAuth: id });
    expect((await ask(`${origin}/required`, own)).status).toBe(200);
  });

  it('tells of the application’s own authentication, and not of the other', async () => {
    const origin = await startOn(express().use(clerkMiddleware(foreign.options)));
    const { headers } = await ask(`${origin}/guarded`, foreign);
    expect(headers.get('x-clerk-auth-status')).toBe('signed-out');
    expect((await ask(`${origin}/guarded`, own)).headers.get('x-clerk-auth-status')).toBeNull();
  });

  it('is nobody to Nest as a part of a larger application', async () => {
    await startOn(express());
    const outer = express().use(clerkMiddleware(foreign.options));
    outer.use('/nest', app.getHttpAdapter().getInstance());
    const { origin } = await start(outer);
    expect((await ask(`${origin}/nest/guarded`, foreign)).status).toBe(401);
    expect((await ask(`${origin}/nest/guarded`, own)).status).toBe(200);
  });
});
