import { describe, expect, it } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { createClerkClient as createVendorClient } from '@clerk/backend';
import { Controller, Get } from '@nestjs/common';
import { AcceptsToken, VerifySession } from 'clerk-nestjs';
import { json } from '../../client/backend-api-server.js';
import { PLATFORMS } from '../support/platforms.js';
import { bearer, PAGE } from '../support/callers.js';
import { onlineClerkForTests } from './online-clerk.js';
import { bootPolicies, policyAppForTests } from './policy-app.js';

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
