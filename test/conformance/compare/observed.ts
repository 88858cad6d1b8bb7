import type { ApiCall } from './backend-api.js';

/** What one side made of a scenario; JSON. */
export interface Observation {
  /** Null when it threw, or refused to say. */
  readonly state: Readonly<Record<string, unknown>> | null;
  readonly calls: readonly ApiCall[];
}

/** An observation, and in a few words the reason, `signed-in`, or what was thrown. */
export interface Observed {
  readonly observation: Observation;
  readonly verdict: string;
}
