import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { createPathMatcher } from '@clerk/shared/pathMatcher';
import { ClerkConfigurationError } from '../../src/clerk-configuration-error.js';
import { createRouteMatcher } from '../../src/route-matcher/create-route-matcher.js';
import { seededPick } from '../engine/auth/random-claims.js';

const PATTERNS: readonly (string | RegExp | (string | RegExp)[])[] = [
  '/',
  '/admin',
  '/admin/',
  '/admin(.*)',
  '/admin/(.*)',
  '/ADMIN',
  '/orgs/:slug',
  '/orgs/:slug/(.*)',
  '/orgs/:slug+',
  '/orgs/:slug*',
  '/orgs/:id(\\d+)',
  '/orgs{/:slug}?',
  '/:a/:b',
  '/:a-:b',
  '/(.*)/admin',
  '/café',
  '/a b',
  '/@:user',
  '/files/:name.:ext',
  '(.*)',
  /^\/admin$/,
  /ADMIN/i,
  /^\/(?!open)/,
  ['/admin(.*)', '/orgs/:slug'],
  ['/none', /\/users$/],
];

const PIECES =
  '/ / / // /./ /../ %2F %2f \\ %5C /%2e%2e/ . - ; @ admin admin %61dmin ADMIN orgs orgs acme 5 users ' +
  'open files caf%C3%A9 a%20b a+b a.txt %25 %2561 %3F %23 %3A %00 \' " < { ^ |';
const ENDS = ['', '', '/', '?x=/admin', '#/admin', '%zz', '%'];

/** Targets put together at random: the same for the same number. */
function randomTarget(seed: number): string {
  const pick = seededPick(seed);
  const length = pick([0, 1, 2, 3, 4, 5, 6]);
  return `/${Array.from({ length }, () => pick(PIECES.split(' '))).join('')}${pick(ENDS)}`;
}

/** The vendor's answer: its matchers see the path of the request's URL. */
function askVendor(patterns: Parameters<typeof createPathMatcher>[0], target: string): unknown {
  return answer(() => createPathMatcher(patterns)(new URL(`http://localhost${target}`).pathname));
}

function askUs(patterns: Parameters<typeof createRouteMatcher>[0], target: string): unknown {
  return answer(() => createRouteMatcher(patterns)(requestFor(target)));
}

function requestFor(target: string): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.url = target;
  return request;
}

/** What is returned, or the status of what is thrown. */
function answer(ask: () => boolean): unknown {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error) return error.statusCode;
    if (error instanceof Error && 'getStatus' in error) return 400;
    throw error;
  }
}

describe('a route matcher and the vendor’s', () => {
  it.each(PATTERNS.map((patterns) => [patterns]))('agree on %o', (patterns) => {
    const targets = Array.from({ length: 400 }, (_, seed) => randomTarget(seed));
    const asked = targets.map((target) => [target, askUs(patterns, target)]);
    expect(asked).toEqual(targets.map((target) => [target, askVendor(patterns, target)]));
  });

  it('agree on what web requests and absolute targets are for', () => {
    for (const target of ['/admin', '//admin', '/open/..//admin/%61', '/%zz']) {
      const expected = askVendor('/admin(.*)', target);
      expect(askUs('/admin(.*)', `http://localhost${target}`)).toBe(expected);
      const request = new Request(`http://localhost${target}`);
      expect(answer(() => createRouteMatcher('/admin(.*)')(request))).toBe(expected);
    }
  });
});

describe('on purpose a route matcher differs from the vendor’s', () => {
  it('in that an encoded line break does not end what (.*) matches', () => {
    expect(askVendor('/admin(.*)', '/admin/a%0Ab')).toBe(false);
    expect(askUs('/admin(.*)', '/admin/a%0Ab')).toBe(true);
  });

  it('in that a pattern written with encodings matches what it says', () => {
    expect(askVendor('/my%20files', '/my%20files')).toBe(false);
    expect(askUs('/my%20files', '/my%20files')).toBe(true);
  });

  it('in that flags which remember do not let every second request pass', () => {
    const vendor = createPathMatcher(/^\/admin/g);
    const ours = createRouteMatcher(/^\/admin/g);
    expect([vendor('/admin'), vendor('/admin')]).toEqual([true, false]);
    expect([ours(requestFor('/admin')), ours(requestFor('/admin'))]).toEqual([true, true]);
  });

  it.each([
    ['an empty list', []],
    ['a blank', ''],
    ['a variable that is not set', ['/admin', undefined]],
    ['a path without a slash in front', 'admin'],
  ])('in that %s, which matches nothing, is refused', (_name, patterns) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what types forbid is the point
    const given = patterns as never;
    expect(askVendor(given, '/open')).toBe(false);
    expect(() => createRouteMatcher(given)).toThrow(ClerkConfigurationError);
  });

  it('in that a host which readers disagree on is a bad request', () => {
    expect(askUs('/admin', 'http:///admin')).toBe(400);
  });
});
