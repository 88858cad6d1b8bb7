import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';

/** A server that passes requests below a path on, as an application with a proxy does. */
export interface Forwarder {
  /** `http://localhost:<port>` */
  readonly origin: string;
  close(): Promise<void>;
}

/** What of the headers is not as a proxy of Clerk's sends them, made of where browsers see it. */
export type HeaderChanges = (proxyUrl: string) => Record<string, string>;

/**
 * Starts an application that answers its own requests with the cookies they came with, and passes
 * on those below `/__clerk` as they are: no redirect is rewritten.
 */
export async function startForwarder(
  target: string,
  secretKey: string,
  changes: HeaderChanges = () => ({}),
): Promise<Forwarder> {
  const server = createServer((request, response) => {
    const { url = '/', method, headers } = request;
    if (!url.startsWith('/__clerk/')) {
      response.end(headers.cookie);
      return;
    }
    const proxyUrl = `http://${headers.host}/__clerk`;
    const passed = httpRequest(`${target}${url.slice('/__clerk'.length)}`, {
      method,
      headers: {
        ...headers,
        host: new URL(target).host,
        'clerk-proxy-url': proxyUrl,
        'clerk-secret-key': secretKey,
        ...changes(proxyUrl),
      },
    });
    passed.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(passed);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The forwarder has no port.');
  return {
    origin: `http://localhost:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
