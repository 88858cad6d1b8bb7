import autocannon, { type Client, type Options, type Request, type Result } from 'autocannon';
import { scenarioOf } from '../servers/scenarios.js';
import type { Load, LoadResult } from './load.js';

/** How many requests wait for their answers at any time. */
export const CONNECTIONS = 50;

/**
 * The connections to one server. Each has requests of its own and goes on among them where it
 * stopped the time before: if it began anew, a server would be sent tokens that it still knows.
 */
export class Connections {
  readonly #requests: readonly (readonly Request[])[];
  readonly #places: number[];

  constructor(headers: readonly (readonly Record<string, string>[])[], path: string) {
    this.#requests = headers.map((ofOne) =>
      ofOne.map((one) => requestOf(path, one, ofOne.length > 1)),
    );
    this.#places = headers.map(() => 0);
  }

  /** Sends requests. @throws Error when an answer has another status than the scenario's. */
  async run(load: Load): Promise<LoadResult> {
    const clients: Client[] = [];
    const before = process.cpuUsage();
    const result = await autocannon({
      url: load.url,
      connections: CONNECTIONS,
      // It only stops where a sample ends.
      sampleInt: 100,
      includeErrorStats: true,
      ...untilOf(load),
      setupClient: (client) => {
        client.setRequests(this.#from(clients.length));
        clients.push(client);
      },
    });
    const { user, system } = process.cpuUsage(before);
    for (const [connection, client] of clients.entries()) this.#goOn(connection, client);
    checkStatuses(load, result);
    return {
      requests: result.requests.total,
      seconds: result.duration,
      p50InMs: result.latency.p50,
      p99InMs: result.latency.p99,
      cpuInUs: user + system,
    };
  }

  #from(connection: number): Request[] {
    const place = this.#places[connection] ?? 0;
    const requests = this.#requests[connection] ?? [];
    // Copies: what sends them writes into them.
    return [...requests.slice(place), ...requests.slice(0, place)].map((one) =>
      Object.assign({}, one),
    );
  }

  #goOn(connection: number, { requestIterator }: Client): void {
    const place = this.#places[connection] ?? 0;
    const count = this.#requests[connection]?.length ?? 1;
    this.#places[connection] = (place + requestIterator.currentRequestIndex + 1) % count;
  }
}

/** One of many is only put together when it is its turn, not while the server waits for the first. */
function requestOf(path: string, headers: Record<string, string>, isOneOfMany: boolean): Request {
  const request = { method: 'GET', path, headers };
  return isOneOfMany ? { ...request, setupRequest: (one) => one } : request;
}

function untilOf({ until }: Load): Pick<Options, 'amount' | 'duration'> {
  return 'seconds' in until ? { duration: until.seconds } : { amount: until.requests };
}

function checkStatuses({ peer, scenario }: Load, { statusCodeStats, ...result }: Result): void {
  const { answers, title } = scenarioOf(scenario);
  const failures = result.errors + result.timeouts;
  const wrong = Object.keys(statusCodeStats).filter((status) => status !== String(answers[peer]));
  if (failures === 0 && wrong.length === 0) return;
  throw new Error(
    `${title}: ${peer} answered ${wrong.join(', ') || 'nothing'} instead of ${answers[peer]}, ` +
      `and ${failures} requests failed.`,
  );
}
