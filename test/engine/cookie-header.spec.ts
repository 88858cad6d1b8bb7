import { describe, expect, it } from '@jest/globals';
import { parse } from 'cookie';
import { readClerkCookies } from '../../src/engine/facts/cookie-header.js';

/** What the package `cookie` makes of a header, of the cookies whose names Clerk could have chosen. */
function byPackage(header: string): [string, string][] {
  return Object.entries(parse(header)).flatMap(([name, value]) =>
    name.startsWith('__') && value !== undefined ? [[name, value]] : [],
  );
}

const PIECES = [
  '__session',
  '__client_uat',
  '_',
  '__',
  'theme',
  '=',
  '=',
  ';',
  '; ',
  ' ',
  '\t',
  '%41',
  '%',
  '%zz',
  'a.b.c',
  '"quoted"',
  '1',
  ',',
  'é',
  '__proto__',
  'constructor',
  ' =',
  '= ',
  ' ; ',
];

/** Headers put together of such pieces: each number gives one, and always the same. */
function headerOf(seed: number): string {
  let state = seed + 1;
  let header = '';
  for (let left = 2 + (seed % 14); left > 0; left--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    header += PIECES[(state >>> 8) % PIECES.length] ?? '';
  }
  return header;
}

describe('the cookies of a header', () => {
  it('are those that the package `cookie` finds, in 50,000 headers', () => {
    const different = Array.from({ length: 50_000 }, (_, seed) => headerOf(seed)).filter(
      (header) =>
        JSON.stringify([...readClerkCookies(header)]) !== JSON.stringify(byPackage(header)),
    );
    expect(different).toEqual([]);
  });

  it('are read once each: a planted second one of the same name counts for nothing', () => {
    const cookies = readClerkCookies('__session=ours; __session=planted');
    expect([...cookies]).toEqual([['__session', 'ours']]);
  });

  it('are found among those of others, which are left out', () => {
    const cookies = readClerkCookies('_ga=1; theme=dark; __session=a.b.c ;csrf=__session=x');
    expect([...cookies]).toEqual([['__session', 'a.b.c']]);
  });

  it('take time that grows with the header, and no more: 64 KB of separators', () => {
    expect(readClerkCookies(';'.repeat(65_536)).size).toBe(0);
    expect(readClerkCookies('__;'.repeat(21_000)).size).toBe(0);
    expect(readClerkCookies('__='.repeat(21_000)).size).toBe(1);
    expect(readClerkCookies(' '.repeat(65_536)).size).toBe(0);
  });
});
