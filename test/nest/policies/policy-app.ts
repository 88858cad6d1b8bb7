import { afterAll, beforeAll } from '@jest/globals';
import { Logger, type LoggerService, type ModuleMetadata, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ClerkModule, type ClerkModuleOptions } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { type AppSetup, type Platform, type RunningApp, startApp } from '../support/platforms.js';

/** What an application answered. */
export interface PolicyAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Asks an application for a path. */
export type Ask = (
  path: string,
  headers?: Readonly<Record<string, string>>,
) => Promise<PolicyAnswer>;

/** Reaches the application of one `describe`, by asking it or as it is. */
export interface PolicyApp {
  readonly ask: Ask;
  readonly running: RunningApp;
}

/**
 * An application for the tests of one `describe`.
 *
 * @param options Asked when it starts, so that a Clerk can start before.
 */
export function policyAppForTests(
  platform: Platform,
  { imports = [], ...metadata }: ModuleMetadata,
  options: () => ClerkModuleOptions,
  setup?: AppSetup,
): PolicyApp {
  let running: RunningApp;
  beforeAll(async () => {
    const all = [ClerkModule.forRoot(options()), ...imports];
    running = await startApp(platform, { ...metadata, imports: all }, setup);
  });
  afterAll(() => running.app.close());
  return {
    ask: (path, headers) => askAt(`${running.origin}${path}`, headers),
    get running() {
      return running;
    },
  };
}

/** Sends a GET request and follows no redirect. */
export async function askAt(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<PolicyAnswer> {
  const response = await fetch(url, { headers, redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Boots an application, without a socket, to see whether it refuses to. */
export async function bootPolicies(
  type: Type,
  { imports = [], ...metadata }: ModuleMetadata = {},
  options: ClerkModuleOptions = {},
): Promise<void> {
  const { publishableKey, secretKey, jwtKey } = new LocalInstance();
  const clerk = ClerkModule.forRoot({ publishableKey, secretKey, jwtKey, ...options });
  const controllers = [type];
  const module = await Test.createTestingModule({
    controllers,
    ...metadata,
    imports: [clerk, ...imports],
  }).compile();
  const app = module.createNestApplication({ logger: false });
  try {
    await app.init();
  } finally {
    await app.close();
  }
}

/** Keeps what is logged, with its level. */
export class LogRecorder implements LoggerService {
  readonly lines: string[] = [];
  log = this.#noteAs('log');
  error = this.#noteAs('error');
  warn = this.#noteAs('warn');
  debug = this.#noteAs('debug');
  verbose = this.#noteAs('verbose');
  fatal = this.#noteAs('fatal');

  /** Records while something runs. */
  static async during(action: () => Promise<unknown>): Promise<string[]> {
    const recorder = new LogRecorder();
    Logger.overrideLogger(recorder);
    try {
      await action();
    } finally {
      Logger.overrideLogger(false);
    }
    return recorder.lines;
  }

  #noteAs(level: string) {
    return (...parts: unknown[]) => void this.lines.push([level, ...parts].map(String).join(' '));
  }
}
