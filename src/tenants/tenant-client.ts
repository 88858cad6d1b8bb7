import { ClerkClient, createClerkClient } from '../clerk-client.js';
import type { Tenant } from './tenant.js';
import type { TenantContext } from './tenant-context.js';
import type { TenantSource } from './tenant-source.js';

/** Gives a member of a client, by its name. */
type ReadMember = (name: string) => unknown;

/**
 * The client of an application with several tenants: it does everything by the client of the tenant
 * whose request is being worked on.
 */
export function createTenantClient(context: TenantContext, tenants: TenantSource): ClerkClient {
  const open = (tenant: unknown) => deferredClient(() => tenants.open(tenant));
  return clientBy((name) => Reflect.get(context.current().client, name), open);
}

/**
 * The client of a tenant that may have to be loaded first: each call waits for that, so the client is
 * there at once.
 */
function deferredClient(open: () => Tenant | Promise<Tenant>): ClerkClient {
  const model = createClerkClient({});
  const memberOf = async (name: string): Promise<unknown> =>
    Reflect.get((await open()).client, name);
  return clientBy((name) => {
    const known: unknown = Reflect.get(model, name);
    if (typeof known === 'function') return deferred(() => memberOf(name), undefined);
    const methods = Object.keys(Object(known)).map((method) => {
      const api = () => memberOf(name);
      return [method, deferred(api, method)] as const;
    });
    return Object.fromEntries(methods);
  }, raiseNested);
}

/** A function that is looked up when it is called. */
function deferred(target: () => Promise<unknown>, method: string | undefined) {
  return async (...args: unknown[]): Promise<unknown> => {
    const found = await target();
    const called: unknown = method === undefined ? found : Reflect.get(Object(found), method);
    if (typeof called !== 'function')
      throw new TypeError(`The client of this tenant has no ${method}.`);
    return Reflect.apply(called, found, args);
  };
}

/** An instance of the class that clients are injected by, with every member that one of ours has. */
function clientBy(read: ReadMember, open: (tenant: unknown) => ClerkClient): ClerkClient {
  // The prototype makes it one; the members are all here.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const client = Object.create(ClerkClient.prototype) as ClerkClient;
  for (const name of Object.keys(createClerkClient({}))) {
    Object.defineProperty(client, name, { get: () => read(name) });
  }
  return Object.defineProperty(client, 'for', { value: open });
}

function raiseNested(): never {
  throw new TypeError(
    'This client is a tenant’s already: clerk.for() is a method of the injected one.',
  );
}
