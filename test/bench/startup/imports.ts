import { Child } from '../processes/child.js';
import { medianOf } from '../report/statistics.js';

/** How long the imports take, in milliseconds: this package, and both of the vendor's it replaces. */
export interface ImportResult {
  readonly ours: number;
  readonly vendor: number;
  /** The median of the rounds' ratios. */
  readonly oursOverVendors: number;
}

/** Imports in fresh processes after Nest, in alternating rounds. */
export async function measureImports(rounds: number): Promise<ImportResult> {
  const all: { ours: number; vendor: number }[] = [];
  // The first fills the caches of the file system.
  await timeOf('ours');
  await timeOf('vendor');
  for (let round = 0; round < rounds; round += 1) {
    const ours = await timeOf('ours');
    all.push({ ours, vendor: await timeOf('vendor') });
  }
  return {
    ours: medianOf(all.map(({ ours }) => ours)),
    vendor: medianOf(all.map(({ vendor }) => vendor)),
    oursOverVendors: medianOf(all.map(({ ours, vendor }) => ours / vendor)),
  };
}

async function timeOf(name: string): Promise<number> {
  const module = 'startup/import-packages.js';
  const child = await Child.start({ module, core: 'measured', args: [name] });
  try {
    return await child.ask<number>('milliseconds');
  } finally {
    await child.stop();
  }
}
