import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';

// The same bytes through our proxy and the vendor's to one Frontend API, in a process of its own: the
// environment is read by both. Any number more: node test/conformance/proxy/run.mjs --count 4000 --seed 1

const SEED = 20_261_121;
const COUNT = 400;

test('every proxied exchange is the vendor’s, but for the differences that are listed', async () => {
  const script = `${import.meta.dirname}/run.mjs`;
  const child = spawn(process.execPath, [script, `--count=${COUNT}`, `--seed=${SEED}`]);
  let said = '';
  child.stdout.on('data', (data) => (said += String(data)));
  child.stderr.on('data', (data) => (said += String(data)));
  await once(child, 'close');
  expect(said).toContain(`${COUNT} exchanges of seed ${SEED}`);
  expect(said).toMatch(/Nothing is unexplained\.\s*$/);
  expect(child.exitCode).toBe(0);
}, 120_000);
