import type { Authentication } from '../../../../src/engine/authentication.js';
import type { NodeRequest } from '../../../../src/nest/http/node-request.js';
import { RequestAuthenticator } from '../../../../src/nest/request-authenticator.js';
import { resolveOptions } from '../../../../src/options/resolve-options.js';
import { authenticateBy } from '../../../../src/request/authenticate-request.js';
import { Connections } from '../../../../src/request/connections.js';
import { createTenant, type Tenant } from '../../../../src/tenants/tenant.js';
import { type KeyTexts, keyTexts } from '../../compare/key-texts.js';
import type { RequestStateLike } from '../../compare/observation.js';
import { toRequest } from '../../compare/to-request.js';
import type { AcceptsToken, ScenarioRequest } from '../../generate/scenario.js';
import type { KeyState, Party } from '../generate/visit.js';
import type { WarmGroup, WarmOptions } from '../generate/warm-group.js';
import { toNodeRequest } from './node-request.js';
import { TurnedKeys } from './turned-keys.js';

/** An answer, and in Nest what it was made from. */
export interface Answer {
  readonly state: RequestStateLike;
  readonly authentication?: Authentication;
}

/** Asks about one request for these kinds of token; again, it is the same request. */
export type Ask = (kinds: AcceptsToken | undefined) => Promise<Answer>;

type Kinds = Parameters<RequestAuthenticator['process']>[1];
type CallOptions = Parameters<ReturnType<typeof authenticateBy>>[1];

/**
 * The instances of a group, with all that they remember: one authenticator with a tenant for each
 * party, or one set of connections. The parties with one another's keys share the source of them.
 */
export class Parties {
  readonly #group: WarmGroup;
  readonly #apiUrl: string;
  readonly #keyTexts: ReadonlyMap<Party, KeyTexts>;
  readonly #keys = new TurnedKeys();
  readonly #otherKeys = new TurnedKeys();
  readonly #tenants = new Map<Party, Tenant>();
  readonly #partyOf = new WeakMap<NodeRequest, Party>();
  readonly #connections = new Connections();
  readonly #authenticator: RequestAuthenticator;

  /** @param name That nobody had before, without underscores. */
  constructor(group: WarmGroup, apiUrl: string, name: string) {
    const { keys } = group;
    const otherJwtKey = keys.jwtKey && 'foreign';
    const own = keyTexts(keys, name);
    this.#group = group;
    this.#apiUrl = apiUrl;
    this.#keyTexts = new Map([
      ['own', own],
      ['other options', own],
      ['other tenant', keyTexts({ ...keys, jwtKey: otherJwtKey }, `${name}other`)],
    ]);
    this.#authenticator = new RequestAuthenticator({
      tenantOf: (request) => this.#tenantFor(this.#partyOf.get(request) ?? 'own'),
      open: () => this.#tenantFor('own'),
      loaded: () => [...this.#tenants.values()],
    });
  }

  /** What the Backend API knows a party by. */
  keyTextsOf(party: Party): KeyTexts {
    return this.#keyTexts.get(party) ?? {};
  }

  /** Says which key goes by the key id now, where the run decides. */
  turn(key: KeyState, otherKey: KeyState): void {
    this.#keys.turn(key);
    this.#otherKeys.turn(otherKey);
  }

  /** A request that comes to a party. */
  receive(party: Party, request: ScenarioRequest): Ask {
    return this.#group.edge.startsWith('Nest')
      ? this.#receiveInNest(party, request)
      : this.#receiveByCall(party, request);
  }

  #receiveInNest(party: Party, scenarioRequest: ScenarioRequest): Ask {
    const request = toNodeRequest(scenarioRequest);
    this.#partyOf.set(request, party);
    return async (kinds) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the scenarios' type is wider on purpose
      const accepted = kinds as Kinds;
      const { authentication } = await this.#authenticator.process(request, accepted);
      const state = await this.#authenticator.requestState(request, accepted);
      return { authentication, state };
    };
  }

  #receiveByCall(party: Party, request: ScenarioRequest): Ask {
    const authenticate = authenticateBy(this.#connections);
    return async (kinds) => {
      const { acceptsToken } = this.#optionsOf(party);
      const options = { ...this.#wholeOptionsOf(party), acceptsToken: kinds ?? acceptsToken };
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the scenarios' type is wider on purpose
      const state = await authenticate(toRequest(request), options as CallOptions);
      return { state };
    };
  }

  #tenantFor(party: Party): Tenant {
    const tenant = this.#tenants.get(party) ?? this.#createTenant(party);
    this.#tenants.set(party, tenant);
    return tenant;
  }

  #createTenant(party: Party): Tenant {
    const options = resolveOptions(this.#wholeOptionsOf(party), {});
    if (this.#group.edge !== 'Nest, turned') return createTenant(options);
    return createTenant(options, {
      keys: party === 'other tenant' ? this.#otherKeys : this.#keys,
    });
  }

  #optionsOf(party: Party): WarmOptions {
    return party === 'other options' ? this.#group.otherOptions : this.#group.options;
  }

  #wholeOptionsOf(party: Party): Record<string, unknown> {
    const given = Object.entries(this.keyTextsOf(party)).filter(([, value]) => value !== undefined);
    return { ...this.#optionsOf(party), ...Object.fromEntries(given), apiUrl: this.#apiUrl };
  }
}
