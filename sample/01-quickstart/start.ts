import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { LocalClerk } from 'clerk-nestjs/testing';
import { readPort, reservePort } from './port.ts';
import { rootModule } from './root-module.ts';

/** The quickstart, up and listening. */
export interface Quickstart {
  readonly app: NestExpressApplication;
  /** `http://localhost:<port>` */
  readonly origin: string;
  /** The embedded Clerk; undefined when the environment has keys. */
  readonly localClerk: LocalClerk | undefined;
  /** Stops both. */
  stop(): Promise<void>;
}

/**
 * Starts the app and, unless the environment has Clerk keys, an embedded Clerk before it.
 *
 * @param options `isOneOrigin`: whether browsers see the app's origin only, Clerk's being behind its
 * proxy. Default: true.
 */
export async function start({ isOneOrigin = true } = {}): Promise<Quickstart> {
  const { port, release } = await reservePort(readPort('PORT', 3000));
  const origin = `http://localhost:${port}`;
  let localClerk: LocalClerk | undefined;
  try {
    if (!hasClerkKeys()) localClerk = await startLocalClerk(origin, isOneOrigin);
    const app = await createApp(localClerk);
    await release();
    await app.listen(port);
    const stop = async () => {
      await app.close();
      await localClerk?.stop();
    };
    return { app, origin, localClerk, stop };
  } catch (error) {
    await release();
    await localClerk?.stop();
    throw error;
  }
}

function hasClerkKeys({ env } = process): boolean {
  return !!(env.CLERK_PUBLISHABLE_KEY || env.CLERK_SECRET_KEY || env.CLERK_JWT_KEY);
}

/** @param azp The origin that the tokens are for. */
async function startLocalClerk(azp: string, isOneOrigin: boolean): Promise<LocalClerk> {
  const localClerk = await LocalClerk.start({
    port: readPort('LOCAL_CLERK_PORT', 4010),
    azp,
    webhooks: { url: `${azp}/webhooks/clerk` },
  });
  // Where real keys would be: AppModule can't tell the difference.
  Object.assign(process.env, isOneOrigin ? localClerk.proxiedEnv() : localClerk.env);
  return localClerk;
}

async function createApp(localClerk: LocalClerk | undefined): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(
    {
      ...rootModule(),
      // For the pages, which show its users.
      global: true,
      providers: localClerk ? [{ provide: LocalClerk, useValue: localClerk }] : [],
      exports: localClerk ? [LocalClerk] : [],
    },
    // A browser's idle connections would otherwise hold up Ctrl-C.
    { logger: ['warn', 'error', 'fatal'], forceCloseConnections: true },
  );
  app.enableShutdownHooks();
  // On Ctrl-C Nest closes the app; the embedded Clerk goes with it.
  app.getHttpServer().once('close', () => void localClerk?.stop());
  return app;
}
