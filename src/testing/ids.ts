import { randomBytes, randomInt } from 'node:crypto';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 27;

/** What the ids of each kind of object begin with; the vendor's prefixes. */
export type IdPrefix =
  | 'client'
  | 'idn'
  | 'ins'
  | 'inv'
  | 'mch'
  | 'org'
  | 'orginv'
  | 'orgmem'
  | 'perm'
  | 'role'
  | 'sess'
  | 'sit'
  | 'user';

/**
 * An id in the vendor's form that is the same on every run, so that it can stand in a fixture,
 * and that says in a log whose it is.
 *
 * @param name Letters and digits, at most 16.
 */
export function fixedId(prefix: IdPrefix, name: string): string {
  return `${prefix}_${`2LocalClerk${name}`.padEnd(ID_LENGTH, '0')}`;
}

/** An id in the vendor's form that no other process has. */
export function randomId(prefix: IdPrefix): string {
  return `${prefix}_${randomBase62(ID_LENGTH)}`;
}

/** Evenly distributed letters and digits from the system's random source. */
export function randomBase62(length: number): string {
  return Array.from({ length }, () => BASE62.charAt(randomInt(BASE62.length))).join('');
}

/** Random bytes in hexadecimal: token ids (`jti`) and trace ids. */
export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
