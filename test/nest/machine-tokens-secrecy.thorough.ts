import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Logger, type LoggerService, Req } from '@nestjs/common';
import {
  AcceptsToken,
  Auth,
  ClerkAuthenticator,
  ClerkModule,
  getAuth,
  Public,
  RequireScopes,
  type WithAuth,
} from 'clerk-nestjs';
import { LocalClerk } from 'clerk-nestjs/testing';
import { type BackendApiServer, json } from '../client/backend-api-server.js';
import { recordClerk } from './options/recorded-clerk.js';
import { bearer, tokenOf } from './support/callers.js';
import { PLATFORMS, type RunningApp, startApp } from './support/platforms.js';

@Controller()
@AcceptsToken('any')
class Routes {
  readonly #logger = new Logger('Routes');
  constructor(private readonly authenticator: ClerkAuthenticator) {}

  @Get('shown')
  async shown(@Auth() auth: unknown, @Req() request: WithAuth<object>) {
    const authentication = await this.authenticator.authenticate(request);
    const fields = Object.entries(request.auth);
    const everything = { auth, own: request.auth, fields, authentication };
    this.#logger.log(inspect(everything, { depth: 9 }));
    this.#logger.log(JSON.stringify(everything));
    return everything;
  }

  @Get('fails')
  fails(@Auth() auth: unknown) {
    throw new Error(`A handler’s own failure about ${inspect(auth, { depth: 9 })}`);
  }

  @Get('narrowed')
  @AcceptsToken('api_key', 'm2m_token', 'oauth_token')
  narrowed(@Req() request: object) {
    return getAuth(request, { acceptsToken: 'session_token' });
  }

  @Get('not-verified')
  @AcceptsToken('api_key')
  notVerified(@Auth({ acceptsToken: 'any' }) auth: unknown) {
    return auth;
  }

  @Get('scopes') @RequireScopes('some:scope') scopes() {}
  @Get('api-key') @AcceptsToken('api_key') apiKey() {}
  @Get('open') @Public() open() {}
}

const PATHS = ['shown', 'fails', 'narrowed', 'not-verified', 'scopes', 'api-key', 'open', 'none'];
const KINDS = ['api key', 'm2m', 'oauth', 'm2m JWT', 'oauth JWT'] as const;

/** Keeps what is logged, of every level. */
class Recorder implements LoggerService {
  readonly lines: string[] = [];
  readonly #note = (...parts: unknown[]) => {
    this.lines.push(
      parts.map((part) => (typeof part === 'string' ? part : inspect(part))).join(' '),
    );
  };
  log = this.#note;
  error = this.#note;
  warn = this.#note;
  debug = this.#note;
  verbose = this.#note;
  fatal = this.#note;
}

describe.each(PLATFORMS)('a token, on %s, with debug on,', (platform) => {
  let clerk: LocalClerk;
  let api: BackendApiServer;
  let running: RunningApp;
  let recorder: Recorder;
  /** Whether the Backend API quotes what it was sent, in an error. */
  let echo: boolean;

  beforeEach(async () => {
    echo = false;
    clerk = await LocalClerk.start();
    api = await recordClerk(() => clerk);
    const passOn = api.answer;
    api.answer = (res, req) => {
      if (!echo || req.method === 'GET') return passOn(res, req);
      const said = `No: ${req.body} with ${req.headers.authorization}`;
      return json(res, 422, { errors: [{ code: 'form_x', message: said, long_message: said }] });
    };
    recorder = new Recorder();
    const options = { ...clerk.options, apiUrl: api.url, debug: true };
    running = await startApp(platform, {
      imports: [ClerkModule.forRoot(options)],
      controllers: [Routes],
    });
    Logger.overrideLogger(recorder);
  });

  afterEach(async () => {
    Logger.overrideLogger(false);
    await running.app.close();
    await api.close();
    await clerk.stop();
  });

  /** Sends tokens everywhere, and says which answers or log lines show one, or a key. */
  async function leaks(tokens: readonly string[]): Promise<string[]> {
    const secrets = [clerk.secretKey, clerk.machineSecretKey, ...tokens.map(secretPartOf)];
    const found: string[] = [];
    for (const token of tokens) {
      for (const path of PATHS) {
        const response = await fetch(`${running.origin}/${path}`, { headers: bearer(token) });
        const said = (await response.text()) + JSON.stringify([...response.headers]);
        if (secrets.some((secret) => said.includes(secret))) found.push(`answer of ${path}`);
      }
    }
    const logged = recorder.lines.filter((line) => secrets.some((secret) => line.includes(secret)));
    return [...found, ...logged];
  }

  it('that is good reaches neither log nor answer nor error', async () => {
    expect(await leaks(KINDS.map((kind) => tokenOf(kind, clerk)))).toEqual([]);
    const log = recorder.lines.join('\n');
    expect(log).toMatch(/\/shown"? is signed-in[^]*api_key \(taken: any\)/);
    expect(log).toContain('A handler’s own failure');
    expect(log).toMatch(/Asked for any, but this request was authenticated for [^.]*api_key/);
    expect(log).toMatch(/Routes\.scopes refused user_\w+, who lacks: scope some:scope/);
  });

  it('that is no good reaches neither log nor answer', async () => {
    const tokens = ['ak_', 'mt_', 'oat_'].map((prefix) => `${prefix}this_is_nobodys_secret`);
    expect(await leaks([...tokens, 'no-prefix-but-a-secret', 'mt_e30.e30.c2VjcmV0'])).toEqual([]);
    expect(recorder.lines.join('\n')).toMatch(/\/api-key"? is signed-out[^]*token-invalid/);
  });

  it('that the Backend API quotes in an error reaches neither log nor answer', async () => {
    echo = true;
    expect(await leaks(['ak_quoted_secret', 'mt_quoted_secret', 'oat_quoted_secret'])).toEqual([]);
    const quoted = api.requests.filter(({ body }) => body.includes('_quoted_secret'));
    expect(quoted.length).toBeGreaterThan(0);
  });

  it('reaches neither log nor answer while Clerk is out of reach', async () => {
    const tokens = KINDS.map((kind) => tokenOf(kind, clerk));
    await api.close();
    expect(await leaks(tokens)).toEqual([]);
    expect(recorder.lines.join('\n')).toContain('answered 503');
  });
});

/** What of a token must not be seen: of a JWT the signature, without which the rest is of no use. */
function secretPartOf(token: string): string {
  return token.split('.')[2] ?? token;
}
