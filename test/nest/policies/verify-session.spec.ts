import { describe, expect, it } from '@jest/globals';
import { createClerkClient as createVendorClient } from '@clerk/backend';
import { Controller, Get, UseGuards } from '@nestjs/common';
import {
  Authorize,
  ClerkAuthGuard,
  RequireReverification,
  RequireRole,
  VerifySession,
} from 'clerk-nestjs';
import { json } from '../../client/backend-api-server.js';
import { PLATFORMS } from '../support/platforms.js';
import { bearer, PAGE } from '../support/callers.js';
import { onlineClerkForTests } from './online-clerk.js';
import { LogRecorder, policyAppForTests } from './policy-app.js';

process.env.CLERK_TELEMETRY_DISABLED = '1';

@Controller()
@UseGuards(ClerkAuthGuard)
class TransfersController {
  @Get('transfers') @VerifySession('online') transfer() {}
  @Get('balance') balance() {}
  @Get('admin') @VerifySession('online') @RequireRole('org:owner') admin() {}
  @Get('policy') @VerifySession('online') @Authorize(async () => false) policy() {}
  @Get('fresh') @VerifySession('online') @RequireReverification('strict') fresh() {}
}

@Controller('class')
@VerifySession('online')
class ClassController {
  @Get('plain') plain() {}
  @Get('twice') @VerifySession('online') twice() {}
}

const CLIENTS = ['ours', 'the vendor’s'] as const;

describe.each(PLATFORMS.flatMap((platform) => CLIENTS.map((client) => ({ platform, client }))))(
  '@VerifySession() with a client, $client, on $platform',
  ({ platform, client }) => {
    const online = onlineClerkForTests();
    const controllers = [TransfersController, ClassController];
    const app = policyAppForTests(platform, { controllers }, () => {
      const { secretKey, apiUrl } = online.options;
      if (client === 'ours') return online.options;
      const clerkClient = createVendorClient({ secretKey, apiUrl, telemetry: { disabled: true } });
      return { ...online.options, clerkClient };
    });
    /** Another session of ada's each time, as one that has ended does not begin again. */
    const begin = () =>
      online.clerk.instance.store.sessions.begin(online.clerk.users.ada, 'client_test', Date.now());
    const tokenOf = (session: ReturnType<typeof begin>, claims = {}) =>
      online.clerk.instance.mintFor(session, { claims });
    const answerWith = (session: object) =>
      online.answerInstead((response) => json(response, 200, { object: 'session', ...session }));

    it('lets an active session in, and asks for that very session, once', async () => {
      const session = begin();
      for (const path of ['/transfers', '/class/plain']) {
        const before = online.asked().length;
        expect((await app.ask(path, bearer(tokenOf(session)))).status).toBe(200);
        expect(online.asked().slice(before)).toEqual([`/v1/sessions/${session.id}`]);
      }
    });

    it('asks again at each call', async () => {
      const headers = bearer(tokenOf(begin()));
      await app.ask('/transfers', headers);
      await app.ask('/transfers', headers);
      expect(online.asked()).toHaveLength(2);
    });

    it('a stolen token is of no use here once its owner has signed out', async () => {
      const session = begin();
      const headers = bearer(tokenOf(session));
      expect((await app.ask('/transfers', headers)).status).toBe(200);
      online.clerk.instance.store.sessions.end(session, Date.now());
      const { status, headers: answered, text } = await app.ask('/transfers', headers);
      expect(status).toBe(401);
      expect(answered.get('www-authenticate')).toBe('Bearer realm="clerk", error="invalid_token"');
      expect(JSON.parse(text)).toEqual({
        statusCode: 401,
        error: 'Unauthorized',
        message: 'Authentication is required.',
      });
      // It is still good where nobody asks.
      expect((await app.ask('/balance', headers)).status).toBe(200);
    });

    it('a page is sent to sign in once the session has ended', async () => {
      const session = begin();
      online.clerk.instance.store.sessions.end(session, Date.now());
      const cookie = `__session=${tokenOf(session)}; __client_uat=1; __clerk_db_jwt=dvb_of_the_test`;
      const { status, headers } = await app.ask('/transfers', { ...PAGE, cookie });
      expect(status).toBe(302);
      expect(headers.get('location')).toContain(`${online.clerk.origin}/sign-in?redirect_url=`);
      expect(headers.get('cache-control')).toBe('no-store');
    });

    it.each(['revoked', 'ended', 'removed', 'expired', 'abandoned', 'replaced', 'pending', ''])(
      'a session that is no longer active opens nothing: "%s"',
      async (status) => {
        const session = begin();
        answerWith({ id: session.id, user_id: session.user.id, status });
        expect((await app.ask('/transfers', bearer(tokenOf(session)))).status).toBe(401);
      },
    );

    it('a session that Clerk does not know opens nothing', async () => {
      const headers = bearer(tokenOf({ ...begin(), id: 'sess_gone' }));
      expect((await app.ask('/transfers', headers)).status).toBe(401);
      expect(online.asked()).toEqual(['/v1/sessions/sess_gone']);
    });

    it('an active session of somebody else opens nothing', async () => {
      const { grace } = online.clerk.users;
      const other = online.clerk.instance.store.sessions.begin(grace, 'client_test', Date.now());
      const headers = bearer(tokenOf(begin(), { sid: other.id }));
      expect((await app.ask('/transfers', headers)).status).toBe(401);
      expect(online.asked()).toEqual([`/v1/sessions/${other.id}`]);
    });

    it.each([undefined, '', null])(
      'a token without a session to ask about opens nothing: %s',
      async (sid) => {
        const { status } = await app.ask('/transfers', bearer(tokenOf(begin(), { sid })));
        expect([401, 403]).toContain(status);
        expect(online.asked()).toEqual([]);
      },
    );

    it('an id of a session that is a path leads nowhere else', async () => {
      answerWith({ id: 'x', user_id: online.clerk.users.ada.id, status: 'ended' });
      const headers = bearer(tokenOf(begin(), { sid: '../users?x=/' }));
      expect((await app.ask('/transfers', headers)).status).not.toBe(200);
      // One segment, whatever the client does with it.
      expect(online.asked().every((url) => url.split('/').length === 4)).toBe(true);
    });

    it.each(['/admin', '/policy'])(
      'Clerk is not asked where the answer is no anyway: %s',
      async (path) => {
        expect((await app.ask(path, bearer(tokenOf(begin())))).status).toBe(403);
        expect(online.asked()).toEqual([]);
      },
    );

    it('Clerk is not asked about nobody', async () => {
      expect((await app.ask('/transfers')).status).toBe(401);
      expect(online.asked()).toEqual([]);
    });

    it('who is to verify is told so while the session is active, and not once it has ended', async () => {
      const session = begin();
      const headers = bearer(tokenOf(session, { fva: [600, -1] }));
      const before = await app.ask('/fresh', headers);
      expect([before.status, before.text]).toEqual([403, expect.stringContaining('reverif')]);
      online.clerk.instance.store.sessions.end(session, Date.now());
      expect((await app.ask('/fresh', headers)).status).toBe(401);
    });

    it('says in the log why', async () => {
      const session = begin();
      online.clerk.instance.store.sessions.end(session, Date.now());
      const headers = bearer(tokenOf(session));
      const lines = await LogRecorder.during(() => app.ask('/transfers', headers));
      expect(lines.join('\n')).toContain(
        `TransfersController.transfer refused ${session.user.id}, who lacks: a session that is active at Clerk`,
      );
    });

    it('asks once where the class and the handler both demand it', async () => {
      expect((await app.ask('/class/twice', bearer(tokenOf(begin())))).status).toBe(200);
      expect(online.asked()).toHaveLength(1);
    });
  },
);
