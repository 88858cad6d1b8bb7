import type { PeerName } from '../apps/peer.js';
import type { Targets } from '../report/targets.js';

/** The header fields of a request by their names. */
export type Headers = Readonly<Record<string, string>>;

/** A kind of request, sent to each of the compared. */
export interface Scenario {
  /** What `--only` takes. */
  readonly name: string;
  /** What the table says. */
  readonly title: string;
  readonly path: '/me' | '/public';
  /** How many different requests there are; they take turns. */
  readonly variants: number;
  /** The header fields of one of them. */
  readonly headers: (variant: number) => Headers;
  /** Who is measured, and the status that it must answer. */
  readonly answers: Partial<Record<PeerName, number>>;
  /** What is to be reached by this package, where something is. */
  readonly targets?: Targets;
}

/** Who is measured in a scenario. */
export function peersOf({ answers }: Scenario): PeerName[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a record of peers
  return Object.keys(answers) as PeerName[];
}
