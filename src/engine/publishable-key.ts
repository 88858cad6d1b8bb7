import { ClerkConfigurationError } from '../clerk-configuration-error.js';

/** Which kind of Clerk instance a key belongs to. Development instances hand out `pk_test_` keys. */
export type InstanceType = 'production' | 'development';

/** A publishable key that has been read and found well-formed. */
export interface PublishableKey {
  /** The key as it was given. It is public. */
  readonly value: string;
  /** The kind of instance, told by the key's prefix. */
  readonly instanceType: InstanceType;
  /** The host of the instance's Frontend API, for example `clerk.example.com`. */
  readonly frontendApi: string;
}

const PREFIXES: readonly (readonly [string, InstanceType])[] = [
  ['pk_live_', 'production'],
  ['pk_test_', 'development'],
];

/**
 * Reads a publishable key: a prefix and the base64 of `<Frontend API host>$`.
 *
 * @returns The parsed key, or `undefined` when the value is not a publishable key.
 */
export function parsePublishableKey(value: string): PublishableKey | undefined {
  const prefix = PREFIXES.find(([text]) => value.startsWith(text));
  if (!prefix) return undefined;
  const [text, instanceType] = prefix;
  const encoded = value.slice(text.length);
  if (!/^[A-Za-z0-9+/]+=*$/.test(encoded)) return undefined;
  const decoded = Buffer.from(encoded, 'base64').toString('latin1');
  // Exactly one `$`, at the end, after something with a dot: a host name.
  if (!/^[^$]*\.[^$]*\$$/.test(decoded)) return undefined;
  const frontendApi = decoded.slice(0, -1);
  return isHost(frontendApi) ? { value, instanceType, frontendApi } : undefined;
}

/** Every redirect is built on it, so it must be one and nothing beside. */
function isHost(text: string): boolean {
  const url = `https://${text}`;
  return URL.canParse(url) && new URL(url).host === text.toLowerCase();
}

/** For what needs the instance's host where only programs' tokens were meant to be taken. */
export function publishableKeyMissing(): ClerkConfigurationError {
  return new ClerkConfigurationError(
    'publishableKey (environment variable CLERK_PUBLISHABLE_KEY) is missing: sessions need it.',
  );
}
