import type { Observation } from '../../compare/observed.js';
import { ADDRESS_DIFFERENCES } from '../../differences/address-differences.js';
import { ANSWER_DIFFERENCES } from '../../differences/answer-differences.js';
import { CALL_DIFFERENCES } from '../../differences/call-differences.js';
import type { AsIf, Difference } from '../../differences/difference.js';
import { DIFFERENCES } from '../../differences/list.js';
import { isServerScenario, type ServerScenario } from '../generate/server-scenario.js';
import { isReadable } from '../generate/wire.js';
import { withUnknownFailures } from './missing-client.js';
import type { ServerDifference } from './server-difference.js';
import { signedOutViewsOf } from './signed-out-views.js';

type State = NonNullable<Observation['state']>;

/** What a handler is shown, by twos, as a state of the engine shows it. */
const PAIRS = [
  ['auth', 'authOfPending'],
  ['any', 'anyOfPending'],
  ['session', 'sessionOfPending'],
  ['apiKey', 'm2mToken'],
  ['oauthToken', 'several'],
] as const;

/** What the engine answers otherwise on purpose, and so does the server that it is in. */
export const ENGINE_DIFFERENCES: readonly ServerDifference[] = DIFFERENCES.map(ofServers);

function ofServers(difference: Difference): ServerDifference {
  const { name, why } = difference;
  return {
    name,
    why,
    // Of a target that is no URL neither side makes anything.
    applies: (scenario) =>
      isOursAlone(difference, scenario) && isReadable(scenario) && difference.applies(scenario),
    asIf: (scenario) => {
      const asIf = difference.asIf(scenario);
      return { scenario: ofServer(asIf), restore: restoreAll(asIf, scenario) };
    },
  };
}

/**
 * The vendor's server asks the client that it is given: ours differs from itself in nothing but the
 * address that functions are told. And ours asks as the vendor's does when it is given that.
 */
function isOursAlone(difference: Difference, { clientMaker }: ServerScenario): boolean {
  switch (clientMaker) {
    case 'nobody':
      return true;
    case 'us':
      return ADDRESS_DIFFERENCES.includes(difference);
    case 'the vendor':
      return ![...CALL_DIFFERENCES, ...ANSWER_DIFFERENCES].includes(difference);
    default:
      return clientMaker satisfies never;
  }
}

function ofServer({ scenario }: AsIf): ServerScenario {
  if (isServerScenario(scenario)) return withUnknownFailures(scenario);
  throw new Error('a difference left out how the request is written');
}

/** Whether a browser that was sent somewhere no longer is: the handler sees it instead. */
function isStayed(before: State, after: State): boolean {
  const [was, is] = [before, after].map((state) => JSON.stringify(state['headers']));
  const isSent = (headers = '') => headers.includes('"location: ');
  return before['status'] === 307 && isSent(was) && !isSent(is);
}

/** A state has two auth objects, a handler sees more: each is changed as those are. */
function restoreAll({ restore }: AsIf, scenario: ServerScenario): AsIf['restore'] {
  if (!restore) return undefined;
  return (answer) => {
    const { state } = answer;
    const restored = restore(answer);
    if (state === null || restored.state === null) return restored;
    const seen = PAIRS.flatMap(([one, other]) => {
      if (!(one in state)) return [];
      const pair = { auth: state[one], authOfPending: state[other] };
      const changed = restore({ ...answer, state: { ...state, ...pair } }).state;
      return [
        [one, changed?.['auth']],
        [other, changed?.['authOfPending']],
      ];
    });
    const shown = isStayed(state, restored.state)
      ? { status: 200, ...signedOutViewsOf(scenario) }
      : {};
    const all = {
      ...restored,
      state: { ...restored.state, ...Object.fromEntries(seen), ...shown },
    };
    // What was not there has not come into being.
    return JSON.parse(JSON.stringify(all));
  };
}
