import { TokenVerificationErrorReason } from '../reasons.js';
import type { KeyLookup, ObservedKeySource } from './key-source.js';

/** For applications that take opaque tokens only, and so have nothing to get keys by. */
export const noKeys: ObservedKeySource = {
  find: (): KeyLookup => ({
    found: false,
    failure: {
      reason: TokenVerificationErrorReason.JWKFailedToResolve,
      message:
        'There is no key to verify JWTs with. Set secretKey (environment variable CLERK_SECRET_KEY) ' +
        'or jwtKey (environment variable CLERK_JWT_KEY).',
    },
  }),
  health: () => ({ status: 'up', kind: 'none' }),
  prepare: () => undefined,
};
