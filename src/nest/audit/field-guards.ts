import type { ModulesContainer } from '@nestjs/core';

/** Under which token `@nestjs/graphql` keeps its options. */
const GRAPHQL_OPTIONS = 'GqlModuleOptions';

/** What marks the methods that resolve something within an answer, and no operation of their own. */
const FIELD_KEYS = ['graphql:resolve_property', 'graphql:resolve_reference'];

/** Whether a method resolves a field of a GraphQL type, or a reference to one. */
export function isField(handler: object): boolean {
  return FIELD_KEYS.some((key) => Reflect.hasMetadata(key, handler));
}

/**
 * Whether Nest runs guards for fields of GraphQL types: it has to be told to, for it costs time. Of
 * several GraphQL modules all have to be, as nothing says whose a field is.
 */
export function runsFieldGuards(modules: ModulesContainer): boolean {
  const options = [...modules.values()].flatMap(({ providers }): unknown[] => {
    const wrapper = providers.get(GRAPHQL_OPTIONS);
    return wrapper ? [wrapper.instance] : [];
  });
  return options.length > 0 && options.every((one) => enhancersOf(one).includes('guards'));
}

function enhancersOf(options: unknown): readonly unknown[] {
  const isObject = typeof options === 'object' && options !== null;
  const list: unknown = isObject ? Reflect.get(options, 'fieldResolverEnhancers') : undefined;
  return Array.isArray(list) ? list : [];
}
