import type { ModuleMetadata } from '@nestjs/common';
import { LocalClerk } from 'clerk-nestjs/testing';
import { type AppSetup, type Platform, type RunningApp, startApp } from '../support/platforms.js';
import { type Call, CallLog, CallLogModule } from './call-log.js';
import { type Caller, credentialsOf } from './callers.js';
import { RawConnection } from './raw-connection.js';
import { type RawRequest, toBytes } from './raw-request.js';

/** An application that attempts are made against. */
export interface Shape extends AppSetup {
  /** Its root module; the log of calls is added. */
  metadata(clerk: LocalClerk): ModuleMetadata;
  /** What ada gets in by, so that an application that answers nobody can't pass. */
  readonly home: RawRequest;
}

/** What a request came to. */
export interface Result {
  readonly status: number;
  readonly text: string;
  /** The runs of protected handlers. */
  readonly calls: readonly Call[];
}

/** The applications of one platform: each is started when it is first wanted. */
export class Arena {
  readonly #running = new Map<Shape, Promise<RunningApp>>();

  private constructor(
    readonly platform: Platform,
    readonly clerk: LocalClerk,
  ) {}

  static async open(platform: Platform): Promise<Arena> {
    return new Arena(platform, await LocalClerk.start());
  }

  /** Starts an application, or rejects where it refuses to boot. */
  start(shape: Shape): Promise<RunningApp> {
    const known = this.#running.get(shape);
    if (known) return known;
    const { imports = [], ...rest } = shape.metadata(this.clerk);
    const metadata = { ...rest, imports: [CallLogModule, ...imports] };
    const running = startApp(this.platform, metadata, shape);
    this.#running.set(shape, running);
    return running;
  }

  /** Sends a request as somebody, on a connection of its own. */
  async send(shape: Shape, request: RawRequest, caller: Caller): Promise<Result> {
    const { app, port } = await this.start(shape);
    const log = app.get(CallLog);
    log.take();
    const connection = await RawConnection.open(port);
    try {
      connection.write(toBytes(request, credentialsOf(caller, this.clerk)));
      const answer = await connection.read(request.line.split(' ', 1)[0]);
      return { ...answer, calls: log.take() };
    } finally {
      connection.close();
    }
  }

  async close(): Promise<void> {
    const started = await Promise.allSettled(this.#running.values());
    for (const one of started) if (one.status === 'fulfilled') await one.value.app.close();
    await this.clerk.stop();
  }
}
