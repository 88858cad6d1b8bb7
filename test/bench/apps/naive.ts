import { importSPKI, jwtVerify } from 'jose';
import { PUBLIC_KEY_PEM } from '../tokens/cheap-key.js';
import { ClaimsModule, type WithClaims } from './claims-guard.js';
import type { Peer } from './peer.js';
import { tokenOf } from './token-of.js';

/** Middleware that has `jose` verify the token of each request. */
export function createNaiveMiddleware() {
  const key = importSPKI(PUBLIC_KEY_PEM, 'RS256');
  return async (request: WithClaims, _response: unknown, next: () => void): Promise<void> => {
    const token = tokenOf(request);
    if (token) {
      try {
        const { payload } = await jwtVerify(token, await key, { algorithms: ['RS256'] });
        const { sub, exp } = payload;
        if (sub !== undefined && exp !== undefined) request.auth = { sub, exp };
      } catch {
        // Whoever has no valid token is not signed in.
      }
    }
    next();
  };
}

/** What tutorials show. */
export const peer: Peer = {
  module: ClaimsModule,
  prepare: (app) => app.use(createNaiveMiddleware()),
};
