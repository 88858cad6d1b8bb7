import type { Scenario } from '../generate/scenario.js';
import type { BackendApi } from './backend-api.js';
import { comparableCall, listed } from './comparable-call.js';
import type { Sides } from './compare.js';
import { keyTexts } from './key-texts.js';
import { observe, type RequestStateLike } from './observation.js';
import type { Observed } from './observed.js';
import { askOurs } from './our-side.js';
import { type PlacedOptions, placedOptions } from './placed-options.js';
import { askVendor } from './vendor-side.js';

type Ask = (scenario: Scenario, placed: PlacedOptions) => Promise<RequestStateLike>;

let asked = 0;

/** Our engine and the vendor's, both with the same Backend API. */
export function engineSides(api: BackendApi): Sides<Scenario> {
  return {
    askOurs: (scenario) => observed(api, scenario, askOurs),
    askVendor: (scenario) => observed(api, scenario, askVendor),
  };
}

/** Asks one side, with keys that nobody had before. */
async function observed(api: BackendApi, scenario: Scenario, ask: Ask): Promise<Observed> {
  asked += 1;
  const keys = keyTexts(scenario.keys, `engine${asked}`);
  const placed = placedOptions(scenario, keys, api.origin);
  const { result, calls } = await api.listen(scenario.api, keys, () =>
    observe(() => ask(scenario, placed)),
  );
  const { outcome: state, verdict } = result;
  const sent = JSON.stringify(listed(new Headers(scenario.request.headers)));
  const isSent = (headers: unknown) => JSON.stringify(headers) === sent;
  return {
    observation: { state, calls: calls.map((call) => comparableCall(call, isSent)) },
    verdict,
  };
}
