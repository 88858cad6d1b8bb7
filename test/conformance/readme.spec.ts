import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { CLIENT_DIFFERENCES } from './client/differences/list.js';
import { PROXY_DIFFERENCES } from './proxy/differences/list.js';
import { EVERY_DIFFERENCE } from './servers/differences/list.js';

// Readers have to find every difference: node test/conformance/servers/run.mjs --list, and the same
// below test/conformance/client and test/conformance/proxy

const DIFFERENCES = [...EVERY_DIFFERENCE, ...CLIENT_DIFFERENCES, ...PROXY_DIFFERENCES];

const readme = normalized(readFileSync(`${import.meta.dirname}/../../README.md`, 'utf8'));

function normalized(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

describe('the README', () => {
  test('names every difference from the vendor that the comparisons know', () => {
    const missing = DIFFERENCES.map(({ name }) => name).filter(
      (name) => !readme.includes(normalized(name)),
    );
    expect(missing).toEqual([]);
  });

  test('can name each of them by a sentence of its own', () => {
    const names = DIFFERENCES.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });
});
