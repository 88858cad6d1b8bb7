import type { ApiCall, BackendApi } from '../../compare/backend-api.js';
import type { KeyState, Visit } from '../generate/visit.js';
import type { Ask, Parties } from './parties.js';
import type { SignatureCount } from './signature-count.js';
import type { RequestStateLike } from '../../compare/observation.js';
import { spoil, viewOf, viewOfError } from './view.js';

/** What came of a visit. */
export interface Seen {
  /** Of each of the requests that came at once, what it was told for each choice of kinds. */
  readonly views: readonly (readonly string[])[];
  readonly calls: readonly ApiCall[];
  /** How many signatures were verified for it. */
  readonly verified: number;
}

/** What a visit is answered by. */
export interface Surroundings {
  readonly backendApi: BackendApi;
  readonly signatures: SignatureCount;
  /** What fetched keys are served, to the visit's party. */
  readonly served: KeyState;
}

/** Makes a visit; whatever it was handed is then spoilt, as a handler may do. */
export async function make(
  visit: Visit,
  times: number,
  parties: Parties,
  { backendApi, signatures, served }: Surroundings,
): Promise<Seen> {
  const { party, request, kinds } = visit;
  const before = signatures.count;
  const api = { ...visit.api, jwks: jwksOf(served) };
  const asked = async (ask: Ask): Promise<string[]> => {
    const views: string[] = [];
    const handedOut: RequestStateLike[] = [];
    for (const kind of kinds) views.push(await answerTo(ask, kind, handedOut));
    for (const state of handedOut) spoil(state);
    return views;
  };
  const { result: views, calls } = await backendApi.listen(api, parties.keyTextsOf(party), () =>
    Promise.all(Array.from({ length: times }, () => asked(parties.receive(party, request)))),
  );
  return { views, calls, verified: signatures.count - before };
}

/** Which keys the Backend API serves under the key id. */
export function jwksOf(state: KeyState): 'published' | 'of another instance' | 'empty' {
  switch (state) {
    case 'own':
      return 'published';
    case 'foreign':
      return 'of another instance';
    case 'none':
      return 'empty';
    default:
      return state satisfies never;
  }
}

/** @param handedOut Gets what the answer consists of. */
async function answerTo(
  ask: Ask,
  kind: Visit['kinds'][number],
  handedOut: RequestStateLike[],
): Promise<string> {
  try {
    const { state, authentication } = await ask(kind);
    handedOut.push(state);
    return viewOf(state, authentication);
  } catch (error) {
    return viewOfError(error);
  }
}
