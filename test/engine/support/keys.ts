import type { KeySource } from '../../../src/engine/keys/key-source.js';

/** Why keys can't be had. */
export const keysDown = { cause: 500, hint: 'The keys could not be loaded.' };

/** Keys that can't be had. */
export const keysThatAreDown: KeySource = {
  find: () => ({
    found: false,
    failure: { reason: 'jwk-remote-failed-to-load', message: 'No keys.', unavailable: keysDown },
  }),
};
