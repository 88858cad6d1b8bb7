import { decodeToken, type Token } from './decoded-token.js';

/** What a browser brings back from a handshake: the payload itself, or a number to fetch it by. */
export type HandshakeTicket =
  | { readonly kind: 'nonce'; readonly nonce: string }
  | { readonly kind: 'token'; readonly token: Token };

/** Reads a value of the request by the name under which Clerk sends it. */
export type ReadValue = (name: string) => string | undefined;

/** Development instances send it in the URL, production ones in a cookie; the URL is newer. */
export function readHandshakeTicket(
  query: ReadValue,
  cookie: ReadValue,
): HandshakeTicket | undefined {
  const nonce = query('__clerk_handshake_nonce') ?? cookie('__clerk_handshake_nonce');
  if (nonce) return { kind: 'nonce', nonce };
  const token = query('__clerk_handshake') ?? cookie('__clerk_handshake');
  return token ? { kind: 'token', token: decodeToken(token) } : undefined;
}
