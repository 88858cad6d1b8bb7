import { afterEach } from '@jest/globals';
import { Controller, Get, Req, UseGuards } from '@nestjs/common';
import {
  Auth,
  type AuthObject,
  ClerkAuthenticator,
  ClerkAuthGuard,
  ClerkModule,
  type ClerkModuleOptions,
  Public,
  type SessionAuthObject,
} from 'clerk-nestjs';
import { type Platform, type RunningApp, startApp } from '../support/platforms.js';
import { withEnvironment } from './with-environment.js';

/** One door that is open to anybody, one that is guarded, and what can be told of a request. */
@Controller()
class DoorsController {
  constructor(private readonly authenticator: ClerkAuthenticator) {}

  @Get('open')
  @Public()
  open(@Auth() auth: AuthObject) {
    return told(auth);
  }

  @Get('guarded')
  @UseGuards(ClerkAuthGuard)
  guarded(@Auth() auth: AuthObject) {
    return told(auth);
  }

  @Get('template')
  @UseGuards(ClerkAuthGuard)
  async template(@Auth() auth: SessionAuthObject) {
    return { jwt: await auth.getToken({ template: 'of-the-test' }) };
  }

  @Get('state')
  @Public()
  async state(@Req() request: object) {
    const {
      toAuth: _toAuth,
      headers: _headers,
      ...fields
    } = await this.authenticator.requestState(request);
    return fields;
  }
}

function told(auth: AuthObject) {
  const { tokenType, isAuthenticated } = auth;
  const who = 'subject' in auth ? auth.subject : 'userId' in auth ? auth.userId : null;
  return { tokenType, isAuthenticated, who };
}

/** What a request brings. */
export interface Asked {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Asks as a browser asks for a page. */
  readonly page?: boolean;
}

/** What an application answered. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** The vendor's header of why nobody is signed in. */
  readonly reason: string | null;
  readonly location: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** An application over sockets, made with some options. */
export interface OptionApp extends RunningApp {
  ask(path: string, asked?: Asked): Promise<Answered>;
}

/** Opens applications that are closed when the test is over. */
export function appsForTests() {
  const opened: RunningApp[] = [];
  afterEach(async () => {
    for (const { app } of opened.splice(0)) await app.close();
  });
  return async (
    platform: Platform,
    options: ClerkModuleOptions,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<OptionApp> => {
    const metadata = { imports: [ClerkModule.forRoot(options)], controllers: [DoorsController] };
    const running = await withEnvironment(environment, () => startApp(platform, metadata));
    opened.push(running);
    return { ...running, ask: (path, asked) => ask(`${running.origin}${path}`, asked) };
  };
}

async function ask(url: string, { token, headers = {}, page }: Asked = {}): Promise<Answered> {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(page && { accept: 'text/html', 'sec-fetch-dest': 'document' }),
      ...headers,
    },
  });
  const text = await response.text();
  const body: unknown = text.startsWith('{') ? JSON.parse(text) : {};
  return {
    status: response.status,
    headers: response.headers,
    reason: response.headers.get('x-clerk-auth-reason'),
    location: response.headers.get('location'),
    body: { ...(typeof body === 'object' ? body : {}) },
  };
}
