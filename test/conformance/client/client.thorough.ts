import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';

// Every method of the vendor's client and the same of ours, asking one server. In a process of its
// own: here errors are of several realms, and the vendor's `instanceof` takes them for something else.
// One API alone: node test/conformance/client/run.mjs --api users

test('our client does what the vendor’s does, but for the differences that are listed', async () => {
  const child = spawn(process.execPath, [`${import.meta.dirname}/run.mjs`]);
  let said = '';
  child.stdout.on('data', (data) => (said += String(data)));
  child.stderr.on('data', (data) => (said += String(data)));
  await once(child, 'close');
  expect(said).toContain("vendor's methods covered 191 of 191\n");
  expect(said).toContain('operations covered 249 of 249\n');
  expect(said).toMatch(/unexplained differences 0\s*$/);
  expect(child.exitCode).toBe(0);
}, 60_000);
