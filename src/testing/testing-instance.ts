import { LocalInstance } from './local-instance.js';

let shared: LocalInstance | undefined;

/**
 * The one embedded instance of this process, made at the first call: what signs
 * `signedInAs()`'s tokens, and what an application under test must therefore trust.
 */
export function testingInstance(): LocalInstance {
  shared ??= new LocalInstance();
  return shared;
}
