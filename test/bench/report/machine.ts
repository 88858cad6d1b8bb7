import { createRequire } from 'node:module';
import { cpus, release, totalmem, type } from 'node:os';
import { canPin } from '../processes/child.js';
import { CONNECTIONS } from '../load/connections.js';

/** Where, and with what, was measured. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryInGiB: number;
  readonly system: string;
  readonly node: string;
  /** Whether servers and load had a core each. */
  readonly pinned: boolean;
  readonly connections: number;
  /** Of the packages that are compared. */
  readonly versions: Readonly<Record<string, string>>;
  /** When, as an ISO date. */
  readonly at: string;
}

const PACKAGES = ['@nestjs/core', 'express', 'fastify', 'jose', '@clerk/express', '@clerk/backend'];

/** Describes this machine. */
export function describeMachine(): Machine {
  const [processor] = cpus();
  return {
    processor: processor?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryInGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    pinned: canPin,
    connections: CONNECTIONS,
    versions: Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
    at: new Date().toISOString(),
  };
}

function versionOf(name: string): string {
  const require = createRequire(import.meta.url);
  try {
    const manifest: { version: string } = require(`${name}/package.json`);
    return manifest.version;
  } catch {
    return 'unknown';
  }
}
