import { createHash } from 'node:crypto';
import type { KeySource } from './keys/key-source.js';
import type { InstanceType, PublishableKey } from './publishable-key.js';

/**
 * The Clerk instance that requests are authenticated against. Whatever needs the secret key is
 * behind a member that already holds it, so no rule and no fact ever sees it.
 */
export interface Instance {
  /** The instance's publishable key; public. */
  readonly publishableKey: string;
  /** Development instances carry their session through the dev browser, production ones do not. */
  readonly instanceType: InstanceType;
  /** The host that signs as `iss` of the instance's tokens. */
  readonly frontendApi: string;
  /** What the instance's cookie names end in, so that instances can share a host. */
  readonly cookieSuffix: string;
  /** Where the keys that sign session tokens come from. */
  readonly keys: KeySource;
}

/** Puts an instance together from its parsed publishable key and its source of keys. */
export function createInstance(publishableKey: PublishableKey, keys: KeySource): Instance {
  return {
    publishableKey: publishableKey.value,
    instanceType: publishableKey.instanceType,
    frontendApi: publishableKey.frontendApi,
    cookieSuffix: cookieSuffix(publishableKey.value),
    keys,
  };
}

/** Eight URL-safe characters of the publishable key's SHA-1, as every Clerk SDK derives them. */
function cookieSuffix(publishableKey: string): string {
  return createHash('sha1').update(publishableKey).digest('base64url').slice(0, 8);
}
