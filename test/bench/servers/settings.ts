import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Settings {
  readonly rounds: number;
  /** How long one server is measured in one round. */
  readonly seconds: number;
  /** How many requests each server answers before the first round. */
  readonly warmUp: number;
  /** The names of the scenarios to run; all when empty. */
  readonly only: readonly string[];
  readonly platform: 'express' | 'fastify';
  /** Whether this is to show that the benchmark works, not to measure. */
  readonly quick: boolean;
  /** Where the results are written. */
  readonly out: string | undefined;
}

/** Reads the command line. @throws Error for an option that isn't one or a number that is none. */
export function readSettings(args: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      platform: { type: 'string', default: 'express' },
      quick: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  });
  const { quick, platform, only, out } = values;
  if (platform !== 'express' && platform !== 'fastify') {
    throw new Error(`--platform takes express or fastify, not ${platform}.`);
  }
  return {
    rounds: countOf('rounds', values.rounds ?? (quick ? '2' : '7')),
    seconds: countOf('seconds', values.seconds ?? (quick ? '1' : '2')),
    warmUp: quick ? 1000 : 3000,
    only: only.flatMap((names) => names.split(',')),
    platform,
    quick,
    out,
  };
}

function countOf(name: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(`--${name} takes a whole number above 0, not ${text}.`);
}
