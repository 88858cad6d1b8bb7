import { signCheaply } from './cheap-key.js';
import { FRONTEND_API } from './instance.js';

const HOUR_IN_S = 3600;
/** When the tokens were issued, in seconds since 1970: as this process starts. */
export const ISSUED_AT = Math.floor(Date.now() / 1000) - 60;

/** What a session token that Clerk issues today says of itself. */
const HEADER = base64url({
  alg: 'RS256',
  cat: 'cl_B7d4PD111AAA',
  kid: 'ins_2bench00000000000000000000000',
  typ: 'JWT',
});

/** The user of a token, by the token's number. */
export function userOf(number: number): string {
  return `user_${id(number)}`;
}

/**
 * A session token of a user with an active organization. Real ones live for a minute; these live for
 * half a day, so that a run is not disturbed by their end.
 */
export function sessionToken(number: number): string {
  const content = `${HEADER}.${base64url(claimsOf(number))}`;
  return `${content}.${signCheaply(content).toString('base64url')}`;
}

/** The same token with the signature of another one. */
export function forgedToken(number: number): string {
  const [header, claims] = sessionToken(number).split('.');
  const [, , signature] = sessionToken(number + 1).split('.');
  return [header, claims, signature].join('.');
}

function claimsOf(number: number) {
  return {
    azp: 'https://app.bench.example',
    exp: ISSUED_AT + 12 * HOUR_IN_S,
    fea: 'o:articles,o:exports',
    fva: [12, -1],
    iat: ISSUED_AT,
    iss: `https://${FRONTEND_API}`,
    jti: `1f${id(number).slice(-18)}`,
    nbf: ISSUED_AT - 10,
    o: { fpm: '3,1', id: `org_${id(7)}`, per: 'manage,read', rol: 'admin', slg: 'acme' },
    pla: 'o:pro',
    sid: `sess_${id(number)}`,
    sts: 'active',
    sub: userOf(number),
    v: 2,
  };
}

const id = (number: number) => `2bench${String(number).padStart(21, '0')}`;

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
