import { createPublicKey, type KeyObject } from 'node:crypto';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import type { KeyHealth } from './key-health.js';
import type { KeyLookup, ObservedKeySource } from './key-source.js';

/**
 * One key, given as PEM: tokens verify without any network. Whatever `kid` a token names, this is
 * the key it has to verify with.
 */
export class PemKeySource implements ObservedKeySource {
  readonly #lookup: KeyLookup;

  /**
   * @param pem The instance's public key. Accepted with and without header and footer, on one line
   * or many, and with the `\n` of an environment file left as two characters.
   * @throws ClerkConfigurationError when it isn't an RSA public key.
   */
  constructor(pem: string) {
    // Clerk signs with RS256, and the PEM says nothing about it.
    this.#lookup = { found: true, key: { key: parsePem(pem), algorithm: 'RS256' } };
  }

  find(): KeyLookup {
    return this.#lookup;
  }

  health(): KeyHealth {
    return { status: 'up', kind: 'pem' };
  }

  /** There is nothing to fetch. */
  prepare(): undefined {}
}

function parsePem(pem: string): KeyObject {
  const base64 = pem
    // The line ends of an environment file, left as two characters each.
    .replace(/\\[rn]/g, '')
    .replace(/-----(BEGIN|END) PUBLIC KEY-----/g, '')
    .replace(/\s/g, '');
  const key = parseDer(Buffer.from(base64, 'base64'));
  if (key?.asymmetricKeyType === 'rsa' && isStrong(key)) return key;
  throw new ClerkConfigurationError(
    'The option `jwtKey` (environment variable CLERK_JWT_KEY) is not an RSA public key of at least 2048 bits in PEM form. ' +
      'Copy the JWKS public key from the API keys page of the Clerk Dashboard, ' +
      'from -----BEGIN PUBLIC KEY----- to -----END PUBLIC KEY-----.',
  );
}

/** RFC 7518, section 3.3: RS256 wants 2048 bits or more, and `jose` insists. */
function isStrong({ asymmetricKeyDetails }: KeyObject): boolean {
  return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
}

function parseDer(der: Buffer): KeyObject | undefined {
  try {
    return createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    // The caller says what was expected; OpenSSL's words would not help anyone.
    return undefined;
  }
}
