import { once } from 'node:events';
import type { Server } from 'node:http';
import { portOf } from '../nest/support/platforms.js';

/** The applications of a suite, each on a free port. */
export class AppServers {
  private readonly servers: Server[] = [];

  /**
   * Starts an application and returns its origin.
   *
   * @param host What the browser calls it, and so whose its cookies are: `localhost` or `127.0.0.1`.
   */
  async start(server: Server, host: string): Promise<string> {
    this.servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://${host}:${portOf(server)}`;
  }

  /** Stops all of them. */
  stop(): void {
    for (const server of this.servers.splice(0)) {
      server.close();
      server.closeAllConnections();
    }
  }
}
