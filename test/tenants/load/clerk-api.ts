import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { LoadInstance } from './instance.js';

/**
 * Clerk's Backend API for every tenant at one address: the secret key alone tells whose keys and
 * users are asked for, as with Clerk's own.
 */
export class ClerkApi {
  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async start(instances: readonly LoadInstance[]): Promise<ClerkApi> {
    const bySecretKey = new Map(
      instances.map((instance) => [`Bearer ${instance.tenant.secretKey}`, instance]),
    );
    const server = createServer(({ url = '', headers }, response) => {
      const instance = bySecretKey.get(headers.authorization ?? '');
      const body = instance && answerOf(instance, url);
      response.writeHead(body ? 200 : 401, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body ?? { errors: [{ code: 'clerk_key_invalid' }] }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('the API is not on a port');
    return new ClerkApi(server, `http://127.0.0.1:${address.port}`);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

function answerOf({ jwk, tenant }: LoadInstance, url: string): object | undefined {
  if (url === '/v1/jwks') return { keys: [jwk] };
  const userId = /^\/v1\/users\/(\w+)$/.exec(url)?.[1];
  return userId === undefined
    ? undefined
    : { object: 'user', id: userId, external_id: tenant.id, email_addresses: [] };
}
