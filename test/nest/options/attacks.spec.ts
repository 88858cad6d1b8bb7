import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../support/platforms.js';
import { appsForTests } from './option-app.js';
import type { OptionApp } from './option-app.js';
import { recordedClerkForTests } from './recorded-clerk.js';
import type { ClerkModuleOptions } from 'clerk-nestjs';
import { json, startBackendApiServer } from '../../client/backend-api-server.js';
import { rawExchange } from '../support/raw-exchange.js';
import { DebugRecorder } from './debug-recorder.js';

describe.each(PLATFORMS)('authorizedParties, on %s', (platform) => {
  const recorded = recordedClerkForTests({ azp: 'https://app.example' });
  const open = appsForTests();

  const openWith = (authorizedParties?: string[]) =>
    open(platform, { ...recorded.clerk.options, authorizedParties });
  const token = (claims?: Record<string, unknown>) =>
    recorded.clerk.mintSessionToken('ada', claims);

  it('refuses a token that a sibling subdomain has got for itself', async () => {
    const app = await openWith(['https://app.example', 'https://admin.app.example']);
    expect((await app.ask('/guarded', { token: token() })).status).toBe(200);
    const stolen = token({ azp: 'https://evil.app.example' });
    const refused = await app.ask('/guarded', { token: stolen });
    expect([refused.status, refused.reason]).toEqual([401, 'token-invalid-authorized-parties']);
  });

  it('refuses a session cookie of such a token as well', async () => {
    const app = await openWith(['https://app.example']);
    const cookieOf = (session: string) => ({
      cookie: `__session=${session}; __client_uat=1; __clerk_db_jwt=dvb_1`,
    });
    const own = await app.ask('/guarded', { headers: cookieOf(token()) });
    const planted = token({ azp: 'https://evil.app.example' });
    const refused = await app.ask('/guarded', { headers: cookieOf(planted) });
    expect([own.status, refused.status]).toEqual([200, 401]);
  });

  it('refuses a token that does not say who has asked for it', async () => {
    const app = await openWith(['https://app.example']);
    const refused = await app.ask('/guarded', { token: token({ azp: undefined }) });
    expect([refused.status, refused.reason]).toEqual([401, 'token-invalid-authorized-parties']);
  });

  it('is not asked for when the option is not given', async () => {
    const app = await openWith();
    const elsewhere = token({ azp: 'https://evil.app.example' });
    expect((await app.ask('/guarded', { token: elsewhere })).status).toBe(200);
  });
});

describe('attacks on debug', () => {
  /** Text that nothing of may be found in a log. */
  const SECRET = 'TOPSECRET0123456789';

  describe.each(PLATFORMS)('debug, under attack on %s,', (platform) => {
    const recorded = recordedClerkForTests({ refreshTokens: true });
    const open = appsForTests();
    let recorder: DebugRecorder;

    beforeEach(() => {
      recorder = new DebugRecorder();
    });
    afterEach(() => recorder.stop());

    const openWith = async (options: ClerkModuleOptions = {}): Promise<OptionApp> => {
      const { options: connection } = recorded.clerk;
      const app = await open(platform, {
        ...connection,
        acceptsToken: 'any',
        debug: true,
        ...options,
      });
      recorder.start();
      return app;
    };
    const log = () => recorder.lines.join('\n');

    /** No part of a token, and none of the application's keys. */
    const expectNothingOf = (...tokens: string[]) => {
      const { secretKey, machineSecretKey } = recorded.clerk;
      const parts = tokens.flatMap((token) => token.split('.')).filter((part) => part.length > 8);
      expect(recorder.blocks.length).toBeGreaterThan(0);
      for (const part of [...parts, secretKey, machineSecretKey]) {
        expect(log().toLowerCase()).not.toContain(part.toLowerCase());
      }
    };

    it('shows no token, whatever its kind and whether it is good', async () => {
      const app = await openWith();
      const { clerk } = recorded;
      const good = [
        clerk.mintSessionToken('ada'),
        clerk.createApiKey({ subject: 'ada' }).token,
        clerk.createM2mToken({ subject: 'worker' }).token,
        clerk.createM2mToken({ subject: 'worker', tokenFormat: 'jwt' }).token,
        clerk.createOAuthAccessToken({ subject: 'ada' }).token,
      ];
      const bad = [`ak_${SECRET}`, `mt_${SECRET}`, `oat_${SECRET}`, SECRET, `${SECRET}.e30.AA`];
      for (const token of [...good, ...bad]) await app.ask('/guarded', { token });
      expect(recorder.blocks).toHaveLength(good.length + bad.length);
      expectNothingOf(...good, ...bad);
    });

    it('shows no cookie’s value: session, refresh token, browser’s token, handshake, or another’s', async () => {
      const app = await openWith({ jwtKey: recorded.clerk.jwtKey });
      const { instance } = recorded.clerk;
      const session = instance.mint({ user: 'ada', expiresInSeconds: -60 });
      const cookie = [
        `__session=${session}`,
        `__session_${instance.cookieSuffix}=${session}`,
        `__refresh_${instance.cookieSuffix}=${SECRET}`,
        `__clerk_db_jwt=dvb_${SECRET}`,
        `__clerk_db_jwt_${instance.cookieSuffix}=dvb_${SECRET}`,
        `__client_uat_${instance.cookieSuffix}=1`,
        `theme=${SECRET}`,
      ].join('; ');
      await app.ask('/open', { headers: { cookie } });
      await app.ask('/open', { page: true, headers: { cookie } });
      expectNothingOf(session, SECRET);
    });

    it('shows no value of a query: nonce, handshake, browser’s token, or the application’s own', async () => {
      const app = await openWith();
      const queries = [
        `__clerk_handshake_nonce=${SECRET}`,
        `__clerk_handshake=${SECRET}`,
        `__clerk_handshake=eyJhbGciOiJIUzI1NiJ9.e30.${SECRET}`,
        `__clerk_db_jwt=dvb_${SECRET}`,
        `password=${SECRET}`,
      ];
      const cookie = `__clerk_db_jwt=dvb_1; __client_uat=0`;
      for (const query of queries) {
        await app.ask(`/open?${query}`, { page: true });
        await app.ask(`/open?${query}`, { page: true, headers: { cookie } });
      }
      expectNothingOf(SECRET);
    });

    it('shows of the address that a satellite names no credentials, path, query or fragment', async () => {
      const app = await openWith();
      const named = `https://ada:${SECRET}@satellite.example/reset/${SECRET}?x=${SECRET}#${SECRET}`;
      const sent = await app.ask(`/open?__clerk_redirect_url=${encodeURIComponent(named)}`, {
        page: true,
      });
      expect(sent.location).toMatch(named.split('?')[0] ?? named);
      expectNothingOf(SECRET);
    });

    it('shows nothing of a header that is not ours, or of an Authorization of another scheme', async () => {
      const app = await openWith();
      const basic = Buffer.from(`ada:${SECRET}`).toString('base64');
      const headers = { 'x-api-key': SECRET, referer: `https://a.example/?t=${SECRET}` };
      await app.ask('/open', { headers: { ...headers, authorization: `Basic ${basic}` } });
      expectNothingOf(SECRET, basic);
    });

    it('writes no character that a terminal would act on, and no line of the attacker’s', async () => {
      const app = await openWith({ authorizedParties: ['https://app.example'] });
      const evil = '\u001b[2J\u009b31m\r\n  reason   forged\u2028\u202e';
      const token = recorded.clerk.instance.mint({
        user: 'ada',
        claims: { azp: evil, iss: evil, aud: evil, sts: evil },
        header: { typ: 'JWT', cat: evil },
      });
      const unsigned = [
        { alg: evil, kid: evil, typ: evil },
        { sub: evil, azp: evil },
      ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
      const tokens = [token, `${unsigned.join('.')}.AA`];
      for (const each of tokens) await app.ask('/guarded', { token: each });
      await app.ask(`/${encodeURIComponent(evil)}`);
      await rawExchange(app.port, ['GET /\u00c3\u001b[31mx HTTP/1.1', 'Host: a.example']);
      await rawExchange(app.port, ['PURGE\u001b[31m /open HTTP/1.1', 'Host: a.example']);
      await rawExchange(app.port, ['GET /open HTTP/1.1', 'Host: a\u001b[31m.example']);
      expect(recorder.blocks.length).toBeGreaterThanOrEqual(3);
      expect(log()).toMatch(/^[\x20-\x7e\n]*$/);
      expect(log()).not.toMatch(/^ {2}reason +forged/m);
    });

    it('writes no such character out of an answer of whatever stands in for the Backend API', async () => {
      const gateway = await startBackendApiServer();
      gateway.answer = (response) =>
        json(response, 500, { errors: [{ code: 'x', message: '\u001b[2J\r\n  reason   forged' }] });
      try {
        const app = await openWith({ apiUrl: gateway.url });
        await app.ask('/open', { token: 'ak_1' });
      } finally {
        await gateway.close();
      }
      expect(recorder.blocks).toHaveLength(1);
      expect(recorder.blocks[0]).toMatch(/^ {2}message +.*forged/m);
      expect(recorder.blocks[0]).toMatch(/^[\x20-\x7e\n]*$/);
      expect(recorder.blocks[0]).not.toMatch(/^ {2}reason +forged/m);
    });

    it('is not flooded by one request', async () => {
      const app = await openWith();
      const long = 'a'.repeat(600);
      const header = { alg: long, kid: long, typ: long, cat: long };
      const claims = {
        iss: long,
        azp: long,
        aud: [long],
        iat: long,
        nbf: long,
        exp: long,
        sts: long,
      };
      const parts = [header, claims].map((part) =>
        Buffer.from(JSON.stringify(part)).toString('base64url'),
      );
      await app.ask(`/${long}`, { token: `${parts.join('.')}.AA` });
      expect(recorder.blocks).toHaveLength(1);
      expect(log().length).toBeLessThan(2_500);
    });
  });
});
