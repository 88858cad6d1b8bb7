import type { LocalClerk } from 'clerk-nestjs/testing';
import { parseDirectives } from './directives.js';
import type { Directive } from './directives.js';
import { rawRequest } from './raw-request.js';
import type { RawResponse } from './raw-request.js';

/** The application that asks. Nothing listens there. */
export const APP = 'http://127.0.0.1:3999';

/** A request for a handshake, without following its redirect. */
export function askHandshake(
  clerk: LocalClerk,
  parameters: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<RawResponse> {
  const query = new URLSearchParams(parameters).toString();
  return rawRequest(clerk.port, { path: `/v1/client/handshake?${query}`, headers });
}

/** Where an answer leads. */
export function locationOf({ headers }: RawResponse): URL {
  return new URL(headers.location ?? 'about:blank');
}

/** What the answer's only cookie says. */
export function devBrowserOf({ headers }: RawResponse): string {
  return /^local_db_jwt=(dvb_\w+);/.exec(headers['set-cookie']?.[0] ?? '')?.[1] ?? '';
}

/** Redeems a nonce. */
export function redeem(clerk: LocalClerk, nonce: string): Promise<RawResponse> {
  return rawRequest(clerk.port, {
    path: `/v1/clients/handshake_payload?nonce=${nonce}`,
    headers: { Authorization: `Bearer ${clerk.secretKey}` },
  });
}

/** The cookies that a handshake by nonce ends in. */
export async function handshake(
  clerk: LocalClerk,
  parameters: Record<string, string> = {},
): Promise<Record<string, Directive>> {
  const asked = await askHandshake(clerk, { redirect_url: APP, format: 'nonce', ...parameters });
  const nonce = locationOf(asked).searchParams.get('__clerk_handshake_nonce') ?? '';
  const { directives } = JSON.parse((await redeem(clerk, nonce)).body);
  return parseDirectives(directives);
}

/** Signs a user in in a new browser and returns its token. */
export async function signedInBrowser(clerk: LocalClerk, user: string): Promise<string> {
  return devBrowserOf(await submit(clerk, '/sign-in', { user, redirect_url: APP }));
}

/** Sends a form, as curl would, without following the redirect. */
export function submit(
  clerk: LocalClerk,
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<RawResponse> {
  return rawRequest(clerk.port, {
    method: 'POST',
    path,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(form).toString(),
  });
}

/** A page of the application's that one can be sent back to. */
export const REDIRECT_URL = `${APP}/dashboard?tab=1`;

/** A path of the embedded instance's pages that leads back to {@link REDIRECT_URL}. */
export function withRedirectUrl(path: string): string {
  return `${path}?${new URLSearchParams({ redirect_url: REDIRECT_URL }).toString()}`;
}
