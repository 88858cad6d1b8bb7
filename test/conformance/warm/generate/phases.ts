import type { AcceptsToken, ScenarioRequest } from '../../generate/scenario.js';
import { NOW } from '../../generate/world.js';
import { ALTERATIONS, signedByStranger } from './alterations.js';
import { momentsOf } from './moments.js';
import { replaced, tokensOf } from './tokens-of.js';
import { TOKEN_PLACES } from './token-places.js';
import { PARTIES, type Party, type Phase, type Visit } from './visit.js';
import { GROUP_SIZE, type WarmGroup } from './warm-group.js';

/** How much of what there is to try each scenario tries. */
const MOMENTS = 5;
const ALTERED = 6;
const PLACES = 5;

/** How many requests are at once where several come. */
const AT_ONCE = 3;

const KINDS: readonly AcceptsToken[] = [
  'any',
  'session_token',
  'm2m_token',
  'oauth_token',
  'api_key',
  ['api_key', 'oauth_token'],
  ['session_token', 'm2m_token'],
  [],
];

/** All that happens to a group, in order; keys that are given as PEM stay what they are. */
export function phasesOf(group: WarmGroup): Phase[] {
  const scenarios = group.requests.map((request, index) => ({
    request,
    number: group.number * GROUP_SIZE + index,
  }));
  const first = scenarios.flatMap(({ request, number }) => visitsOf(group, request, number));
  const again = (at: number, name: string): Visit[] =>
    scenarios.flatMap(({ request, number }) =>
      PARTIES.map((party) => visit(group, request, number, { name, party, at })),
    );
  const visits = [...first, ...again(NOW, 'all once more')];
  const start: Phase = { key: 'own', otherKey: 'foreign', visits };
  switch (group.edge) {
    case 'Nest, PEM':
    case 'call, PEM':
      return [start];
    case 'Nest, turned':
      return [
        start,
        { key: 'foreign', otherKey: 'own', visits: again(NOW, 'the key rotated') },
        { key: 'none', otherKey: 'none', visits: again(NOW, 'the key withdrawn') },
        { key: 'own', otherKey: 'foreign', visits: again(NOW, 'the key back') },
      ];
    case 'Nest, fetched':
    case 'call, fetched': {
      // Past the age of any key that was fetched so far.
      const latest = Math.max(...visits.map(({ at }) => at)) + KEYS_ARE_OLD_IN_MS;
      const later = latest + KEYS_ARE_OLD_IN_MS;
      return [
        start,
        { key: 'foreign', otherKey: 'own', visits: again(latest, 'the key rotated') },
        { key: 'own', otherKey: 'foreign', visits: again(later, 'the key back') },
      ];
    }
    default:
      return group.edge satisfies never;
  }
}

const KEYS_ARE_OLD_IN_MS = 10 * 60_000;

type Change = Partial<Omit<Visit, 'scenario'>> & Pick<Visit, 'name'>;

function visit(
  { api }: WarmGroup,
  request: ScenarioRequest,
  scenario: number,
  change: Change,
): Visit {
  const usual = { party: 'own', at: NOW, kinds: [undefined], times: 1 } as const;
  return { scenario, request, api, ...usual, ...change };
}

/** Of one scenario while all is well with the keys. */
function visitsOf(group: WarmGroup, request: ScenarioRequest, number: number): Visit[] {
  const { random, options, api } = group;
  const make = (change: Change) => visit(group, request, number, change);
  const moments = momentsOf(tokensOf(request, api), options);
  const moved = (party: Party, count: number) =>
    some(moments, count, group).map((at) => make({ name: 'at another moment', party, at }));
  const kinds = [random.pick(KINDS), undefined, random.pick(KINDS)];
  return [
    make({ name: 'for the first time', times: AT_ONCE }),
    make({ name: 'again' }),
    make({ name: 'for any kind of token', kinds: ['any'] }),
    ...moved('own', MOMENTS),
    make({ name: 'back at the first moment' }),
    ...changedTokens(group, request, number),
    make({ name: 'again after forgeries', times: AT_ONCE }),
    make({ name: 'for other kinds of token', kinds: [random.pick(KINDS)] }),
    make({ name: 'for several kinds one after another', kinds }),
    make({ name: 'with other options', party: 'other options' }),
    make({ name: 'with other options again', party: 'other options' }),
    ...moved('other options', 2),
    make({ name: 'to another tenant', party: 'other tenant' }),
    make({ name: 'to another tenant again', party: 'other tenant' }),
    make({ name: 'and back' }),
  ];
}

function changedTokens(group: WarmGroup, request: ScenarioRequest, number: number): Visit[] {
  const { random, pool, instance, api } = group;
  const make = (name: string, of: ScenarioRequest, change: Partial<Visit> = {}) =>
    visit(group, of, number, { name, ...change });
  return tokensOf(request).flatMap((token) => {
    const other = pool.session(random, random.pick(['good', 'expired']), instance);
    const altered = some(ALTERATIONS, ALTERED, group).map(({ name, alter }) =>
      // More than once: a forgery must not become known either.
      make(name, replaced(request, token, alter(token, other, random)), { times: 2 }),
    );
    const placed = some(TOKEN_PLACES, PLACES, group).map(({ name, put }) => {
      const carried = put(token, request, instance);
      return make(name, carried.request, { api: { ...api, ...carried.api } });
    });
    const strange = replaced(request, token, signedByStranger(token));
    const twins = [
      make('its twin to the other tenant', strange, { party: 'other tenant' }),
      make('its twin to the other tenant again', strange, { party: 'other tenant' }),
      make('its twin of the other tenant', strange),
    ];
    return [altered, placed, twins].flat();
  });
}

/** So many of them, drawn; in no order. */
function some<T>(all: readonly T[], count: number, { random }: WarmGroup): T[] {
  const left = [...all];
  return Array.from({ length: Math.min(count, all.length) }, () => {
    const chosen = random.pick(left);
    left.splice(left.indexOf(chosen), 1);
    return chosen;
  });
}
