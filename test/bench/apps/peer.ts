import type { IncomingMessage } from 'node:http';
import type { INestApplication, Type } from '@nestjs/common';

/** Whom we compare, by what protects their applications. */
export const PEER_NAMES = ['bare', 'ideal', 'naive', 'ours', 'vendor'] as const;

/** The name of one of the compared. */
export type PeerName = (typeof PEER_NAMES)[number];

/** An application with `GET /me` for those who are signed in and `GET /public` for everybody. */
export interface Peer {
  /** The module with the two routes. */
  readonly module: Type;
  /** What the application's main file does before it listens. */
  readonly prepare?: (app: INestApplication) => void;
}

/** What `GET /public` answers. */
export const PUBLIC_ANSWER = { open: true };

/** Node's request: Fastify's is a wrapper around it. */
export function rawRequest(request: IncomingMessage & { raw?: IncomingMessage }): IncomingMessage {
  return request.raw ?? request;
}
