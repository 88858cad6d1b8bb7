import type { Scenario } from '../generate/scenario.js';
import type { ApiCall, BackendApi } from './backend-api.js';
import { keyTexts } from './key-texts.js';
import { observe, type RequestStateLike } from './observation.js';
import { askOurs } from './our-side.js';
import { type PlacedOptions, placedOptions } from './placed-options.js';
import { askVendor } from './vendor-side.js';

/** Who is asked: us; the vendor; or the vendor about what a difference makes of the scenario. */
export type Side = 'ours' | 'theirs' | 'as if';

/** What one side made of a scenario. */
export interface Observation {
  /** Null when it threw. */
  readonly state: Readonly<Record<string, unknown>> | null;
  readonly calls: readonly ApiCall[];
}

/** An observation, and in a few words the reason, `signed-in`, or what was thrown. */
export interface Observed {
  readonly observation: Observation;
  readonly verdict: string;
}

const ASK: Readonly<
  Record<Side, (scenario: Scenario, placed: PlacedOptions) => Promise<RequestStateLike>>
> = { ours: askOurs, theirs: askVendor, 'as if': askVendor };

let asked = 0;

/** Asks one side, with keys that nobody had before. */
export async function askSide(api: BackendApi, side: Side, scenario: Scenario): Promise<Observed> {
  asked += 1;
  const keys = keyTexts(scenario.keys, `${scenario.number}${side.charAt(0)}${asked}`);
  const placed = placedOptions(scenario, keys, api.origin);
  const { result, calls } = await api.listen(scenario.api, keys, () =>
    observe(() => ASK[side](scenario, placed)),
  );
  const { outcome: state, verdict } = result;
  return {
    observation: { state, calls: calls.map((call) => comparable(call, scenario)) },
    verdict,
  };
}

/** A refresh sends the request's headers along: what counts is whether those are the ones sent. */
function comparable(call: ApiCall, { request }: Scenario): ApiCall {
  const { body } = call;
  if (typeof body !== 'object' || body === null || !('request_headers' in body)) return call;
  const sent = Object.fromEntries(
    [...new Headers(request.headers)].map(([name, value]) => [name, [value]]),
  );
  const { request_headers: headers, ...rest } = body;
  const isSame = JSON.stringify(headers) === JSON.stringify(sent);
  return { ...call, body: { ...rest, request_headers: isSame ? 'of the request' : headers } };
}
