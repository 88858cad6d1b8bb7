import { generateKeyPairSync, type JsonWebKey, type KeyObject, sign, verify } from 'node:crypto';

const DEFAULT_DIGEST = 'RSA-SHA256';

const DIGESTS: ReadonlyMap<unknown, string> = new Map([
  ['RS384', 'RSA-SHA384'],
  ['RS512', 'RSA-SHA512'],
]);

/** An RSA key of 2048 bits that signs whatever it is given. */
export class RsaKey {
  /** The public key in PEM (SPKI). */
  readonly pem: string;
  /** The public key as JWK, without `kid`, `use` and `alg`. */
  readonly jwk: JsonWebKey;
  readonly #privateKey: KeyObject;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    this.#privateKey = privateKey;
    this.pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    this.jwk = publicKey.export({ format: 'jwk' });
  }

  /** Whether a token bears this key's signature. */
  hasSigned(token: string): boolean {
    const [header = '', claims = '', signature = ''] = token.split('.');
    const text = Buffer.from(`${header}.${claims}`);
    const bytes = Buffer.from(signature, 'base64url');
    return [...DIGESTS.values(), DEFAULT_DIGEST].some((digest) =>
      verify(digest, text, this.pem, bytes),
    );
  }

  /** The signature of a text in base64url; by SHA-256 unless the algorithm is RS384 or RS512. */
  sign(text: string, algorithm: unknown): string {
    const digest = DIGESTS.get(algorithm) ?? DEFAULT_DIGEST;
    return sign(digest, Buffer.from(text), this.#privateKey).toString('base64url');
  }
}
