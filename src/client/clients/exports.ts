export type { ClientApi, GetHandshakePayloadParams } from './client-api.js';
export type { Client, LastAuthenticationStrategy } from './client.js';
export type { HandshakePayload } from './handshake-payload.js';
