import { answerParent } from '../processes/answer-parent.js';
import type { Scenario } from '../servers/scenario.js';
import { scenarioOf } from '../servers/scenarios.js';
import { userOf } from '../tokens/session-token.js';
import { CONNECTIONS, Connections } from './connections.js';
import type { Load, LoadResult } from './load.js';

/** The requests of the scenario at hand, and where each of the compared has come to among them. */
class Requests {
  readonly #scenario: Scenario;
  readonly #ofConnection: readonly (readonly Record<string, string>[])[];
  readonly #connections = new Map<string, Connections>();

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    const perConnection = Math.max(1, Math.floor(scenario.variants / CONNECTIONS));
    this.#ofConnection = Array.from({ length: CONNECTIONS }, (_, connection) =>
      Array.from({ length: perConnection }, (__, place) =>
        scenario.headers((connection * perConnection + place) % scenario.variants),
      ),
    );
  }

  run(load: Load): Promise<LoadResult> {
    const known = this.#connections.get(load.peer);
    const connections = known ?? new Connections(this.#ofConnection, this.#scenario.path);
    this.#connections.set(load.peer, connections);
    return connections.run(load);
  }
}

class Generator {
  #name = '';
  #requests: Requests | undefined;

  async run(load: Load): Promise<LoadResult> {
    if (this.#name !== load.scenario) this.#requests = undefined;
    this.#requests ??= new Requests(scenarioOf(load.scenario));
    this.#name = load.scenario;
    return this.#requests.run(load);
  }
}

/** Asks once for the first and the last variant. @throws Error when an answer isn't what it must be. */
async function check({ peer, scenario: name, url }: Load): Promise<void> {
  const { path, headers, variants, answers, title } = scenarioOf(name);
  for (const variant of new Set([0, variants - 1])) {
    const answer = await fetch(url + path, { headers: headers(variant), redirect: 'manual' });
    const text = await answer.text();
    const user = peer === 'bare' ? userOf(0) : userOf(variant);
    const wrongUser = path === '/me' && answer.ok && JSON.parse(text).userId !== user;
    if (answer.status === answers[peer] && !wrongUser) continue;
    throw new Error(
      `${title}: ${peer} answered ${answer.status} ${text} instead of ${answers[peer]}` +
        (path === '/me' ? ` for ${user}.` : '.'),
    );
  }
}

const generator = new Generator();
answerParent({ check, run: (load: Load) => generator.run(load) });
