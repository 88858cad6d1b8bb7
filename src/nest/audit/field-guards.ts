import type { ModulesContainer } from '@nestjs/core';

/** Under which token `@nestjs/graphql` keeps its options. */
const GRAPHQL_OPTIONS = 'GqlModuleOptions';

/** Whether a method resolves a field of a GraphQL type. */
export function isField(handler: object): boolean {
  return Reflect.hasMetadata('graphql:resolve_property', handler);
}

/** Whether Nest runs guards for fields of GraphQL types: it has to be told to, for it costs time. */
export function runsFieldGuards(modules: ModulesContainer): boolean {
  const options = [...modules.values()].map(
    ({ providers }): unknown => providers.get(GRAPHQL_OPTIONS)?.instance,
  );
  return options.some((one) => enhancersOf(one).includes('guards'));
}

function enhancersOf(options: unknown): readonly unknown[] {
  const isObject = typeof options === 'object' && options !== null;
  const list: unknown = isObject ? Reflect.get(options, 'fieldResolverEnhancers') : undefined;
  return Array.isArray(list) ? list : [];
}
