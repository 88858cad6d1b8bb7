import { ClerkConfigurationError } from 'clerk-nestjs';
import type { BackendApi } from '../../compare/backend-api.js';
import type { Sides } from '../../compare/compare.js';
import { type KeyTexts, keyTexts } from '../../compare/key-texts.js';
import type { Observed } from '../../compare/observed.js';
import type { ServerScenario } from '../generate/server-scenario.js';
import { startNestServer } from '../serve/nest-server.js';
import type { RunningServer } from '../serve/running-server.js';
import { serverOptions } from '../serve/server-options.js';
import { startVendorServer } from '../serve/vendor-server.js';
import { askServer, NOT_BOOTED, observed } from './ask-server.js';

/** A server and the keys that it asks the Backend API with. */
interface Side {
  readonly keys: KeyTexts;
  readonly server: RunningServer;
}

let sides = 0;

/** The servers of a group of scenarios: a Nest application, and the vendor's for every setup asked. */
export class ServerGroup implements Sides<ServerScenario> {
  readonly #vendors = new Map<string, Side>();

  private constructor(
    private readonly api: BackendApi,
    private readonly nest: Side | string,
  ) {}

  /** Starts what a scenario asks for, unless Nest refuses to boot with it. */
  static async open(api: BackendApi, scenario: ServerScenario): Promise<ServerGroup> {
    const keys = freshKeys(scenario);
    return new ServerGroup(api, await bootNest(api, scenario, keys));
  }

  /** Whether our application runs with these options. */
  get isBooted(): boolean {
    return typeof this.nest !== 'string';
  }

  /** Why our application does not boot. */
  get refusal(): string | undefined {
    return typeof this.nest === 'string' ? this.nest : undefined;
  }

  async askOurs(scenario: ServerScenario): Promise<Observed> {
    if (typeof this.nest === 'string') return NOT_BOOTED;
    // What a function of the URL says is checked when it says it.
    const refusals = scenario.functions.length > 0 ? [400, 500] : [400];
    return this.#ask(this.nest, scenario, refusals);
  }

  async askVendor(scenario: ServerScenario): Promise<Observed> {
    const { options, keys, clientMaker, api } = scenario;
    // Keys of tokens are kept from one request to the next.
    const name = JSON.stringify([options, keys, clientMaker, api.jwks]);
    const side = this.#vendors.get(name) ?? (await this.#startVendor(scenario));
    this.#vendors.set(name, side);
    return this.#ask(side, scenario, [400, 500]);
  }

  async close(): Promise<void> {
    const running = [
      ...this.#vendors.values(),
      ...(typeof this.nest === 'string' ? [] : [this.nest]),
    ];
    await Promise.all(running.map(({ server }) => server.close()));
  }

  async #startVendor(scenario: ServerScenario): Promise<Side> {
    const keys = freshKeys(scenario);
    const server = await startVendorServer(serverOptions(scenario, keys, this.api.origin));
    return { keys, server };
  }

  async #ask(
    { keys, server }: Side,
    scenario: ServerScenario,
    refusals: readonly number[],
  ): Promise<Observed> {
    const { result, calls } = await this.api.listen(scenario.api, keys, () =>
      askServer(server.port, scenario),
    );
    return observed(result, calls, scenario, refusals);
  }
}

/** Our application, or why it refuses to boot. */
async function bootNest(
  api: BackendApi,
  scenario: ServerScenario,
  keys: KeyTexts,
): Promise<Side | string> {
  try {
    const options = serverOptions(scenario, keys, api.origin);
    return { keys, server: await startNestServer(scenario.platform, options) };
  } catch (error) {
    if (error instanceof ClerkConfigurationError) return error.message;
    throw error;
  }
}

function freshKeys({ keys }: ServerScenario): KeyTexts {
  sides += 1;
  return keyTexts(keys, `server${sides}`);
}
