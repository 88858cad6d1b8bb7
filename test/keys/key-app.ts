import { afterEach, beforeEach } from '@jest/globals';
import { Logger, type LoggerService, type ModuleMetadata } from '@nestjs/common';
import { ClerkModule, type ClerkModuleOptions } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';
import { ArticlesController } from '../nest/support/articles.js';
import { bearer } from '../nest/support/callers.js';
import { type Platform, type RunningApp, startApp } from '../nest/support/platforms.js';
import { KeyServer } from './key-server.js';
import { MovedClock } from './moved-clock.js';

/** Keys of one instance, as it would have them after each other; their tokens follow the moved clock. */
export const [first, second] = [instance(), instance()];

function instance(): LocalInstance {
  return new LocalInstance({ now: () => Date.now() });
}

/** A whole application whose keys come from a server with faults, and the clock. */
export class KeyApp {
  readonly clock = new MovedClock();
  readonly log = new Recorder();
  #running: RunningApp | undefined;

  constructor(readonly server: KeyServer) {}

  async start(
    platform: Platform = 'express',
    options: ClerkModuleOptions = {},
    { imports = [], controllers = [] }: ModuleMetadata = {},
  ): Promise<void> {
    const { publishableKey, secretKey } = first;
    const given = { publishableKey, secretKey, apiUrl: this.server.url, ...options };
    this.#running = await startApp(platform, {
      imports: [ClerkModule.forRoot(given), ...imports],
      controllers: [ArticlesController, ...controllers],
    });
    Logger.overrideLogger(this.log);
  }

  get running(): RunningApp {
    if (!this.#running) throw new Error('the application has not been started');
    return this.#running;
  }

  /** The status that a fresh token of an instance's key is answered with. */
  async ask(key: LocalInstance = first, header: Record<string, unknown> = {}): Promise<number> {
    const token = key.mint({ user: 'ada', header });
    const response = await fetch(`${this.running.origin}/articles`, { headers: bearer(token) });
    await response.arrayBuffer();
    return response.status;
  }

  /** What a path answers, without credentials. */
  async get(path: string): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${this.running.origin}${path}`);
    const body: unknown = await response.json();
    return { status: response.status, body };
  }

  async stop(): Promise<void> {
    Logger.overrideLogger(false);
    this.clock.restore();
    await this.#running?.app.close();
    await this.server.goDown();
  }
}

/** An application for each test of a file; each starts its own. */
export function appForTests(): () => KeyApp {
  let current: KeyApp | undefined;
  beforeEach(async () => {
    current = new KeyApp(await KeyServer.start(first));
  });
  afterEach(() => current?.stop());
  return () => {
    if (!current) throw new Error('there is an application only while a test runs');
    return current;
  };
}

/** Keeps what is logged, with its level. */
class Recorder implements LoggerService {
  readonly lines: string[] = [];
  log = (line: unknown) => void this.lines.push(`log ${String(line)}`);
  warn = (line: unknown) => void this.lines.push(`warn ${String(line)}`);
  error = (line: unknown) => void this.lines.push(`error ${String(line)}`);
}
