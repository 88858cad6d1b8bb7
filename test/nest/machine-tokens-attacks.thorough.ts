import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Post } from '@nestjs/common';
import { AcceptsToken } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { recordedClerkForTests } from './options/recorded-clerk.js';
import { bearer, browserOf, tokenOf } from './support/callers.js';
import { PLATFORMS } from './support/platforms.js';
import { tokenAppForTests } from './support/token-apps.js';

@Controller()
class Routes {
  @Post('api-key') @AcceptsToken('api_key') apiKey() {}
  @Post('programs') @AcceptsToken('api_key', 'm2m_token') programs() {}
  @Get('session') @AcceptsToken('session_token') session() {}
  @Get('api-key') @AcceptsToken('api_key') readKey() {}
  @Get('m2m') @AcceptsToken('m2m_token') m2m() {}
  @Get('oauth') @AcceptsToken('oauth_token') oauth() {}
  @Get('any') @AcceptsToken('any') any() {}
}

const TEMPLATE = 'cl_B7d4PD222AAA';
const SESSION = 'cl_B7d4PD111AAA';

describe.each(PLATFORMS)('an attacker on %s can’t', (platform) => {
  const recorded = recordedClerkForTests();
  const app = tokenAppForTests(platform, recorded, [Routes]);
  const statusOf = async (path: string, token: string) =>
    (await app.ask(path, bearer(token))).status;

  it.each(['/api-key', '/programs'])(
    'forge a cross-site request (CSRF): a browser’s cookies mean nothing at %s',
    async (path) => {
      const headers = { ...browserOf(recorded.clerk), origin: 'https://attacker.example' };
      const { status, calls } = await app.ask(path, headers, 'POST');
      expect([status, calls]).toEqual([401, []]);
    },
  );

  it('put a program’s token into the session cookie, where scripts of the page could plant it', async () => {
    for (const kind of ['api key', 'm2m', 'oauth', 'm2m JWT', 'oauth JWT'] as const) {
      const token = tokenOf(kind, recorded.clerk);
      const cookie = `__session=${token}; __client_uat=1; __clerk_db_jwt=dvb_of_the_test`;
      for (const path of ['/api-key', '/m2m', '/oauth', '/any', '/session']) {
        expect([path, (await app.ask(path, { cookie })).status]).toEqual([path, 401]);
      }
    }
  });

  it('let good cookies make up for a bad token', async () => {
    const headers = { ...browserOf(recorded.clerk), ...bearer('ak_unknown') };
    expect((await app.ask('/any', headers)).status).toBe(401);
  });

  it('pass a session off as an OAuth token, by the type in its header', async () => {
    const { instance } = recorded.clerk;
    for (const cat of [SESSION, TEMPLATE]) {
      const token = instance.mint({ user: 'ada', header: { typ: 'at+jwt', cat } });
      for (const path of ['/oauth', '/session', '/any']) {
        expect([path, await statusOf(path, token)]).toEqual([path, 401]);
      }
    }
  });

  it('pass a session off as a machine, by the subject of a template', async () => {
    const { instance } = recorded.clerk;
    for (const cat of [SESSION, TEMPLATE]) {
      const token = instance.mint({ user: 'ada', claims: { sub: 'mch_1' }, header: { cat } });
      for (const path of ['/m2m', '/session', '/any']) {
        expect([path, await statusOf(path, token)]).toEqual([path, 401]);
      }
    }
  });

  it('open a route by a JWT of another kind', async () => {
    const { clerk } = recorded;
    const own = { session: '/session', 'm2m JWT': '/m2m', 'oauth JWT': '/oauth' } as const;
    for (const kind of ['session', 'm2m JWT', 'oauth JWT'] as const) {
      for (const path of ['/session', '/m2m', '/oauth', '/api-key']) {
        const expected = path === own[kind] ? 200 : 401;
        const found = await statusOf(path, tokenOf(kind, clerk));
        expect([kind, path, found]).toEqual([kind, path, expected]);
      }
    }
  });

  it('use a JWT that another instance signed', async () => {
    const other = new LocalInstance();
    const header = { kid: recorded.clerk.instance.kid };
    const m2m = other.createM2mToken({ subject: 'worker', tokenFormat: 'jwt', header });
    const oauth = other.createOAuthAccessToken({ subject: 'ada', tokenFormat: 'jwt', header });
    expect(await statusOf('/m2m', m2m.token)).toBe(401);
    expect(await statusOf('/oauth', oauth.token)).toBe(401);
    expect(await statusOf('/any', m2m.token)).toBe(401);
  });

  it('use a JWT without a signature', async () => {
    for (const kind of ['m2m JWT', 'oauth JWT'] as const) {
      const [, claims] = tokenOf(kind, recorded.clerk).split('.');
      const typ = kind === 'oauth JWT' ? 'at+jwt' : 'JWT';
      const header = Buffer.from(JSON.stringify({ alg: 'none', typ })).toString('base64url');
      expect(await statusOf('/any', `${header}.${claims}.`)).toBe(401);
      expect(await statusOf('/any', `${header}.${claims}.AA`)).toBe(401);
    }
  });

  it('use an M2M token that was made for another machine', async () => {
    const { token } = recorded.clerk.createM2mToken({ subject: 'outsider' });
    expect(await statusOf('/m2m', token)).toBe(401);
  });

  it('choose the kind of a token by its prefix', async () => {
    const { token } = recorded.clerk.createM2mToken({ subject: 'worker' });
    for (const prefix of ['ak_', 'oat_', '']) {
      expect(await statusOf('/any', token.replace(/^mt_/, prefix))).toBe(401);
    }
  });

  it('use the application’s own keys as tokens', async () => {
    const { secretKey, machineSecretKey } = recorded.clerk;
    for (const key of [secretKey, machineSecretKey]) expect(await statusOf('/any', key)).toBe(401);
  });
});
