import type { Request, Response } from 'express';
import type { WithClaims } from '../apps/claims-guard.js';
import type { PeerName } from '../apps/peer.js';

/** One of the compared as a middleware, without any server. */
export interface InProcessPeer {
  readonly handle: (request: Request, response: Response, next: () => void) => void | Promise<void>;
  /** Who is signed in, after that. */
  readonly userOf: (request: Request) => string | null | undefined;
}

/** Each loads only what it needs. The bare one is what it costs to make up a request. */
export const IN_PROCESS_PEERS: Record<PeerName, () => Promise<InProcessPeer>> = {
  bare: async () => ({ handle: (_request, _response, next) => next(), userOf: () => undefined }),
  ideal: async () => {
    const { createIdealMiddleware } = await import('../apps/ideal.js');
    return withClaims(createIdealMiddleware());
  },
  naive: async () => {
    const { createNaiveMiddleware } = await import('../apps/naive.js');
    return withClaims(createNaiveMiddleware());
  },
  ours: async () => {
    const { clerkMiddleware, getAuth } = await import('clerk-nestjs');
    return { handle: clerkMiddleware<Request>(), userOf: (request) => getAuth(request).userId };
  },
  vendor: async () => {
    const { clerkMiddleware, getAuth } = await import('@clerk/express');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its type says nothing of the promise that it returns
    const handle = clerkMiddleware() as InProcessPeer['handle'];
    return { handle, userOf: (request) => getAuth(request).userId };
  },
};

/** A middleware of the ideal or the naive kind. */
type ClaimsMiddleware = (
  request: WithClaims,
  response: unknown,
  next: () => void,
) => void | Promise<void>;

function withClaims(handle: ClaimsMiddleware): InProcessPeer {
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Express knows nothing of `auth`, which it adds
    handle: handle as unknown as InProcessPeer['handle'],
    userOf: (request) => claimsOf(request)?.sub,
  };
}

function claimsOf(request: object): WithClaims['auth'] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a middleware of this kind put it there
  return (request as WithClaims).auth;
}
