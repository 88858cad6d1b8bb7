import type { PeerName } from '../apps/peer.js';
import type { Sample } from './sample.js';
import { type Spread, spreadOf } from './statistics.js';
import type { Targets } from './targets.js';

/** How one of the compared stands to the others: ratios of the same round, over all rounds. */
export type Ratios = Readonly<Record<keyof Targets, Spread | undefined>>;

/** A round's samples by whom they are of. */
type Round = ReadonlyMap<PeerName, Sample>;

/** The ratios of one of the compared; nothing where somebody was not measured. */
export function ratiosOf(samples: readonly Sample[], peer: PeerName): Ratios {
  const rounds = roundsOf(samples);
  const over = (ratioIn: (round: Round) => number | undefined) =>
    spreadOf(rounds.flatMap((round) => ratioIn(round) ?? []).filter(Number.isFinite));
  return {
    ofBare: over((round) => throughput(round, peer, 'bare')),
    ofIdeal: over((round) => throughput(round, peer, 'ideal')),
    ofVendorsCpu: over((round) => ratio(addedCpu(round, peer), addedCpu(round, 'vendor'))),
  };
}

/** What one of the compared adds to the bare application's CPU per request, in microseconds. */
export function addedCpuOf(samples: readonly Sample[], peer: PeerName): Spread | undefined {
  return spreadOf(roundsOf(samples).flatMap((round) => addedCpu(round, peer) ?? []));
}

/**
 * The bare application's CPU per request divided by somebody's: the share of its throughput that is
 * left on a core that does nothing else. On a machine with other work it is the steadier figure.
 */
export function shareByCpuOf(samples: readonly Sample[], peer: PeerName): Spread | undefined {
  const cpu = (round: Round, of: PeerName) => round.get(of)?.cpuPerRequestInUs;
  return spreadOf(
    roundsOf(samples).flatMap((round) => ratio(cpu(round, 'bare'), cpu(round, peer)) ?? []),
  );
}

/** One figure of one of the compared over all rounds. */
export function figureOf(
  samples: readonly Sample[],
  peer: PeerName,
  figure: (sample: Sample) => number,
): Spread | undefined {
  return spreadOf(samples.filter((sample) => sample.peer === peer).map(figure));
}

function roundsOf(samples: readonly Sample[]): Round[] {
  const rounds = new Map<number, Map<PeerName, Sample>>();
  for (const sample of samples) {
    const round = rounds.get(sample.round) ?? new Map<PeerName, Sample>();
    rounds.set(sample.round, round.set(sample.peer, sample));
  }
  return [...rounds.values()];
}

function throughput(round: Round, peer: PeerName, other: PeerName): number | undefined {
  return ratio(round.get(peer)?.requestsPerSecond, round.get(other)?.requestsPerSecond);
}

function addedCpu(round: Round, peer: PeerName): number | undefined {
  const mine = round.get(peer)?.cpuPerRequestInUs;
  const bare = round.get('bare')?.cpuPerRequestInUs;
  return mine === undefined || bare === undefined ? undefined : mine - bare;
}

function ratio(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one / other;
}
