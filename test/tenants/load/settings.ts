import { parseArgs } from 'node:util';

/** What a run is asked for. */
export interface Settings {
  /** How long requests are drawn at random; the rest of the run takes one and a half times as long. */
  readonly seconds: number;
  /** Two at least, so that there is another one. */
  readonly tenants: number;
  /** For each tenant. */
  readonly users: number;
  readonly connections: number;
  /** The same requests are drawn for the same number; keys and times are new in each run. */
  readonly seed: number;
}

/** Reads the command line. */
export function readSettings(args: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '60' },
      tenants: { type: 'string', default: '1000' },
      users: { type: 'string', default: '100' },
      connections: { type: 'string', default: '64' },
      seed: { type: 'string', default: '20261121' },
    },
  });
  return {
    seconds: count('seconds', values.seconds),
    tenants: count('tenants', values.tenants, 2),
    users: count('users', values.users),
    connections: count('connections', values.connections),
    seed: count('seed', values.seed),
  };
}

function count(name: string, text: string, least = 1): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new Error(`--${name} ${text} is no whole number from ${least}`);
}
