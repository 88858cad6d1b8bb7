import { randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from '@jest/globals';
import { isKnownToBeSignedBy } from '../../src/engine/tokens/known-token.js';
import { TokenCache } from '../../src/engine/tokens/token-cache.js';
import { CountedKey } from './support/counted-key.js';
import { local, NOW } from './support/engine.js';
import { encodePart } from './support/token-forge.js';

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

const COUNT = 300;
const HEADER_LENGTH = 16_000;
const key = new CountedKey(local.jwtKey);

/** A token in the middle of a long `Cookie` header, cut out of it as a parser of cookies does. */
function cutOut(text: string): string {
  const others = randomBytes(HEADER_LENGTH / 2).toString('hex');
  // Through bytes, as a header comes: a text that was put together would keep its parts.
  const header = Buffer.from(`other=${others}; __session=${text}; last=1`).toString('latin1');
  const start = header.indexOf('__session=') + '__session='.length;
  return header.slice(start, header.indexOf(';', start));
}

function heapInUse(): number {
  if (typeof collectGarbage !== 'function') throw new Error('there is no gc()');
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** Tokens that nobody has signed, which does not matter here. */
function makeTexts(): string[] {
  return Array.from({ length: COUNT }, (_none, number) => {
    const signature = randomBytes(256).toString('base64url');
    return `${encodePart({ alg: 'RS256' })}.${encodePart({ number })}.${signature}`;
  });
}

/** Requests with these tokens, each in a header of its own. */
function visit(cache: TokenCache, texts: readonly string[], now: number): void {
  for (const text of texts) {
    const token = cache.decode(cutOut(text));
    if (token.kind === 'jwt' && !isKnownToBeSignedBy(token, key)) cache.add(token, key, now);
  }
}

/** How much memory a token takes when it came in as many generations, in bytes. */
function bytesPerToken(generations: number): number {
  const texts = makeTexts();
  const before = heapInUse();
  const cache = new TokenCache(10 * COUNT);
  for (let generation = 0; generation < generations; generation += 1) {
    // One that is new begins the generation, into which the others move when they come again.
    visit(cache, [`${texts[generation] ?? ''}AAAA`, ...texts], NOW + generation * 60_000);
  }
  return (heapInUse() - before) / cache.size;
}

it('a text that is cut out of a header keeps the header, so that the next tests can fail', () => {
  const texts = makeTexts();
  const before = heapInUse();
  const cut = texts.map(cutOut);
  expect((heapInUse() - before) / cut.length).toBeGreaterThan(HEADER_LENGTH / 2);
});

it.each([[1], [2], [5]])('a token that came in %i generations keeps no header', (generations) => {
  expect(bytesPerToken(generations)).toBeLessThan(HEADER_LENGTH / 4);
});
