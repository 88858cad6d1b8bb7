import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { clerkFrontendApiProxy, matchProxyPath } from '@clerk/backend/proxy';
import { clerkMiddleware } from '@clerk/express';
import express, { type ErrorRequestHandler, type Response as ExpressResponse } from 'express';
import { portOf } from '../../../nest/support/platforms.js';
import type { RunningServer } from '../../servers/serve/running-server.js';

type FunctionOptions = NonNullable<Parameters<typeof clerkFrontendApiProxy>[1]> & {
  readonly proxyPath: string;
};

/** Starts Express with the vendor's middleware. */
export function startVendorExpress(
  options: Readonly<Record<string, unknown>>,
): Promise<RunningServer> {
  const app = express();
  app.use(clerkMiddleware(options));
  app.use((_: unknown, response: ExpressResponse) => response.end('elsewhere'));
  const answerError: ErrorRequestHandler = (_error, _request, response, _next) => {
    response.status(500).end();
  };
  app.use(answerError);
  return serve(app);
}

/** Starts a server around the vendor's function that loses nothing of what it gives. */
export function startVendorFunction(options: FunctionOptions): Promise<RunningServer> {
  return serve((request, response) => {
    answerBy(request, response, options).catch(() => response.destroy());
  });
}

async function answerBy(
  request: IncomingMessage,
  response: ServerResponse,
  options: FunctionOptions,
): Promise<void> {
  const asked = toRequest(request);
  if (!asked) {
    response.writeHead(400).end();
    return;
  }
  if (!matchProxyPath(asked, options)) {
    response.end('elsewhere');
    return;
  }
  const answer = await clerkFrontendApiProxy(asked, options);
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) response.appendHeader(name, value);
  if (answer.body) await pipeline(Readable.fromWeb(answer.body), response);
  else response.end();
}

function toRequest(request: IncomingMessage): Request | undefined {
  const { method = 'GET', url = '/', headers } = request;
  const lines = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  const hasBody = !['GET', 'HEAD'].includes(method) && isBodySent(headers);
  try {
    return new Request(new URL(url, `http://${headers.host}`), {
      method,
      headers: lines.map(([name, value]): [string, string] => [name, value]),
      ...(hasBody && {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- two declarations of one class
        body: Readable.toWeb(request) as unknown as RequestInit['body'],
        duplex: 'half',
      }),
    });
  } catch {
    return undefined;
  }
}

function isBodySent(headers: IncomingMessage['headers']): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

async function serve(listener: RequestListener): Promise<RunningServer> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
