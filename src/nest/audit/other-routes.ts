/** The ways in which Nest can be called from outside. */
export type Transport = 'http' | 'graphql' | 'ws' | 'rpc';

/** How a method is called from outside. */
export interface Route {
  readonly transport: Transport;
  readonly route: string;
}

/**
 * The GraphQL fields, gateway messages and patterns that a method answers, by the metadata that
 * Nest's packages leave; the packages need not be installed.
 */
export function otherRoutes(
  controller: { readonly name: string },
  handler: object,
  name: string | symbol,
): Route[] {
  const read = (key: string): unknown => Reflect.getMetadata(key, handler);
  const routes: Route[] = [];
  const resolverType = textOf(read('graphql:resolver_type'));
  const field = textOf(read('graphql:resolver_name')) ?? String(name);
  if (resolverType) routes.push({ transport: 'graphql', route: `${resolverType} ${field}` });
  if (read('graphql:resolve_property')) {
    routes.push({ transport: 'graphql', route: `field ${field} of ${controller.name}` });
  }
  if (read('websockets:message_mapping')) {
    routes.push({ transport: 'ws', route: `message ${show(read('message'))}` });
  }
  for (const pattern of [read('microservices:pattern')].flat()) {
    if (pattern !== undefined) routes.push({ transport: 'rpc', route: `pattern ${show(pattern)}` });
  }
  return routes;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
