import { encodePart } from './token-forge.js';

/** A name, and what has become of the token. */
export type AlteredToken = readonly [name: string, text: string];

/**
 * A token in all the ways in which somebody without its key can change it, and first itself.
 *
 * @param genuine A token with three good parts.
 * @param another One by the same key, with other claims.
 */
export function alteredTokens(genuine: string, another: string): AlteredToken[] {
  const [header = '', claims = '', signature = ''] = genuine.split('.');
  const [, otherClaims = '', otherSignature = ''] = another.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  const signedBy = (changed: Uint8Array) =>
    `${header}.${claims}.${Buffer.from(changed).toString('base64url')}`;
  const more = (...extra: Uint8Array[]) => signedBy(Buffer.concat(extra));
  const one = Buffer.alloc(1);
  return [
    ['as it came', genuine],
    ['without its signature', `${header}.${claims}.`],
    ['by a signature of zeros', signedBy(Buffer.alloc(bytes.length))],
    ['by a signature of ones', signedBy(Buffer.alloc(bytes.length, 0xff))],
    ['by one byte', more(one)],
    ['with a byte more at the end', more(bytes, one)],
    ['with a byte more in front', more(one, bytes)],
    ['with its signature twice', more(bytes, bytes)],
    ['without the first byte', signedBy(bytes.subarray(1))],
    ['without the last byte', signedBy(bytes.subarray(0, -1))],
    ['with half of its signature', signedBy(bytes.subarray(bytes.length / 2))],
    ['with its signature the other way round', signedBy(bytes.toReversed())],
    ["by another's signature", `${header}.${claims}.${otherSignature}`],
    ["with another's claims", `${header}.${otherClaims}.${signature}`],
    ['with claims of the attacker', `${header}.${encodePart({ sub: 'admin' })}.${signature}`],
    ['with its header written otherwise', `${reencoded(header)}.${claims}.${signature}`],
    ['with its claims written otherwise', `${header}.${reencoded(claims)}.${signature}`],
    ['with header and claims changed over', `${claims}.${header}.${signature}`],
    ...[0, 1, 7, 127, 128, 254, 255].flatMap((at) => [
      [`with bit 0 of byte ${at} turned`, signedBy(turned(bytes, at, 1))] as const,
      [`with bit 7 of byte ${at} turned`, signedBy(turned(bytes, at, 128))] as const,
    ]),
    ['in capitals', genuine.toUpperCase()],
    ['with padding', `${genuine}==`],
    ['with a dot more', `${genuine}.`],
    ['with a space more', `${genuine} `],
  ];
}

/** Says the same in other bytes. */
function reencoded(part: string): string {
  const value: object = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  return encodePart(JSON.stringify(value, undefined, 1));
}

function turned(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ bit;
  return copy;
}
