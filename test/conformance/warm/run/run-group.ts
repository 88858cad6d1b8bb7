import type { BackendApi } from '../../compare/backend-api.js';
import { type Comparison, compareVisit } from '../compare/compare-visit.js';
import { Parties } from '../compare/parties.js';
import { jwksOf, make } from '../compare/seen.js';
import type { SignatureCount } from '../compare/signature-count.js';
import { phasesOf } from '../generate/phases.js';
import { PARTIES, type Phase, type Visit } from '../generate/visit.js';
import type { WarmGroup } from '../generate/warm-group.js';
import type { MovedClock } from './moved-clock.js';

/** What all groups of a process meet. */
export interface Surroundings {
  readonly backendApi: BackendApi;
  readonly signatures: SignatureCount;
  readonly clock: MovedClock;
}

/** Takes what came of a visit. */
export type Take = (comparison: Comparison) => void;

let names = 0;

/** Makes all visits of a group, each also to instances that are made for it alone. */
export async function runGroup(
  group: WarmGroup,
  surroundings: Surroundings,
  take: Take,
): Promise<void> {
  const warm = freshParties(group, surroundings);
  for (const phase of phasesOf(group)) {
    await whileServed(phase, warm, surroundings, group, async () => {
      warm.turn(phase.key, phase.otherKey);
      await settle(phase, warm, surroundings, group);
      for (const visit of phase.visits) {
        take(await compareOne(visit, phase, warm, group, surroundings));
      }
    });
  }
}

async function compareOne(
  visit: Visit,
  phase: Phase,
  warm: Parties,
  group: WarmGroup,
  surroundings: Surroundings,
): Promise<Comparison> {
  const served = servedTo(visit, phase);
  surroundings.clock.move(visit.at);
  const seen = await make(visit, visit.times, warm, { ...surroundings, served });
  const fresh = freshParties(group, surroundings);
  fresh.turn(phase.key, phase.otherKey);
  const expected = await make(visit, 1, fresh, { ...surroundings, served });
  const comparison = compareVisit(visit, seen, expected);
  if (!comparison.isRemembered || remembers(visit, group)) return comparison;
  return { ...comparison, problems: [...comparison.problems, 'remembered where nothing is to be'] };
}

function remembers({ party }: Visit, { options, otherOptions }: WarmGroup): boolean {
  return (party === 'other options' ? otherOptions : options).tokenCache !== false;
}

function freshParties(group: WarmGroup, { backendApi }: Surroundings): Parties {
  names += 1;
  return new Parties(group, backendApi.origin, `warm${names}`);
}

function servedTo({ party }: Pick<Visit, 'party'>, { key, otherKey }: Phase): Phase['key'] {
  return party === 'other tenant' ? otherKey : key;
}

/** Answers also what is asked between visits: keys can be fetched ahead of need. */
async function whileServed(
  phase: Phase,
  warm: Parties,
  { backendApi }: Surroundings,
  group: WarmGroup,
  run: () => Promise<void>,
): Promise<void> {
  let served = run;
  for (const party of PARTIES) {
    const api = { ...group.api, jwks: jwksOf(servedTo({ party }, phase)) };
    const inner = served;
    served = async () => {
      await backendApi.listen(api, warm.keyTextsOf(party), inner);
    };
  }
  await served();
}

/** How long a fetch of keys in the background is waited for, in milliseconds. */
const BACKGROUND_IN_MS = 30;

/**
 * Lets keys be fetched anew where they have changed: old ones may serve one more request while new
 * ones are on their way.
 */
async function settle(
  phase: Phase,
  warm: Parties,
  surroundings: Surroundings,
  { edge }: WarmGroup,
): Promise<void> {
  const [first] = phase.visits;
  if (!edge.endsWith('fetched') || !first || first.name === 'for the first time') return;
  surroundings.clock.move(first.at);
  for (const party of PARTIES) {
    const visit = { ...first, party, kinds: ['any'] };
    await make(visit, 1, warm, { ...surroundings, served: servedTo(visit, phase) });
  }
  await new Promise((resolve) => {
    setTimeout(resolve, BACKGROUND_IN_MS);
  });
}
