import { createServer } from 'node:http';
import { clerkMiddleware, type ClerkMiddlewareOptions, getAuth } from '@clerk/express';
import express from 'express';
import type { ClerkOptions } from 'clerk-nestjs';
import { withoutNoise } from '../../../conformance/run/quiet.js';
import { portOf, listen, type Platform } from '../../support/platforms.js';
import { type Answer, ask, type Question } from './ask.js';
import { withApp } from './with-app.js';

/** What has to be the same of two answers to one request. */
export interface Told {
  readonly status: number;
  readonly location: string | undefined;
  readonly query: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: unknown;
}

/** Asks our application and the vendor's Express middleware the same, each over a socket of its own. */
export async function askBoth(
  platform: Platform,
  options: ClerkOptions,
  questions: readonly Question[],
): Promise<{ ours: Told[]; vendors: Told[] }> {
  const ours = await withApp(platform, options, (app) => askAll(app, questions));
  const vendors = await withoutNoise(() => withVendor(options, (app) => askAll(app, questions)));
  return { ours, vendors };
}

function askAll(app: { port: number }, questions: readonly Question[]): Promise<Told[]> {
  return Promise.all(questions.map(async (question) => told(await ask(app, question))));
}

function told({ status, location, cookies, body }: Answer): Told {
  return {
    status,
    location: location && `${location.origin}${location.pathname}`,
    query: Object.fromEntries(location?.searchParams ?? []),
    cookies,
    // What is said of an error is each one's own.
    body: status < 300 ? body : undefined,
  };
}

async function withVendor<Result>(
  options: ClerkOptions,
  work: (app: { port: number }) => Promise<Result>,
): Promise<Result> {
  const app = express();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Its types leave out the functions that its code takes.
  app.use(clerkMiddleware(options as ClerkMiddlewareOptions));
  app.all('/{*path}', (request, response) => {
    const { userId, orgId, orgSlug } = getAuth(request);
    response.json({ userId, orgId: orgId ?? null, orgSlug: orgSlug ?? null });
  });
  const server = createServer(app);
  await listen(server);
  try {
    return await work({ port: portOf(server) });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
