import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Res } from '@nestjs/common';
import { Auth, ClerkModule, Public } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import {
  type BackendApiServer,
  json,
  startBackendApiServer,
} from '../client/backend-api-server.js';
import { PLATFORMS, type RunningApp, startApp } from './support/platforms.js';

const instance = new LocalInstance();
const MINE = 'mine=1; Path=/';

/** What both platforms' responses have to add a cookie. */
interface Reply {
  append?(name: string, value: string): unknown;
  header(name: string, value: string): unknown;
}

@Controller()
class Pages {
  @Get('page') @Public() page(
    @Res({ passthrough: true }) reply: Reply,
    @Auth('userId') userId: string | null,
  ) {
    if (reply.append) reply.append('set-cookie', MINE);
    else reply.header('set-cookie', MINE);
    return { userId };
  }
}

describe.each(PLATFORMS)('a handler that sets a cookie of its own, on %s,', (platform) => {
  let api: BackendApiServer;
  let running: RunningApp;

  beforeAll(async () => {
    api = await startBackendApiServer();
    const { jwtKey, secretKey, frontendApi } = instance;
    const publishableKey = `pk_live_${Buffer.from(`${frontendApi}$`).toString('base64')}`;
    const options = { publishableKey, jwtKey, secretKey, apiUrl: api.url };
    const imports = [ClerkModule.forRoot(options)];
    running = await startApp(platform, { imports, controllers: [Pages] });
  });
  afterAll(async () => {
    await running.app.close();
    await api.close();
  });

  it('keeps those of the session that a handshake has just brought', async () => {
    const session = `__session=${instance.mintSessionToken('ada')}; Path=/`;
    api.answer = (response) => json(response, 200, { directives: [session] });
    const headers = { cookie: '__clerk_handshake_nonce=n', 'sec-fetch-dest': 'document' };
    const response = await fetch(`${running.origin}/page`, { headers });
    expect(await response.json()).toEqual({ userId: instance.users.ada.id });
    expect(response.headers.getSetCookie().toSorted()).toEqual([session, MINE]);
  });

  it('answers with its own alone where there are none', async () => {
    const response = await fetch(`${running.origin}/page`);
    expect(response.headers.getSetCookie()).toEqual([MINE]);
  });
});
