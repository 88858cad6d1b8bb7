import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { afterAll } from '@jest/globals';
import { portOf } from '../../nest/support/platforms.js';

/** An application that listens on loopback. */
export interface ExpressServer {
  readonly port: number;
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts an Express application, or any other listener of Node's, on a free port. */
export async function serve(app: RequestListener): Promise<ExpressServer> {
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The same for the tests of a file, at whose end all that were started are closed. */
export function serversForTests(): (app: RequestListener) => Promise<ExpressServer> {
  const running: ExpressServer[] = [];
  afterAll(async () => {
    await Promise.all(running.map((server) => server.close()));
  });
  return async (app) => {
    const server = await serve(app);
    running.push(server);
    return server;
  };
}
