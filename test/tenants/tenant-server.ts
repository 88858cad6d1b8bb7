import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { LocalInstance } from 'clerk-nestjs/testing';
import {
  type BackendApiServer,
  json,
  type SeenRequest,
  startBackendApiServer,
} from '../client/backend-api-server.js';

/** What a tenant's options are in these tests. */
export interface TenantKeys {
  readonly publishableKey: string;
  readonly secretKey: string;
  readonly apiUrl: string;
}

/** A tenant with keys and a Backend API of its own, which answers nobody but the tenant. */
export interface TenantServer {
  readonly name: string;
  readonly instance: LocalInstance;
  readonly options: TenantKeys;
  /** What its Backend API was asked since the test began, as `GET /v1/jwks`. */
  asked(): string[];
  /** A session token of a user's, under the key id that every tenant of these tests has. */
  token(user?: string): string;
}

/** The key id of all tenants: none can be told by it. */
export const SHARED_KID = 'ins_shared';

/** Starts the tenants of a test file, each with an instance of a number of its own. */
export function tenantServersForTests<Name extends string>(
  ...names: readonly Name[]
): Readonly<Record<Name, TenantServer>> {
  const tenants = new Map<string, TenantServer>();
  const servers: BackendApiServer[] = [];
  beforeAll(async () => {
    for (const [index, name] of names.entries()) {
      const server = await startBackendApiServer();
      const instance = new LocalInstance({ number: 20 + index });
      server.answer = answerAs(name, instance);
      servers.push(server);
      tenants.set(name, tenantServer(name, instance, server));
    }
  });
  beforeEach(() => {
    for (const { requests } of servers) requests.length = 0;
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
  });
  const access = names.map((name) => [name, { get: () => tenants.get(name), enumerable: true }]);
  // Each name has the getter made for it above.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.defineProperties({}, Object.fromEntries(access)) as Record<Name, TenantServer>;
}

function tenantServer(
  name: string,
  instance: LocalInstance,
  server: BackendApiServer,
): TenantServer {
  const { publishableKey, secretKey } = instance;
  return {
    name,
    instance,
    options: { publishableKey, secretKey, apiUrl: server.url },
    asked: () => server.requests.map(({ method, url }) => `${method} ${url}`),
    token: (user = 'ada') => instance.mint({ user, header: { kid: SHARED_KID } }),
  };
}

/** Everything that it answers says whose it is. */
function answerAs(name: string, instance: LocalInstance) {
  return (response: ServerResponse, { url, headers }: SeenRequest): void => {
    const isOwner = headers.authorization === `Bearer ${instance.secretKey}`;
    const body = isOwner ? bodyOf(name, instance, url) : undefined;
    json(response, body ? 200 : isOwner ? 404 : 401, body ?? { errors: [] });
  };
}

function bodyOf(name: string, instance: LocalInstance, url: string): object | undefined {
  const [, , area = '', id, , template] = url.split('/');
  if (area === 'jwks') {
    return { keys: instance.jwks.keys.map((key) => Object.assign({}, key, { kid: SHARED_KID })) };
  }
  if (area === 'users') return { object: 'user', id, external_id: name, email_addresses: [] };
  if (area !== 'sessions') return undefined;
  if (template) return { object: 'token', jwt: `${template}-of-${name}` };
  const { user } = instance.signIn('ada');
  return { object: 'session', id, user_id: user.id, status: 'active' };
}
