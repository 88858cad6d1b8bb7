import { Logger } from '@nestjs/common';
import type { Authentication } from '../engine/authentication.js';
import { show } from '../engine/claims/verification-failure.js';
import type { Token } from '../engine/facts/decoded-token.js';
import { isSentAway, locationOf } from '../engine/outcome.js';

const logger = new Logger('ClerkModule');

/** Logs what was made of a request, for the option `debug`. */
export function logRequest(authentication: Authentication): void {
  logger.log(describeRequest(authentication));
}

/**
 * What was made of a request and why, in one block. An allowlist: of tokens it shows header and
 * claims that say why they are refused, of cookies that they are there, of URLs no query.
 */
export function describeRequest(authentication: Authentication): string {
  const { facts, outcome, acceptsToken, instance } = authentication;
  const isSignedIn = outcome.status === 'signed-in';
  const lines: [string, string | undefined][] = [
    ['reason', isSignedIn ? undefined : outcome.reason],
    ['message', isSignedIn ? undefined : outcome.message || outcome.unavailable?.hint],
    [
      'token',
      `${outcome.tokenType ?? 'none that is taken'} (taken: ${[acceptsToken].flat().join(', ')})`,
    ],
    ['header', describeToken(facts.bearer)],
    ['cookies', facts.bearer ? undefined : describeCookies(authentication)],
    ['page', facts.isDocumentRequest ? 'yes: can be sent to Clerk' : 'no: is never redirected'],
    ['instance', `${instance.instanceType}, ${instance.frontendApi}`],
    ['sent to', isSentAway(outcome) ? originOf(locationOf(outcome)) : undefined],
  ];
  const title = `${show(facts.method)} ${show(facts.url.pathname)} is ${outcome.status}`;
  const body = lines.flatMap(([name, text]) => (text ? [`  ${name.padEnd(9)}${plain(text)}`] : []));
  return [title, ...body].join('\n');
}

function describeCookies({ facts }: Authentication): string {
  const { session, clientUat, suffixed, refreshToken, redirectCount } = facts.cookies;
  return [
    `${suffixed ? 'with' : 'without'} the instance's suffix`,
    `session: ${describeToken(session) ?? 'none'}`,
    `client last changed: ${clientUat || 'never'}`,
    `dev browser: ${facts.devBrowser ? 'there' : 'none'}`,
    `refresh token: ${refreshToken ? 'there' : 'none'}`,
    `handshakes so far: ${redirectCount}`,
  ].join('; ');
}

/** The members that decide over a token. Whom it is for is nobody's business in a log. */
const SHOWN_HEADERS = ['typ', 'alg', 'kid', 'cat'];
const SHOWN_CLAIMS = ['iss', 'azp', 'aud', 'iat', 'nbf', 'exp', 'sts'];

function describeToken(token: Token | undefined): string | undefined {
  if (!token) return undefined;
  if (token.kind === 'malformed') return 'no JWT';
  const members = [
    ...SHOWN_HEADERS.map((name) => [name, token.header[name]] as const),
    ...SHOWN_CLAIMS.map((name) => [name, token.claims[name]] as const),
  ];
  const shown = members.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${show(value)}`],
  );
  return `a JWT with ${shown.join(', ')}`;
}

/** A satellite's address comes out of the query, whatever is in it. */
function originOf(location: string | undefined): string | undefined {
  return location && URL.canParse(location) ? new URL(location).origin : undefined;
}

/** A message can quote a claim, and an address what its client chose. */
function plain(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}
