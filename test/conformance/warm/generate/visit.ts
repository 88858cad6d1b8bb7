import type { AcceptsToken, ScenarioApi, ScenarioRequest } from '../../generate/scenario.js';

/**
 * Who is asked. All have the same key ids; the one with other options has the first one's keys, the
 * other tenant has keys of its own.
 */
export type Party = 'own' | 'other options' | 'other tenant';

export const PARTIES: readonly Party[] = ['own', 'other options', 'other tenant'];

/** Which key goes by the key id that tokens name. */
export type KeyState = 'own' | 'foreign' | 'none';

/** A request, when it comes, and to whom. */
export interface Visit {
  /** The scenario that it belongs to. */
  readonly scenario: number;
  /** What it tries, in a few words. */
  readonly name: string;
  readonly party: Party;
  readonly request: ScenarioRequest;
  readonly api: ScenarioApi;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The kinds of token that it is asked for, one after another; undefined for those of the options. */
  readonly kinds: readonly (AcceptsToken | undefined)[];
  /** How many of it come at once. */
  readonly times: number;
}

/** Visits during which keys stay what they are. */
export interface Phase {
  /** The key of all but the other tenant. */
  readonly key: KeyState;
  /** That of the other tenant. */
  readonly otherKey: KeyState;
  readonly visits: readonly Visit[];
}
