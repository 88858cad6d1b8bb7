import { describe, expect, it } from '@jest/globals';
import { ClerkBadRequestException } from '../../src/nest/errors/clerk-exceptions.js';
import { protectedPaths } from '../../src/route-matcher/protected-paths.js';

const RULES = [['/admin(.*)', '/orgs/:slug/settings'], { except: ['/health', '/public/(.*)'] }];

/** Node's limit for a request's head. */
const LONG = 16_384;

describe.each(RULES)('a long target under %o', (rule) => {
  const isProtected = protectedPaths(rule);

  it.each([
    '/',
    '/.',
    '/..',
    'a/..',
    '%2e/',
    '%2F',
    '%25',
    '%2525',
    '%',
    '\\',
    '\\..',
    ';',
    ';/',
    ';/..',
    '%3B%2F',
    '%C3%A9',
    '%CD%87%CC%B4%CC%81',
    '%EF%B7%BA',
    'http://',
    '@',
    '.',
    '%2e;x\\%2525%41',
    '/%2e%2e%5C..;%2f',
  ])('of %s costs some milliseconds and not seconds', (piece) => {
    const target = (start: string) => `${start}${piece.repeat(LONG / piece.length)}`;
    for (const start of ['/', '/public/', 'http://']) {
      const began = performance.now();
      ask(isProtected, target(start));
      expect(performance.now() - began).toBeLessThan(500);
    }
  });
});

function ask(isProtected: (target: string) => boolean, target: string): void {
  try {
    isProtected(target);
  } catch (error) {
    if (!(error instanceof ClerkBadRequestException)) throw error;
  }
}
