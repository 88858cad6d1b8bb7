export type { ActorTokenActor, ActorTokenApi, ActorTokenCreateParams } from './actor-token-api.js';
export type { ActorToken, ActorTokenStatus } from './actor-token.js';
