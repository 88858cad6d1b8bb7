import { createPrivateKey, generatePrime, type JsonWebKey, type KeyObject } from 'node:crypto';

const PUBLIC_EXPONENT = 65_537n;

/** An RSA key of 2048 bits. */
export interface RsaKey {
  readonly privateKey: KeyObject;
  /** The public half, without `kid`. */
  readonly jwk: JsonWebKey;
}

/**
 * That many different RSA keys, in seconds: a few primes, each of which is multiplied by each of the
 * others. Such keys are worthless outside of this test, as the greatest common divisor of two public
 * ones factors both. Here nobody factors: what is measured is whether a signature by one key is ever
 * taken for one by another, and for that it is enough that the keys differ.
 */
export async function makeRsaKeys(count: number): Promise<readonly RsaKey[]> {
  const primes = await makePrimes(Math.ceil((1 + Math.sqrt(1 + 8 * count)) / 2));
  const pairs = primes.flatMap((p, index) => primes.slice(index + 1).map((q) => [p, q] as const));
  return pairs.slice(0, count).map(([p, q]) => keyOf(p, q));
}

async function makePrimes(count: number): Promise<readonly bigint[]> {
  const made = await Promise.all(Array.from({ length: count }, makePrime));
  const different = [...new Set(made.filter((prime) => (prime - 1n) % PUBLIC_EXPONENT !== 0n))];
  const missing = count - different.length;
  return missing > 0 ? [...different, ...(await makePrimes(missing))] : different;
}

function makePrime(): Promise<bigint> {
  return new Promise((resolve, reject) => {
    generatePrime(1_024, { bigint: true }, (error, prime) => {
      if (error) reject(error);
      else resolve(prime);
    });
  });
}

function keyOf(p: bigint, q: bigint): RsaKey {
  const modulus = p * q;
  // OpenSSL's primes have their two highest bits set, which makes their product as long as this.
  if (modulus >> 2_047n !== 1n) throw new Error('a modulus is not of 2048 bits');
  const totient = (p - 1n) * (q - 1n);
  const exponent = inverse(PUBLIC_EXPONENT, totient);
  const jwk = { kty: 'RSA', n: base64Url(modulus), e: base64Url(PUBLIC_EXPONENT) };
  const privateJwk = {
    ...jwk,
    d: base64Url(exponent),
    p: base64Url(p),
    q: base64Url(q),
    dp: base64Url(exponent % (p - 1n)),
    dq: base64Url(exponent % (q - 1n)),
    qi: base64Url(inverse(q, p)),
  };
  return { privateKey: createPrivateKey({ key: privateJwk, format: 'jwk' }), jwk };
}

/** The inverse of a number modulo another that it has no divisor in common with (Euclid). */
function inverse(number: bigint, modulus: bigint): bigint {
  let [high, low] = [modulus, number % modulus];
  let [before, factor] = [0n, 1n];
  while (low > 1n) {
    const quotient = high / low;
    [high, low] = [low, high - quotient * low];
    [before, factor] = [factor, before - quotient * factor];
  }
  return factor < 0n ? factor + modulus : factor;
}

function base64Url(number: bigint): string {
  const digits = number.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  return Buffer.from(even, 'hex').toString('base64url');
}
