import { applyDecorators, SetMetadata } from '@nestjs/common';

// The metadata that Nest's packages leave, which are not installed here.

const RESOLVER_TYPE = 'graphql:resolver_type';
const RESOLVER_NAME = 'graphql:resolver_name';

/** As `@Resolver()` of `@nestjs/graphql`. */
export const Resolver = (type?: string) => SetMetadata(RESOLVER_TYPE, type);

/** As `@Query()`, `@Mutation()` and `@Subscription()`. */
export const Operation = (type: 'Query' | 'Mutation' | 'Subscription', name?: string) =>
  applyDecorators(SetMetadata(RESOLVER_TYPE, type), SetMetadata(RESOLVER_NAME, name));

/** As `@ResolveField()`. */
export const ResolveField = (name?: string) =>
  applyDecorators(SetMetadata('graphql:resolve_property', true), SetMetadata(RESOLVER_NAME, name));

/** As `GraphQLModule.forRoot()` provides its options. */
export const graphqlOptions = (options: unknown) => ({
  provide: 'GqlModuleOptions',
  useFactory: () => Promise.resolve(options),
});

/** As `@WebSocketGateway()` of `@nestjs/websockets`. */
export const Gateway = () => SetMetadata('websockets:is_gateway', true);

/** As `@SubscribeMessage()`. */
export const SubscribeMessage = (message: unknown) =>
  applyDecorators(SetMetadata('websockets:message_mapping', true), SetMetadata('message', message));

/** As `@MessagePattern()` of `@nestjs/microservices`. */
export const MessagePattern = (...patterns: unknown[]) =>
  applyDecorators(
    SetMetadata('microservices:pattern', patterns),
    SetMetadata('microservices:handler_type', 1),
  );

/** As `@EventPattern()`. */
export const EventPattern = (...patterns: unknown[]) =>
  applyDecorators(
    SetMetadata('microservices:pattern', patterns),
    SetMetadata('microservices:handler_type', 2),
  );
