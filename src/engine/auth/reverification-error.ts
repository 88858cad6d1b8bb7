import type { ReverificationConfig } from './authorization-question.js';

/** The body by which Clerk's frontends know that they should have the user verify again. */
export interface ReverificationError<Config extends ReverificationConfig = ReverificationConfig> {
  clerk_error: {
    type: 'forbidden';
    reason: 'reverification-error';
    metadata: { reverification: Config | undefined };
  };
}

/**
 * The body of a 403 for a session whose factors were not verified recently enough.
 *
 * @param config What was asked of the session; the frontend asks the user for just that. Without
 *   it the frontend chooses.
 */
export function reverificationError<Config extends ReverificationConfig>(
  config?: Config,
): ReverificationError<Config> {
  return {
    clerk_error: {
      type: 'forbidden',
      reason: 'reverification-error',
      metadata: { reverification: config },
    },
  };
}
