import type { Request } from 'express';
import { clerkMiddleware, getAuth } from 'clerk-nestjs';
import { IN_PROCESS_PEERS, type InProcessPeer } from '../in-process/in-process-peer.js';

/** Whose cost is measured with many live tokens. */
export type GrowingPeer = 'ours' | 'ideal';

/** More tokens than are live at any time. */
const ROOM_FOR_ALL = { tokenCache: { max: 200_000 } };

/** The ideal one, or this package with room for every live token. */
export async function growingPeer(name: GrowingPeer): Promise<InProcessPeer> {
  if (name === 'ideal') return IN_PROCESS_PEERS.ideal();
  const handle = clerkMiddleware<Request>(ROOM_FOR_ALL);
  return { handle, userOf: (request) => getAuth(request).userId };
}
