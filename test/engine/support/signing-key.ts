import {
  constants,
  createHash,
  createHmac,
  createSecretKey,
  generateKeyPairSync,
  type KeyObject,
  privateEncrypt,
  sign,
} from 'node:crypto';
import { encodePart, type Part } from './token-forge.js';

/** How a signature is made, whatever the header says of it. */
export type Scheme =
  | 'RS256'
  | 'RS384'
  | 'RS512'
  | 'PS256'
  | 'PS512'
  | 'ES256'
  | 'HS256 by the public key'
  | 'SHA-1'
  | 'a bare digest'
  | 'a digest without padding'
  | 'nothing';

const DIGESTS: Readonly<Record<string, string>> = {
  RS256: 'sha256',
  RS384: 'sha384',
  RS512: 'sha512',
  PS256: 'sha256',
  PS512: 'sha512',
  ES256: 'sha256',
  'SHA-1': 'sha1',
};

/** A pair of keys of any kind and strength, for signatures of any scheme that it is able to. */
export class SigningKey {
  readonly name: string;
  readonly publicKey: KeyObject;
  readonly #privateKey: KeyObject;

  private constructor(name: string, publicKey: KeyObject, privateKey: KeyObject) {
    this.name = name;
    this.publicKey = publicKey;
    this.#privateKey = privateKey;
  }

  static rsa(modulusLength: number, publicExponent = 65_537): SigningKey {
    const pair = generateKeyPairSync('rsa', { modulusLength, publicExponent });
    const exponent = publicExponent === 65_537 ? '' : ` with the exponent ${publicExponent}`;
    return new SigningKey(
      `RSA of ${modulusLength} bits${exponent}`,
      pair.publicKey,
      pair.privateKey,
    );
  }

  /** Its owner says that it is for RSA-PSS and nothing else. */
  static rsaPss(modulusLength: number): SigningKey {
    const pair = generateKeyPairSync('rsa-pss', { modulusLength });
    return new SigningKey(`RSA-PSS of ${modulusLength} bits`, pair.publicKey, pair.privateKey);
  }

  static p256(): SigningKey {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    return new SigningKey('P-256', pair.publicKey, pair.privateKey);
  }

  /** The text of the public key, taken for a secret. */
  get asSecret(): KeyObject {
    return createSecretKey(this.#publicText());
  }

  /** A token; its header may say anything. */
  token(scheme: Scheme, header: Part, claims: Part): string {
    const input = `${encodePart(header)}.${encodePart(claims)}`;
    return `${input}.${this.#signature(scheme, input).toString('base64url')}`;
  }

  #signature(scheme: Scheme, input: string): Buffer {
    if (scheme === 'nothing') return Buffer.alloc(0);
    if (scheme === 'HS256 by the public key') {
      return createHmac('sha256', this.#publicText()).update(input).digest();
    }
    if (scheme === 'a bare digest') {
      // As PKCS #1 pads it, but without the name of the digest in front.
      const padded = { key: this.#privateKey, padding: constants.RSA_PKCS1_PADDING };
      return privateEncrypt(padded, digestOf(input));
    }
    if (scheme === 'a digest without padding') {
      const bits = this.#privateKey.asymmetricKeyDetails?.modulusLength ?? 0;
      const digest = digestOf(input);
      const whole = Buffer.concat([Buffer.alloc(bits / 8 - digest.length), digest]);
      return privateEncrypt({ key: this.#privateKey, padding: constants.RSA_NO_PADDING }, whole);
    }
    const isPss = scheme.startsWith('PS') || this.#privateKey.asymmetricKeyType === 'rsa-pss';
    const padding = isPss
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      : {};
    const key = { key: this.#privateKey, dsaEncoding: 'ieee-p1363' as const, ...padding };
    return sign(DIGESTS[scheme], Buffer.from(input), key);
  }

  #publicText(): Buffer {
    return Buffer.from(this.publicKey.export({ type: 'spki', format: 'pem' }));
  }
}

function digestOf(input: string): Buffer {
  return createHash('sha256').update(input).digest();
}
