/** The ways in which Nest can be called from outside. */
export type Transport = 'http' | 'graphql' | 'ws' | 'rpc';

/** How a method is called from outside. */
export interface Route {
  readonly transport: Transport;
  readonly route: string;
  /** The paths of an HTTP route. */
  readonly paths?: readonly string[];
}

// By the metadata that Nest's packages leave; the packages need not be installed.

/** The GraphQL fields that a method of a resolver answers. */
export function graphqlRoutes(
  resolver: { readonly name: string },
  handler: object,
  name: string | symbol,
): Route[] {
  const read = (key: string): unknown => Reflect.getMetadata(key, handler);
  const type = textOf(read('graphql:resolver_type'));
  const field = textOf(read('graphql:resolver_name')) ?? String(name);
  return [
    ...(type ? [`${type} ${field}`] : []),
    ...(read('graphql:resolve_property') ? [`field ${field} of ${resolver.name}`] : []),
    ...(read('graphql:resolve_reference') ? [`reference of ${resolver.name}`] : []),
  ].map((route) => ({ transport: 'graphql', route }));
}

/** The messages that a method of a gateway answers. */
export function messageRoutes(gateway: object, handler: object): Route[] {
  const isGateway = Reflect.hasMetadata('websockets:is_gateway', gateway);
  if (!isGateway || !Reflect.hasMetadata('websockets:message_mapping', handler)) return [];
  const message: unknown = Reflect.getMetadata('message', handler);
  return [{ transport: 'ws', route: `message ${show(message)}` }];
}

/** The patterns of messages and events that a method of a controller answers. */
export function patternRoutes(handler: object): Route[] {
  const patterns: unknown[] = [Reflect.getMetadata('microservices:pattern', handler)].flat();
  return patterns
    .filter((pattern) => pattern !== undefined)
    .map((pattern) => ({ transport: 'rpc', route: `pattern ${show(pattern)}` }));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
