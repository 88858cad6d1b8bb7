import { type MachineTokenType, TokenType } from '../token-type.js';
import type { DecodedToken, Token } from './decoded-token.js';

/** A token that says of itself that it is a program's. Nothing in it has been verified. */
export type MachineToken = { readonly tokenType: MachineTokenType; readonly text: string } & (
  | { readonly format: 'opaque' }
  | { readonly format: 'jwt'; readonly jwt: DecodedToken }
  /** It starts like an opaque one and is put together like a JWT, which can't be decoded. */
  | { readonly format: 'broken' }
);

/** What the subject of a machine-to-machine JWT starts with. */
const MACHINE_SUBJECT_PREFIX = 'mch_';

/** The `typ` values of OAuth access tokens (RFC 9068, section 2.1). */
export const OAUTH_HEADER_TYPES: readonly string[] = ['at+jwt', 'application/at+jwt'];

/** What opaque tokens start with. */
const PREFIXES: readonly (readonly [string, MachineTokenType])[] = [
  ['mt_', TokenType.M2MToken],
  ['oat_', TokenType.OAuthToken],
  ['ak_', TokenType.ApiKey],
];

const JWT_SHAPE = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Tells a program's token by its prefix, or a JWT by what it says of itself. */
export function readMachineToken(token: Token): MachineToken | undefined {
  const { text } = token;
  if (token.kind === 'jwt') {
    const tokenType = machineJwtType(token);
    return tokenType && { tokenType, text, format: 'jwt', jwt: token };
  }
  const tokenType = PREFIXES.find(([prefix]) => text.startsWith(prefix))?.[1];
  return tokenType && { tokenType, text, format: JWT_SHAPE.test(text) ? 'broken' : 'opaque' };
}

/** Which kind of program a JWT says it is of; none for a session's. */
export function machineJwtType({ header, claims }: DecodedToken): MachineTokenType | undefined {
  const { sub } = claims;
  if (typeof sub === 'string' && sub.startsWith(MACHINE_SUBJECT_PREFIX)) return TokenType.M2MToken;
  const { typ } = header;
  const isOauth = typeof typ === 'string' && OAUTH_HEADER_TYPES.includes(typ);
  return isOauth ? TokenType.OAuthToken : undefined;
}
