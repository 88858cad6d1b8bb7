import { describe, expect, it } from '@jest/globals';
import { createClerkClient as createVendorClient } from '@clerk/backend';
import { Controller, Get, UseGuards } from '@nestjs/common';
import {
  AcceptsToken,
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
import { bootPolicies, LogRecorder, policyAppForTests } from './policy-app.js';
import type { ServerResponse } from 'node:http';

describe('@VerifySession()', () => {
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
        const clerkClient = createVendorClient({
          secretKey,
          apiUrl,
          telemetry: { disabled: true },
        });
        return { ...online.options, clerkClient };
      });
      /** Another session of ada's each time, as one that has ended does not begin again. */
      const begin = () =>
        online.clerk.instance.store.sessions.begin(
          online.clerk.users.ada,
          'client_test',
          Date.now(),
        );
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
        expect(answered.get('www-authenticate')).toBe(
          'Bearer realm="clerk", error="invalid_token"',
        );
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
});

describe('an outage', () => {
  process.env.CLERK_TELEMETRY_DISABLED = '1';

  @Controller('transfers')
  @VerifySession('online')
  @AcceptsToken('any')
  class TransfersController {
    @Get() transfer() {}
  }

  const refusal = (status: number, code: string) => (response: ServerResponse) =>
    json(response, status, { errors: [{ code, message: 'No.', long_message: 'No.' }] });

  /** How Clerk can fail to say how a session stands. */
  const OUTAGES: readonly (readonly [string, (response: ServerResponse) => void])[] = [
    ['the connection breaks', (response) => void response.destroy()],
    ['it answers 500', refusal(500, 'internal_clerk_error')],
    ['it answers 502 with a page', (response) => void response.writeHead(502).end('<html>')],
    ['it has had enough of us', refusal(429, 'rate_limit_exceeded')],
    ['it refuses our key', refusal(401, 'clerk_key_invalid')],
    ['it refuses us without a word', (response) => void response.writeHead(401).end('{}')],
    ['it refuses our key in another way', refusal(401, 'authentication_invalid')],
    ['it forbids us', refusal(403, 'authorization_invalid')],
    ['it understands nothing', refusal(422, 'form_param_invalid')],
    ['a gateway knows no such address', (response) => void response.writeHead(404).end('<html>')],
    ['a gateway knows no such address, in JSON', (response) => json(response, 404, {})],
    ['it answers nonsense', (response) => void response.writeHead(200).end('<html>')],
    ['it answers nothing', (response) => void response.writeHead(200).end()],
    ['it redirects', (response) => void response.writeHead(302, { location: '/v1/x' }).end()],
  ];

  describe.each(PLATFORMS)('@VerifySession() with Clerk out of reach on %s', (platform) => {
    const online = onlineClerkForTests();
    const controllers = [TransfersController];
    const app = policyAppForTests(platform, { controllers }, () => online.options);
    const session = () => bearer(online.clerk.mintSessionToken('ada'));

    it.each(OUTAGES)('answers 503, neither a pass nor a sign-out: %s', async (_case, answer) => {
      online.answerInstead(answer);
      const { status, text } = await app.ask('/transfers', session());
      expect(status).toBe(503);
      expect(text).not.toContain(online.clerk.secretKey);
      expect(JSON.parse(text)).toMatchObject({
        statusCode: 503,
        message: expect.stringMatching(/^Authentication is not available right now\./),
      });
    });

    it('sends no page to sign in, where it would come back signed in', async () => {
      online.answerInstead((response) => void response.destroy());
      const cookie = `__session=${online.clerk.mintSessionToken('ada')}; __client_uat=1; __clerk_db_jwt=dvb_of_the_test`;
      expect((await app.ask('/transfers', { ...PAGE, cookie })).status).toBe(503);
    });

    it('lets in again once Clerk answers', async () => {
      online.answerInstead(refusal(500, 'internal_clerk_error'));
      const headers = session();
      expect((await app.ask('/transfers', headers)).status).toBe(503);
      online.answerInstead((response) =>
        json(response, 200, {
          object: 'session',
          id: online.clerk.users.ada.sessionId,
          user_id: online.clerk.users.ada.id,
          status: 'active',
        }),
      );
      expect((await app.ask('/transfers', headers)).status).toBe(200);
    });

    it('lets opaque tokens of programs in, which Clerk has just been asked about', async () => {
      online.answerInstead((response) => void response.destroy());
      for (const { token } of [
        online.clerk.createApiKey({ subject: 'ada' }),
        online.clerk.createM2mToken({ subject: 'worker' }),
        online.clerk.createOAuthAccessToken({ subject: 'ada' }),
      ]) {
        expect((await app.ask('/transfers', bearer(token))).status).toBe(200);
      }
    });

    it('refuses opaque tokens that have been revoked', async () => {
      const { id, token } = online.clerk.createApiKey({ subject: 'ada' });
      expect((await app.ask('/transfers', bearer(token))).status).toBe(200);
      online.clerk.revokeApiKey(id);
      expect((await app.ask('/transfers', bearer(token))).status).toBe(401);
    });

    it('refuses JWTs of programs, which Clerk can not be asked about', async () => {
      const tokens = [
        online.clerk.createM2mToken({ subject: 'worker', tokenFormat: 'jwt' }),
        online.clerk.createM2mToken({
          subject: 'worker',
          tokenFormat: 'jwt',
          claims: { sid: online.clerk.users.ada.sessionId },
        }),
        online.clerk.createOAuthAccessToken({ subject: 'ada', tokenFormat: 'jwt' }),
      ];
      for (const { token } of tokens) {
        expect((await app.ask('/transfers', bearer(token))).status).toBe(403);
      }
      expect(online.asked()).toEqual([]);
    });
  });

  describe.each(PLATFORMS)('@VerifySession() with the vendor’s client on %s', (platform) => {
    const online = onlineClerkForTests();
    const controllers = [TransfersController];
    const app = policyAppForTests(platform, { controllers }, () => {
      const { secretKey, apiUrl } = online.options;
      const clerkClient = createVendorClient({ secretKey, apiUrl, telemetry: { disabled: true } });
      return { ...online.options, clerkClient };
    });

    it.each(OUTAGES)('answers 503 as with ours: %s', async (_case, answer) => {
      online.answerInstead(answer);
      const headers = bearer(online.clerk.mintSessionToken('ada'));
      expect((await app.ask('/transfers', headers)).status).toBe(503);
    });
  });

  describe('@VerifySession() in an application without a secret key', () => {
    @Controller('transfers')
    @VerifySession('online')
    class SessionsOnlyController {
      @Get() transfer() {}
    }

    it('refuses to boot, as Clerk can not be asked without one', async () => {
      const boot = bootPolicies(SessionsOnlyController, {}, { secretKey: undefined });
      await expect(boot).rejects.toThrow(/SessionsOnlyController\.transfer .*CLERK_SECRET_KEY/);
    });
  });
});
