import { generateKeyPairSync, sign, verify } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { randomId } from './ids.js';

/** A public key as `GET /v1/jwks` serves it. */
export type LocalJwk = JsonWebKey & { kid: string; use: 'sig'; alg: 'RS256' };

// What a header may ask for. Any other `alg` is signed as RS256: the header then lies, which is
// what a test of algorithm confusion needs.
const DIGESTS: ReadonlyMap<unknown, string> = new Map([
  ['RS256', 'RSA-SHA256'],
  ['RS384', 'RSA-SHA384'],
  ['RS512', 'RSA-SHA512'],
]);

/** A JWT whose signature was checked, and nothing else. */
export interface OpenedJwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** The RSA key that signs an instance's tokens, made anew with each instance. */
export class SigningKey {
  /** `ins_…`. Random, because key caches go by it and must not mistake one run's key for another's. */
  readonly kid = randomId('ins');
  /** The public key in PEM (SPKI), as `CLERK_JWT_KEY` takes it. */
  readonly pem: string;
  /** The public key as JWK. */
  readonly jwk: LocalJwk;
  // Hard private: an inspected or serialized instance doesn't show it.
  readonly #privateKey: KeyObject;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.#privateKey = privateKey;
    this.pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    this.jwk = {
      ...publicKey.export({ format: 'jwk' }),
      kid: this.kid,
      use: 'sig',
      alg: 'RS256',
    };
  }

  /** A signed JWT in compact form (RFC 7515). Header and claims of `undefined` are left out. */
  signJwt(header: Record<string, unknown>, claims: Record<string, unknown>): string {
    const input = `${encode(header)}.${encode(claims)}`;
    const digest = DIGESTS.get(header.alg) ?? 'RSA-SHA256';
    return `${input}.${sign(digest, Buffer.from(input), this.#privateKey).toString('base64url')}`;
  }

  /** The parts of a JWT that this key signed with RS256, whatever its age; else undefined. */
  open(jwt: string): OpenedJwt | undefined {
    const [header = '', claims = '', signature = '', ...rest] = jwt.split('.');
    if (rest.length > 0) return undefined;
    const signed = Buffer.from(`${header}.${claims}`);
    const isSigned = verify('RSA-SHA256', signed, this.pem, Buffer.from(signature, 'base64url'));
    const [said, claimed] = isSigned ? [decode(header), decode(claims)] : [];
    return said && claimed && { header: said, claims: claimed };
  }
}

function decode(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function encode(part: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
