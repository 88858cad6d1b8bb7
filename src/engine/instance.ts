import { createHash } from 'node:crypto';
import type { SessionBackend } from './evidence/session-backend.js';
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
  /** The Frontend API's host, which signs as `iss` of the instance's tokens. */
  readonly frontendApi: string;
  /** Where browsers reach the Frontend API instead: a URL, or a path of the application. */
  readonly proxyUrl: string | undefined;
  /** What the instance's cookie names end in, so that instances can share a host. */
  readonly cookieSuffix: string;
  /** Where the keys that sign session tokens come from. */
  readonly keys: KeySource;
  /** What answers the questions that only the Backend API can. */
  readonly backend: SessionBackend;
}

/** What an instance is put together from. */
export interface InstanceParts extends Pick<Instance, 'keys' | 'backend' | 'proxyUrl'> {
  readonly publishableKey: PublishableKey;
}

/** Puts an instance together. */
export function createInstance({ publishableKey, ...parts }: InstanceParts): Instance {
  return {
    ...parts,
    publishableKey: publishableKey.value,
    instanceType: publishableKey.instanceType,
    frontendApi: publishableKey.frontendApi,
    cookieSuffix: cookieSuffix(publishableKey.value),
  };
}

/** Eight URL-safe characters of the publishable key's SHA-1, as every Clerk SDK derives them. */
function cookieSuffix(publishableKey: string): string {
  return createHash('sha1').update(publishableKey).digest('base64url').slice(0, 8);
}
