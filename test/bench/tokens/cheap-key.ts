import { checkPrimeSync, constants, createHash, createPublicKey, publicEncrypt } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/**
 * An RSA key of 2048 bits whose signatures are cheap to make, so that a benchmark can have a million
 * distinct tokens in a minute instead of twelve. Whoever verifies does all the work that any other
 * key of that size costs: the modulus has 2048 bits, and the exponent is 65537.
 *
 * Its modulus is a product of many small primes, each one more than a divisor of one small number
 * ORDER. Then x^ORDER = 1 for every x that is coprime to the modulus, and the private exponent
 * needs no more than 38 bits. Nobody could use such a key for anything but this: it is no secret.
 */
const ORDER_FACTORS = [2, 2, 2, 2, 2, 3, 3, 3, 5, 5, 7, 11, 13, 17, 19, 23].map(BigInt);
const MODULUS_BITS = 2048;
const PUBLIC_EXPONENT = 65537n;
/** What comes before a SHA-256 digest in a PKCS #1 v1.5 signature. Source: RFC 8017, section 9.2. */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

const modulus = modulusOf(primesOf(divisorsOf(ORDER_FACTORS)));
const order = ORDER_FACTORS.reduce((product, factor) => product * factor, 1n);
/** Signing is raising to the private exponent, as encrypting is to the public one. */
const raising = keyOf(inverse(PUBLIC_EXPONENT, order));

/** The key that verifies the signatures. */
export const PUBLIC_KEY: KeyObject = keyOf(PUBLIC_EXPONENT);

/** The key that verifies the signatures, as PEM. */
export const PUBLIC_KEY_PEM: string = PUBLIC_KEY.export({
  format: 'pem',
  type: 'spki',
}).toString();

/** Signs a text by RS256. */
export function signCheaply(text: string): Buffer {
  const digest = createHash('sha256').update(text).digest();
  const padding = Buffer.alloc(MODULUS_BITS / 8 - DIGEST_INFO.length - digest.length - 3, 0xff);
  const padded = Buffer.concat([Buffer.of(0, 1), padding, Buffer.of(0), DIGEST_INFO, digest]);
  return publicEncrypt({ key: raising, padding: constants.RSA_NO_PADDING }, padded);
}

function divisorsOf(factors: readonly bigint[]): bigint[] {
  const divisors = new Set([1n]);
  for (const factor of factors) {
    const multiples = Array.from(divisors, (divisor) => divisor * factor);
    for (const multiple of multiples) divisors.add(multiple);
  }
  return [...divisors];
}

/** Large ones first; the smallest are left out, as in keys of any use. */
function primesOf(divisors: readonly bigint[]): bigint[] {
  return divisors
    .map((divisor) => divisor + 1n)
    .filter((candidate) => candidate > 1000n && checkPrimeSync(candidate))
    .toSorted((a, b) => (a < b ? 1 : -1));
}

/** The product of as many of the primes as it takes to be as long as it must be, and no longer. */
function modulusOf(primes: readonly bigint[]): bigint {
  let product = 1n;
  for (const [place, prime] of primes.entries()) {
    const last = primes.slice(place).find((other) => bitsOf(product * other) === MODULUS_BITS);
    if (last) return product * last;
    product *= prime;
  }
  throw new Error('There are too few primes for a modulus of the wanted size.');
}

function bitsOf(value: bigint): number {
  return value.toString(2).length;
}

/** By Euclid's algorithm: x with value * x = 1 modulo the other number. */
function inverse(value: bigint, modulo: bigint): bigint {
  let [rest, next] = [modulo, value % modulo];
  let [before, current] = [0n, 1n];
  while (next > 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest % next];
    [before, current] = [current, before - quotient * current];
  }
  return ((before % modulo) + modulo) % modulo;
}

function keyOf(exponent: bigint): KeyObject {
  const jwk = { kty: 'RSA', n: base64url(modulus), e: base64url(exponent) };
  return createPublicKey({ key: jwk, format: 'jwk' });
}

function base64url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex').toString('base64url');
}
