import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Query, Req } from '@nestjs/common';
import { Auth, ClerkModule, type SessionAuthObject, type WithAuth } from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import type { BackendApiServer } from '../../client/backend-api-server.js';
import { askedOf, recordClerk } from '../options/recorded-clerk.js';
import { PLATFORMS, type RunningApp, startApp } from '../support/platforms.js';
import { ask } from './requests.js';

interface Wanted {
  template?: string;
  seconds?: string;
}

@Controller()
class TokenController {
  @Get('request')
  async request(@Req() { auth }: WithAuth<object>, @Query() wanted: Wanted) {
    return { jwt: await auth.getToken(optionsOf(wanted)) };
  }

  @Get('called')
  async called(@Req() { auth }: WithAuth<object>, @Query() wanted: Wanted) {
    return { jwt: await auth().getToken(optionsOf(wanted)) };
  }

  @Get('object')
  async object(@Auth() auth: SessionAuthObject, @Query() wanted: Wanted) {
    return { jwt: await auth.getToken(optionsOf(wanted)) };
  }

  @Get('protected')
  async protected_(@Req() { auth }: WithAuth<object>, @Query() wanted: Wanted) {
    return { jwt: await auth.protect().getToken(optionsOf(wanted)) };
  }
}

function optionsOf({ template, seconds }: Wanted) {
  return {
    ...(template !== undefined && { template }),
    ...(seconds !== undefined && { expiresInSeconds: Number(seconds) }),
  };
}

const PATHS = ['/request', '/called', '/object', '/protected'];
const TOKENS = /^POST \/v1\/sessions\/sess_\w+\/tokens/;

describe.each(PLATFORMS)('auth.getToken() on %s', (platform) => {
  let clerk: LocalClerk;
  let door: BackendApiServer;
  let running: RunningApp;

  beforeAll(async () => {
    clerk = await LocalClerk.start();
    // The embedded Clerk knows no templates, so the door in front of it makes their tokens.
    door = await recordClerk(
      () => clerk,
      ({ url }) => (/\/tokens\/(?!unknown)/.test(url) ? { object: 'token', jwt: url } : undefined),
    );
    const options = { ...clerk.options, apiUrl: door.url, enableHandshake: false };
    running = await startApp(platform, {
      imports: [ClerkModule.forRoot(options)],
      controllers: [TokenController],
    });
  });

  beforeEach(() => {
    door.requests.length = 0;
  });

  afterAll(async () => {
    await running.app.close();
    await door.close();
    await clerk.stop();
  });

  async function tokenAt(path: string, token: string | undefined) {
    const response = await ask(`${running.origin}${path}`, {}, token);
    const body: unknown = await response.json();
    const jwt = typeof body === 'object' && body !== null && 'jwt' in body ? body.jwt : undefined;
    return { status: response.status, jwt };
  }

  const calls = () => askedOf(door.requests).filter((call) => TOKENS.test(call));

  it.each(PATHS)('gives the token of the request itself, at no cost: %s', async (path) => {
    const token = clerk.mintSessionToken('ada');
    expect(await tokenAt(path, token)).toEqual({ status: 200, jwt: token });
    // As in the vendor's, a blank name is none.
    expect(await tokenAt(`${path}?template=`, token)).toEqual({ status: 200, jwt: token });
    expect(calls()).toEqual([]);
  });

  it.each(PATHS)('has Clerk make one that lives as long as is wanted: %s', async (path) => {
    const token = clerk.mintSessionToken('ada');
    const { jwt } = await tokenAt(`${path}?seconds=3600`, token);
    const { iat, exp, sub, sid } = clerk.instance.claimsOf(String(jwt)) ?? {};
    expect([Number(exp) - Number(iat), sub, sid]).toEqual([
      3600,
      clerk.users.ada.id,
      clerk.users.ada.sessionId,
    ]);
    expect(jwt).not.toBe(token);
    expect(calls()).toEqual([`POST /v1/sessions/${clerk.users.ada.sessionId}/tokens`]);
    expect(door.requests.at(-1)?.body).toBe('{"expires_in_seconds":3600}');
  });

  it.each([
    ['?template=supabase', '/supabase', ''],
    ['?template=supabase&seconds=60', '/supabase', '{"expires_in_seconds":60}'],
    ['?template=my%2Ftemplate', '/my%2Ftemplate', ''],
  ])('asks Clerk for a template: %s', async (query, segment, body) => {
    const address = `/v1/sessions/${clerk.users.ada.sessionId}/tokens${segment}`;
    const answer = await tokenAt(`/request${query}`, clerk.mintSessionToken('ada'));
    expect(answer).toEqual({ status: 200, jwt: address });
    const asked = door.requests.filter(({ url }) => url.includes('/tokens'));
    expect(asked.map(({ url }) => url)).toEqual([address]);
    expect(asked.map((request) => request.body)).toEqual([body]);
    expect(asked[0]?.headers.authorization).toBe(`Bearer ${clerk.secretKey}`);
  });

  it('fails as the call does, and shows nothing of it', async () => {
    const token = clerk.mintSessionToken('ada');
    expect(await tokenAt('/request?template=unknown', token)).toEqual({ status: 500 });
    expect(await tokenAt('/request?seconds=1', token)).toEqual({ status: 500 });
  });

  it('gives none to who is signed out, or has tasks left', async () => {
    const pending = clerk.mintSessionToken('ada', { sts: 'pending' });
    for (const path of ['/request', '/called?seconds=60', '/object?template=supabase']) {
      expect(await tokenAt(path, undefined)).toEqual({ status: 200, jwt: null });
      expect(await tokenAt(path, pending)).toEqual({ status: 200, jwt: null });
    }
    expect(calls()).toEqual([]);
  });
});
