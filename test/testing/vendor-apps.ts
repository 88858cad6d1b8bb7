import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createClerkClient } from '@clerk/backend';
import { clerkMiddleware, getAuth } from '@clerk/express';
import type { ClerkMiddlewareOptions } from '@clerk/express';
import express from 'express';
import type { LocalClerk } from 'clerk-nestjs/testing';

/** An application that authenticates by the vendor's `authenticateRequest()` and shows the outcome. */
export function backendApp(clerk: LocalClerk): Server {
  const { options } = clerk;
  const vendor = createClerkClient({ ...options, telemetry: { disabled: true } });
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const state = await vendor.authenticateRequest(documentRequest(request), options);
    for (const [name, value] of state.headers) response.appendHeader(name, value);
    if (state.headers.has('location')) return response.writeHead(307).end();
    const auth = state.toAuth();
    return response.end(
      JSON.stringify({
        status: state.status,
        reason: state.reason,
        userId: auth && 'userId' in auth ? auth.userId : null,
      }),
    );
  };
  return createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
}

/**
 * An application with the vendor's Express middleware.
 *
 * @param options Beside those that lead to the instance, or in their place.
 */
export function expressApp(clerk: LocalClerk, options: ClerkMiddlewareOptions = {}): Server {
  const app = express();
  // Given, because the one it has by default takes its keys from the environment.
  const clerkClient = createClerkClient({ ...clerk.options, telemetry: { disabled: true } });
  app.use(clerkMiddleware({ ...clerk.options, clerkClient, ...options }));
  app.get('/{*path}', (request, response) => {
    const { userId, orgSlug } = getAuth(request);
    response.json({ userId, orgSlug });
  });
  return createServer(app);
}

function documentRequest({ headers, url, method }: IncomingMessage): Request {
  const names = ['accept', 'cookie', 'host', 'sec-fetch-dest'];
  const shown = names.flatMap((name): [string, string][] => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return new Request(new URL(url ?? '/', `http://${headers.host}`), { method, headers: shown });
}
