/**
 * Checked by `tsc -p test/tsconfig.json`, never run: each `@ts-expect-error` fails the build when
 * the mistake below it starts to compile.
 */
import type { createClerkClient as createVendorClient } from '@clerk/backend';
import { bind } from '../../src/client/bind.js';
import { routes } from '../../src/client/routes.js';
import type { BackendApiClient, User, UserApi } from '../../src/client/index.js';

interface Api {
  one(id: string): Promise<number>;
  two(boxId: string, thingId: string): Promise<number>;
  list(params?: { limit?: number }): Promise<number>;
  both(params: { boxId: string; thingId: string; name?: string }): Promise<number>;
  mixed(boxId: string, params: { thingId: string }): Promise<number>;
  soft(params: { boxId?: string }): Promise<number>;
  loose(params: { boxId: number }): Promise<number>;
  template(id: string, template?: string): Promise<number>;
  readonly notAMethod: string;
}

export const right = routes<Api>()({
  one: 'GET /x/{id}',
  two: 'GET /x/{boxId}/{thingId}',
  list: 'GET /x',
  both: 'DELETE /x/{boxId}/y/{thingId}',
  mixed: 'PATCH /x/{boxId}/{thingId}',
});

type MachineApi = 'apiKeys' | 'm2m' | 'idPOAuthAccessToken';

/** The vendor's client can stand in for ours where machine tokens are verified. */
export const standIn = (
  vendor: ReturnType<typeof createVendorClient>,
): { readonly [Name in MachineApi]: Pick<BackendApiClient[Name], 'verify'> } => vendor;

// @ts-expect-error -- a path has a version or none
routes<Api>({ version: 'v2' });

export const wrong = [
  // @ts-expect-error -- more slots than string arguments
  routes<Api>()({ one: 'GET /x/{id}/{other}' }),
  // @ts-expect-error -- no argument for the slot
  routes<Api>()({ list: 'GET /x/{id}' }),
  // @ts-expect-error -- a string argument that goes nowhere
  routes<Api>()({ two: 'GET /x/{boxId}' }),
  // @ts-expect-error -- the parameter object has no such property
  routes<Api>()({ both: 'GET /x/{boxId}/{thing}' }),
  // @ts-expect-error -- the parameter object has no such property
  routes<Api>()({ mixed: 'GET /x/{boxId}/{thing}' }),
  // @ts-expect-error -- the property may be missing
  routes<Api>()({ soft: 'GET /x/{boxId}' }),
  // @ts-expect-error -- the property is not a string
  routes<Api>()({ loose: 'GET /x/{boxId}' }),
  // @ts-expect-error -- an optional string argument: such a method is a function beside the table
  routes<Api>()({ template: 'GET /x/{id}' }),
  // @ts-expect-error -- the interface has no such method
  routes<Api>()({ three: 'GET /x' }),
  // @ts-expect-error -- not a method
  routes<Api>()({ notAMethod: 'GET /x' }),
  // @ts-expect-error -- not an HTTP method of the API
  routes<Api>()({ list: 'FETCH /x' }),
  // @ts-expect-error -- a path starts with a slash
  routes<Api>()({ list: 'GET x' }),
  // @ts-expect-error -- what has no row has nothing of its own
  routes<Api>()({ list: 'GET /x' }, { one: { params: 'query' } }),
  // @ts-expect-error -- no place for parameters
  routes<Api>()({ list: 'GET /x' }, { list: { params: 'header' } }),
];

export const bound: Pick<Api, 'one' | 'two' | 'list' | 'both' | 'mixed'> = bind(
  right,
  async () => undefined,
);

// @ts-expect-error -- a method without a row is not there
export const missing: unknown = bound.template;

// @ts-expect-error -- an API whose method has no row is incomplete
export const incomplete: UserApi = bind(routes<UserApi>()({}), async () => undefined);

export async function use(clerk: BackendApiClient): Promise<void> {
  const user: User = await clerk.users.getUser('user_1');
  // @ts-expect-error -- resources are read-only
  user.firstName = 'Grace';
  // @ts-expect-error -- an id is needed
  await clerk.users.getUser();
}
