import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';

// Requests of every kind to instances that remember what others have brought them, and to such as
// remember nothing. In processes of their own, as it moves their clocks. Any number more of them:
// node test/conformance/warm/run.mjs --count 3000 --seed 1

const SEED = 20_261_121;
const COUNT = 200;

test('an answer that rests on something remembered is the one that a fresh instance gives', async () => {
  const script = `${import.meta.dirname}/run.mjs`;
  const child = spawn(process.execPath, [script, `--count=${COUNT}`, `--seed=${SEED}`]);
  let said = '';
  child.stdout.on('data', (data) => (said += String(data)));
  child.stderr.on('data', (data) => (said += String(data)));
  await once(child, 'close');
  expect(said).toContain(`${COUNT} scenarios of seed ${SEED}`);
  expect(said).toMatch(/\n0 differences\.\s*$/);
  expect(child.exitCode).toBe(0);
}, 300_000);
