import { encodePart } from '../../../engine/support/token-forge.js';
import type { Random } from '../../generate/random.js';
import { foreignKey, ownKey } from '../../generate/world.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A token that is almost the one that was verified. */
export interface Alteration {
  readonly name: string;
  /** @param other Another token, with other claims. */
  readonly alter: (token: string, other: string, random: Random) => string;
}

/** What somebody can do who has seen a good token. */
export const ALTERATIONS: readonly Alteration[] = [
  {
    name: 'a character of its signature changed',
    alter: (token, _, random) => {
      const start = token.lastIndexOf('.') + 1;
      return changedAt(token, random.pick(range(start, token.length)), random);
    },
  },
  {
    name: 'any character changed',
    alter: (token, _, random) => changedAt(token, random.pick(range(0, token.length)), random),
  },
  { name: 'the last character spelt otherwise', alter: (token) => looseBits(token) },
  { name: 'a character less', alter: (token) => token.slice(0, -1) },
  { name: 'a character more', alter: (token) => `${token}A` },
  { name: 'padding', alter: (token, _, random) => `${token}${random.pick(['=', '=='])}` },
  {
    name: 'the other base64 alphabet',
    alter: (token) => token.replaceAll('-', '+').replaceAll('_', '/'),
  },
  { name: 'a dot at the end', alter: (token) => `${token}.` },
  { name: 'a space at the end', alter: (token) => `${token} ` },
  { name: 'a space in front', alter: (token) => ` ${token}` },
  { name: 'a tab at the end', alter: (token) => `${token}\t` },
  { name: 'quotes', alter: (token) => `"${token}"` },
  { name: 'percent-encoded dots', alter: (token) => token.replaceAll('.', '%2E') },
  { name: 'a percent-encoded letter', alter: (token) => `%65${token.slice(1)}` },
  { name: 'in capitals', alter: (token) => token.toUpperCase() },
  { name: 'in small letters', alter: (token) => token.toLowerCase() },
  { name: 'itself twice', alter: (token) => `${token},${token}` },
  { name: 'no signature', alter: (token) => `${upToSignature(token)}.` },
  {
    name: 'its header written otherwise',
    alter: (token) => {
      const [header = '', ...rest] = token.split('.');
      return [reencoded(header), ...rest].join('.');
    },
  },
  {
    name: 'its claims written otherwise',
    alter: (token) => {
      const [header = '', claims = '', signature = ''] = token.split('.');
      return `${header}.${reencoded(claims)}.${signature}`;
    },
  },
  {
    name: 'the claims of another',
    alter: (token, other) => {
      const [header = '', , signature = ''] = token.split('.');
      return `${header}.${other.split('.')[1] ?? ''}.${signature}`;
    },
  },
  {
    name: 'the header of another',
    alter: (token, other) => [other.split('.')[0], ...token.split('.').slice(1)].join('.'),
  },
  {
    name: 'the signature of another',
    alter: (token, other) => `${upToSignature(token)}.${other.split('.')[2] ?? ''}`,
  },
  { name: 'the signature of a stranger', alter: (token) => signedByStranger(token) },
  {
    name: 'no algorithm',
    alter: (token) => {
      const [, claims = ''] = token.split('.');
      return `${encodePart({ alg: 'none', kid: 'ins_own', typ: 'JWT' })}.${claims}.`;
    },
  },
  {
    name: 'a good signature for another algorithm',
    alter: (token) => {
      const [, claims = ''] = token.split('.');
      const input = `${encodePart({ alg: 'RS512', kid: 'ins_own', typ: 'JWT' })}.${claims}`;
      return `${input}.${ownKey.sign(input, 'RS512')}`;
    },
  },
];

/** The same header and claims by the key of the other tenant, which goes by the same key id. */
export function signedByStranger(token: string): string {
  const input = upToSignature(token);
  return `${input}.${foreignKey.sign(input, 'RS256')}`;
}

function upToSignature(token: string): string {
  return token.slice(0, token.lastIndexOf('.'));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(1, to - from) }, (_, index) => from + index);
}

function changedAt(token: string, at: number, random: Random): string {
  const letter = random.pick(LETTERS.split('').filter((one) => one !== token.charAt(at)));
  return `${token.slice(0, at)}${letter}${token.slice(at + 1)}`;
}

/** Of the last letter of a signature of 2048 bits only two bits count. */
function looseBits(token: string): string {
  const next = LETTERS.indexOf(token.slice(-1)) ^ 1;
  return `${token.slice(0, -1)}${LETTERS.charAt(next)}`;
}

/** Says the same in other bytes, where it is JSON. */
function reencoded(part: string): string {
  const text = Buffer.from(part, 'base64url').toString('utf8');
  return encodePart(text.replace('{', '{ '));
}
