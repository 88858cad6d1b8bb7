import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';

/** A part of a token: a value to write as JSON, or text to take as it is. */
export type Part = object | string;

/** One part of a compact token. */
export function encodePart(part: Part): string {
  return Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
}

/** A token without a signature, as `alg: none` asks for. */
export function unsignedToken(header: Part, claims: Part): string {
  return `${encodePart(header)}.${encodePart(claims)}.`;
}

/** A token "signed" with a secret that everybody knows. */
export function hmacToken(header: Part, claims: Part, secret: string): string {
  const input = `${encodePart(header)}.${encodePart(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

/** A key that signs what it is told to, well-formed or not: an attacker's, or a careless owner's. */
export class TokenForge {
  /** The public key in PEM (SPKI). */
  readonly pem: string;
  /** The public key as JWK, without `kid`, `use` and `alg`. */
  readonly jwk: JsonWebKey;
  readonly publicKey: KeyObject;
  readonly #privateKey: KeyObject;

  /** @param modulusLength In bits. */
  constructor(modulusLength = 2_048) {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength });
    this.#privateKey = privateKey;
    this.publicKey = publicKey;
    this.pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    this.jwk = publicKey.export({ format: 'jwk' });
  }

  /** A token signed with RSA and SHA-256, whatever its header claims. */
  sign(header: Part, claims: Part): string {
    const input = `${encodePart(header)}.${encodePart(claims)}`;
    return `${input}.${sign('RSA-SHA256', Buffer.from(input), this.#privateKey).toString('base64url')}`;
  }
}
