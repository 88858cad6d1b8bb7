import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';

// Scenarios of every kind through our authenticateRequest and the vendor's. In processes of their
// own: here errors are of several realms, and the vendor's `instanceof` takes them for something else.
// Any number more of them: node test/conformance/run.mjs --count 100000 --seed 1

const SEED = 20_261_121;
const COUNT = 3_000;

test('every request gets the vendor’s answer, but for the differences that are listed', async () => {
  const script = `${import.meta.dirname}/run.mjs`;
  const child = spawn(process.execPath, [script, `--count=${COUNT}`, `--seed=${SEED}`]);
  let said = '';
  child.stdout.on('data', (data) => (said += String(data)));
  child.stderr.on('data', (data) => (said += String(data)));
  await once(child, 'close');
  expect(said).toContain(`${COUNT} scenarios of seed ${SEED}`);
  expect(said).toMatch(/Nothing is unexplained\.\s*$/);
  expect(child.exitCode).toBe(0);
}, 60_000);
