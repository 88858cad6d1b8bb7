import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import { RawConnection } from '../../nest/bypass/raw-connection.js';
import { portOf } from '../../nest/support/platforms.js';

/** What a protected handler or file answers; nothing else does. */
export const SECRET = 'the-secret-of-the-vault';

/** A server that listens on loopback. */
export interface NastyServer {
  /** Whether the secret is what this target leads to; false for what it refuses. */
  leadsToSecret(target: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Starts a server of Node's, which hands requests to a framework. */
export async function listen(listener: RequestListener): Promise<NastyServer> {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  return {
    leadsToSecret: (target) => leadsToSecret(port, target),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function leadsToSecret(port: number, target: string): Promise<boolean> {
  const connection = await RawConnection.open(port);
  try {
    connection.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    const { status, text } = await connection.read();
    return status === 200 && text.includes(SECRET);
  } finally {
    connection.close();
  }
}
