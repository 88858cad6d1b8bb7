import { once } from 'node:events';
import type { Server } from 'node:http';
import type { INestApplication, ModuleMetadata, Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test, type TestingModuleBuilder } from '@nestjs/testing';

/** The platforms that every suite of behaviour runs on. */
export const PLATFORMS = ['express', 'fastify'] as const;

export type Platform = (typeof PLATFORMS)[number];

/** An application that listens on a real socket. */
export interface RunningApp {
  readonly app: INestApplication;
  readonly origin: string;
  readonly port: number;
}

export interface AppSetup {
  /** Last changes to the module, such as overrides. */
  readonly override?: (builder: TestingModuleBuilder) => TestingModuleBuilder;
  /** What `main.ts` does between creating the application and listening. */
  readonly configure?: (app: INestApplication) => unknown;
  /** Nest's own option; default true. */
  readonly bodyParser?: boolean;
}

/** Builds an application out of modules and controllers and starts it on a free port. */
export async function startApp(
  platform: Platform,
  metadata: ModuleMetadata | Type,
  { override = (builder) => builder, configure, bodyParser = true }: AppSetup = {},
): Promise<RunningApp> {
  const root = typeof metadata === 'function' ? { imports: [metadata] } : metadata;
  const module = await override(Test.createTestingModule(root)).compile();
  const app =
    platform === 'express'
      ? module.createNestApplication({ logger: false, bodyParser })
      : module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), {
          logger: false,
          bodyParser,
        });
  await configure?.(app);
  await app.listen(0, '127.0.0.1');
  const port = portOf(app.getHttpServer());
  return { app, origin: `http://127.0.0.1:${port}`, port };
}

/** The port that a server of Node's listens on. */
export function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null)
    throw new Error('The server is not listening.');
  return address.port;
}

/** Starts a bare server of Node's on a free port of loopback. */
export async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${portOf(server)}`;
}
