import type { Caller } from './caller.js';
import { draw, type Drawn, type Urn } from './draw.js';
import type { LoadInstance } from './instance.js';
import { Tally } from './tally.js';
import { HOST_OF_NOBODY, tenantAt } from './tenant.js';

/** When to stop. */
export type Until = { readonly requests: number } | { readonly seconds: number };

/** Everybody who asks the application for something. */
export class Visitors {
  /** Of all answers so far. */
  readonly tally = new Tally();

  constructor(
    private readonly caller: Caller,
    private readonly instances: readonly LoadInstance[],
  ) {}

  /**
   * Makes requests drawn at random, as many at a time as there are connections. Resolves when all
   * are answered.
   *
   * @param first The number of the first.
   * @returns How many there were.
   */
  async ask(urn: Urn, first: number, until: Until): Promise<number> {
    const end = 'seconds' in until ? performance.now() + until.seconds * 1000 : Infinity;
    const most = 'requests' in until ? until.requests : Infinity;
    let count = 0;
    const keepAsking = async () => {
      while (count < most && performance.now() < end) {
        const drawn = draw(urn, first + count);
        count += 1;
        await this.#askOnce(drawn);
      }
    };
    await Promise.all(Array.from({ length: this.caller.connections }, keepAsking));
    return count;
  }

  /** Calls at each of these tenants once, so that all of them are there. */
  async visitEach(tenants: readonly number[]): Promise<void> {
    const queue = tenants.values();
    const visit = async () => {
      for (const tenant of queue) {
        await this.#askOnce({ host: tenant, tenant, user: 0, carrier: 'bearer', asksClient: true });
      }
    };
    await Promise.all(Array.from({ length: this.caller.connections }, visit));
  }

  async #askOnce(drawn: Drawn): Promise<void> {
    const { host, tenant, user, carrier, asksClient } = drawn;
    const token = await this.instances[tenant]?.mint(user);
    if (token === undefined) throw new Error(`there is no tenant ${tenant}`);
    const path = asksClient ? '/me?client=1' : '/me';
    const headers = {
      host: host === undefined ? HOST_OF_NOBODY : tenantAt(host).host,
      ...(carrier === 'bearer'
        ? { authorization: `Bearer ${token}` }
        : { cookie: `__session=${token}; __client_uat=1` }),
    };
    this.tally.add(drawn, await this.caller.get(path, headers));
  }
}
