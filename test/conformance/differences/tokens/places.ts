import type { Scenario } from '../../generate/scenario.js';
import { askedAnswers } from '../asked-answers.js';
import { bearerToken } from './bearer-token.js';
import { type LooseToken, claimsOf, readLoosely } from './loose-token.js';

/** Where a token can stand; `brought` is in cookies that a handshake or a refresh brings. */
export type Place = 'header' | 'cookie' | 'handshake' | 'brought';

const TOKEN = /(?<![\w.-])[\w-]+\.[\w-]+\.[\w-]*=*(?![\w.-])/g;

/** Every token at a place that a lenient reader can read. */
export function tokensAt(scenario: Scenario, place: Place): LooseToken[] {
  return textsAt(scenario, place)
    .flatMap((text) => text.match(TOKEN) ?? [])
    .flatMap((text) => readLoosely(text) ?? []);
}

function textsAt(scenario: Scenario, place: Place): string[] {
  const { request } = scenario;
  const cookies = (request.headers['cookie'] ?? '').split('; ');
  switch (place) {
    case 'header':
      return [bearerToken(scenario)];
    case 'cookie':
      return cookies.filter((cookie) => cookie.startsWith('__session'));
    case 'handshake':
      return [
        ...cookies.filter((cookie) => cookie.startsWith('__clerk_handshake=')),
        ...(request.target.match(/__clerk_handshake=[^&]*/g) ?? []),
      ];
    case 'brought':
      return [
        ...askedAnswers(scenario).map(([, { body }]) => body),
        ...tokensAt(scenario, 'handshake').map((token) => JSON.stringify(claimsOf(token))),
      ];
    default:
      return place satisfies never;
  }
}
