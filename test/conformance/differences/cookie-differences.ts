import type { ApiAnswer, Scenario } from '../generate/scenario.js';
import { askedAnswers } from './asked-answers.js';
import type { AsIf, Difference } from './difference.js';
import { claimsOf, type LooseToken } from './tokens/loose-token.js';
import { tokensAt } from './tokens/places.js';
import { replaceTokens, resigned } from './tokens/replace-tokens.js';

const COUNT = /(__clerk_redirect_count=)([^;]*)/;

/** Differences in the cookies that are read and set. */
export const COOKIE_DIFFERENCES: readonly Difference[] = [
  {
    name: 'a redirect count below zero or beyond three is a loop',
    why: 'a loop does not end by passing the limit, and a planted cookie must not make it endless',
    applies: (scenario) => isBeyond(countIn(scenario)),
    asIf: (scenario) => {
      const cookie = (scenario.request.headers['cookie'] ?? '').replace(COUNT, '$13');
      const headers = { ...scenario.request.headers, cookie };
      return { scenario: { ...scenario, request: { ...scenario.request, headers } } };
    },
  },
  {
    name: 'a cookie that no header can hold is left out of those that Clerk wants set',
    why: 'the vendor drops a whole handshake for one of them',
    applies: (scenario) => listsOf(scenario).some((list) => list.some(isUnusable)),
    asIf: withoutUnusable,
  },
  {
    name: 'a text in place of a list of cookies sets none',
    why: 'the vendor sets a cookie for each of its letters',
    applies: (scenario) =>
      askedAnswers(scenario).some(
        ([member, answer]) => typeof memberOf(answer, member) === 'string',
      ),
    asIf: (scenario) => {
      const handshakePayload = { ...scenario.api.handshakePayload, body: '{"directives":[]}' };
      return { scenario: { ...scenario, api: { ...scenario.api, handshakePayload } } };
    },
  },
];

function countIn({ request }: Scenario): number {
  return Number(COUNT.exec(request.headers['cookie'] ?? '')?.[2]);
}

function isBeyond(count: number): boolean {
  return count < 0 || count > 3;
}

/** What is not visible ASCII. */
function isUnusable(item: unknown): boolean {
  return typeof item !== 'string' || !/^[\x20-\x7e]+$/.test(item);
}

function listsOf(scenario: Scenario): unknown[][] {
  const tokens = tokensAt(scenario, 'handshake').map((token) => claimsOf(token)['handshake']);
  const answers = askedAnswers(scenario).map(([member, answer]) => memberOf(answer, member));
  const lists = [...tokens, ...answers];
  return lists.filter((list) => Array.isArray(list));
}

function memberOf({ body }: ApiAnswer, name: string): unknown {
  return body.startsWith(`{"`) ? Reflect.get(JSON.parse(body), name) : undefined;
}

function withoutUnusable(scenario: Scenario): AsIf {
  const handshakes = tokensAt(scenario, 'handshake').map(
    (token) => [token.text, cleaned(token)] as const,
  );
  const changed = handshakes.filter(([old, token]) => old !== token);
  const { scenario: replaced, restore } = replaceTokens(scenario, new Map(changed));
  const { api } = replaced;
  const handshakePayload = cleanedAnswer(api.handshakePayload, 'directives');
  const refresh = cleanedAnswer(api.refresh, 'cookies');
  return { scenario: { ...replaced, api: { ...api, handshakePayload, refresh } }, restore };
}

function cleaned(token: LooseToken): string {
  const { handshake } = claimsOf(token);
  if (!Array.isArray(handshake) || !handshake.some(isUnusable)) return token.text;
  const usable = handshake.filter((item) => !isUnusable(item));
  return resigned(token, { claims: { handshake: usable } });
}

function cleanedAnswer(answer: ApiAnswer, name: string): ApiAnswer {
  const list = memberOf(answer, name);
  if (!Array.isArray(list)) return answer;
  const body: object = JSON.parse(answer.body);
  const usable = list.filter((item) => !isUnusable(item));
  // A refresh that brought cookies, and no session among them, is not one that brought none.
  const isEmptied = name === 'cookies' && list.length > 0 && usable.length === 0;
  return { ...answer, body: JSON.stringify({ ...body, [name]: isEmptied ? ['other=x'] : usable }) };
}
