import { afterAll, beforeAll } from '@jest/globals';
import { Controller, Get, type INestApplication, Req } from '@nestjs/common';
import {
  ClerkModule,
  type ClerkModuleOptions,
  type FrontendApiProxyOptions,
  Public,
} from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { withEnvironment } from '../../nest/options/with-environment.js';
import { type Platform, type RunningApp, startApp } from '../../nest/support/platforms.js';
import type { Upstream } from './upstream.js';

/** The instance whose keys the applications of these tests have. */
export const instance = new LocalInstance();

const { publishableKey, secretKey, jwtKey } = instance;

/** Keys that need no Backend API. */
export const KEYS = { publishableKey, secretKey, jwtKey } as const;

/** Whatever is not taken by the proxy comes here. */
@Controller()
class ElsewhereController {
  @Get(['', '*'])
  @Public()
  elsewhere(@Req() request: { url: string }) {
    return { handled: request.url };
  }
}

/** How an application of these tests differs from the plainest. */
export interface ProxiedSetup {
  readonly proxy?: FrontendApiProxyOptions;
  readonly options?: ClerkModuleOptions;
  readonly configure?: (app: INestApplication) => unknown;
  readonly bodyParser?: boolean;
}

/** Starts an application with a proxy to an upstream. */
export function startProxied(
  platform: Platform,
  { origin }: Pick<Upstream, 'origin'>,
  { proxy = { enabled: true }, options, ...setup }: ProxiedSetup = {},
): Promise<RunningApp> {
  const module = ClerkModule.forRoot({ ...KEYS, frontendApiProxy: proxy, ...options });
  return withEnvironment({ CLERK_FAPI_URL: origin }, () =>
    startApp(platform, { imports: [module], controllers: [ElsewhereController] }, setup),
  );
}

/** The same for the tests of a `describe`, whose upstream has been started before. */
export function proxiedForTests(
  platform: Platform,
  upstream: Upstream,
  setup?: ProxiedSetup,
): { readonly origin: string; readonly port: number } {
  let running: RunningApp | undefined;
  beforeAll(async () => {
    running = await startProxied(platform, upstream, setup);
  });
  afterAll(() => running?.app.close());
  return {
    get origin() {
      return running?.origin ?? '';
    },
    get port() {
      return running?.port ?? 0;
    },
  };
}
