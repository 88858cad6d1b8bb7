import { describe, expect, it } from '@jest/globals';
import { ClerkConfigurationError } from '../../src/clerk-configuration-error.js';
import { ClerkBadRequestException } from '../../src/nest/errors/clerk-exceptions.js';
import { protectedPaths } from '../../src/route-matcher/protected-paths.js';

const ADMIN = [['/admin(.*)'], [/^\/admin(?:\/.*)?$/]] as const;

describe.each(ADMIN)('a rule that protects %o', (pattern) => {
  const isProtected = protectedPaths(pattern);

  it.each([
    ['the path itself', '/admin'],
    ['a path below it', '/admin/users/5'],
    ['with a query', '/admin?next=/open'],
    ['capital letters', '/ADMIN/users'],
    ['a slash at the end', '/admin/'],
    ['an encoded letter', '/%61dmin'],
    ['an encoded capital letter', '/%41dmin'],
    ['a doubly encoded letter, which a middleware on Fastify decodes', '/%2561dmin'],
    ['an encoded slash', '/admin%2Fusers'],
    ['an encoded slash in front', '/%2Fadmin'],
    ['a doubly encoded slash', '/admin%252Fusers'],
    ['a doubled slash', '//admin'],
    ['a host that is none', '//localhost/admin'],
    ['a dot segment', '/./admin'],
    ['a way out of an open path', '/open/../admin'],
    ['an encoded way out', '/open/%2e%2E/admin'],
    ['a way out by encoded slashes', '/open%2F..%2Fadmin'],
    ['a way out over an encoded slash, for URLs', '/a%2Fb/../admin%2Fusers'],
    ['a way out over an empty segment, for files', '/a//../../admin'],
    ['a way out by a matrix parameter', '/open/..;x=1/admin'],
    ['a way out over a backslash, which POSIX has in names', '/a\\b/../admin'],
    ['a backslash for a slash', '/\\admin'],
    ['an encoded backslash', '/open%5C..%5Cadmin'],
    ['a backslash before a hash, which Express turns', '/.\\admin#'],
    ['a hash', '/admin#/open'],
    ['a matrix parameter', '/admin;x=1/users'],
    ['an encoded matrix parameter', '/admin%3Bx=1/users'],
    ['a semicolon that begins a query', '/admin;x/../../open'],
    ['an encoded line break below an encoded path', '/%61dmin/a%0Ab'],
    ['full-width letters, on file systems that read them so', '/%EF%BD%81dmin'],
    ['an absolute target', 'http://localhost/admin'],
    ['an absolute target of a stranger', 'HTTPS://ada:x@[::1]:8443/open/../%61dmin'],
    ['all at once', '/open;a/%2e%2e%5C%2561DMIN%2F;x'],
  ])('protects against %s', (_attack, target) => {
    expect(isProtected(target)).toBe(true);
  });

  it.each([
    '/',
    '/open',
    '/open/admin',
    '/open?/admin',
    '/open#/admin',
    '/open?a=%zz',
    '/administrators%2F/..',
    '/files/a%20b.txt',
    '/caf%C3%A9/',
    '/@scope%2Fname',
    '/a;v=1',
    '/.well-known/openid-configuration',
    'http://localhost',
    'http://admin/open',
    'http://localhost?/admin',
    '*',
  ])('leaves %s open', (target) => {
    const isOpen = !isProtected(target);
    expect(isOpen).toBe(!target.startsWith('/administrators') || pattern instanceof RegExp);
  });
});

describe('a rule that protects all but some paths', () => {
  const isProtected = protectedPaths({ except: ['/', '/health', '/docs/:page', '/café(.*)'] });

  it.each([
    '/',
    '/health',
    '/health?verbose',
    '/docs/intro',
    '/docs/a%20b',
    '/docs/a%23b',
    '/docs/a%25b',
    '/docs/a%0Ab',
    '/caf%C3%A9',
    '/caf%C3%A9/men%C3%BC',
    'http://localhost/health',
    'http://localhost?x',
  ])('leaves %s open', (target) => {
    expect(isProtected(target)).toBe(false);
  });

  it.each([
    ['a path that is not named', '/admin'],
    ['capital letters, which may be a tenant', '/HEALTH'],
    ['a slash at the end, which may be a folder', '/health/'],
    ['an encoded letter, which Express takes for another route', '/he%61lth'],
    ['a doubly encoded letter', '/docs/%2561%2F'],
    ['an encoded slash', '/docs/a%2Fb'],
    ['a way out', '/docs/../admin'],
    ['a way out by an encoded slash', '/docs/..%2Fadmin'],
    ['a way out by a backslash', '/docs/..%5Cadmin'],
    ['a way out by a doubly encoded slash', '/docs/x%252F..%252F..%252Fadmin'],
    ['a way into it', '/admin/../health'],
    ['a doubled slash', '//health'],
    ['a matrix parameter', '/health;x'],
    ['a segment that is all matrix parameter', '/docs/;x'],
    ['a query that is encoded', '/health%3Fx'],
    ['a null byte', '/health%00'],
    ['an asterisk', '*'],
  ])('protects against %s', (_attack, target) => {
    expect(isProtected(target)).toBe(true);
  });

  it('protects a target that has more readings than anybody could mean', () => {
    const target = `/docs/${'%2e;x\\%2525%41'.repeat(1_000)}`;
    expect(protectedPaths({ except: '/(.*)' })(target)).toBe(true);
  });
});

describe('what only one kind of reader sees', () => {
  it.each([
    ["Fastify's delimiter, where it is a semicolon", '/admin', '/admin;x/../../open'],
    ['a URL, over a slash that is encoded', '/admin/c', '/a%2Fb/%2E%2e/admin%2Fc'],
    ['a URL, over backslashes', '/admin/c', '/a%2Fb\\..\\admin%2Fc'],
    ['a URL, over an empty segment', '/x/admin', '/x//..%2F/admin'],
    ['a file system, over an empty segment', '/admin', '/x//../admin'],
    ["a URL's path that is decoded once", /^\/x%y\/[^/]+$/, '/%78%25y/a%2Fb'],
    ["Fastify's router, which keeps a percent sign encoded", /^\/100%25$/, '/%3100%25'],
    ['a file server, whose file has an encoding in its name', /^\/a\/b%25$/, '/a%2Fb%2525'],
    ["Express's router, for a slash at the end", /^\/admin$/, '/admin/'],
  ])('%s, is protected', (_reader, pattern, target) => {
    expect(protectedPaths(pattern)(target)).toBe(true);
  });
});

describe('patterns', () => {
  it('match what is encoded, however the pattern is written', () => {
    for (const pattern of ['/my files', '/my%20files']) {
      const isProtected = protectedPaths(pattern);
      for (const target of ['/my%20files', '/%6dy%20files', '/my%2520files']) {
        expect([pattern, target, isProtected(target)]).toEqual([pattern, target, true]);
      }
      expect(protectedPaths({ except: pattern })('/my%20files')).toBe(false);
    }
  });

  it('that end in a slash protect the path without it, which Express takes for the same', () => {
    expect(protectedPaths('/admin/')('/admin')).toBe(true);
    expect(protectedPaths('/')('/')).toBe(true);
    expect(protectedPaths('/')('/open')).toBe(false);
  });

  it('of a parameter match names with a hash, which file servers decode', () => {
    expect(protectedPaths('/orgs/:slug')('/open%2F..%2Forgs%2Fa%23b')).toBe(true);
  });

  it('that look away match at least what they say, though case is ignored', () => {
    const isProtected = protectedPaths(/^\/(?!public)/);
    expect(isProtected('/PUBLIC')).toBe(true);
    expect(isProtected('/public')).toBe(false);
  });

  it('do not forget every second request for a flag that remembers', () => {
    for (const flags of ['g', 'y', 'gy']) {
      const isProtected = protectedPaths(new RegExp('^/admin', flags));
      const answers = [1, 2, 3, 4].map(() => isProtected('/admin'));
      expect([flags, ...answers]).toEqual([flags, true, true, true, true]);
    }
  });
});

describe('a malformed target', () => {
  it.each([
    ['a broken encoding', '/admin/%zz'],
    ['an encoding that ends early', '/open%'],
    ['half a letter', '/open/%C3'],
    ['an overlong letter', '/%C1%A1dmin'],
    ['nothing', ''],
    ['no path', 'admin'],
    ['a host and port', 'localhost:80'],
    ['no host', 'http:///admin'],
    ['a query for a host', 'http://?/admin'],
    ['a semicolon in the host', 'http://a;b/admin'],
    ['a bracket in the host', 'http://a(b/admin'],
    ['two users', 'http://a@b@c/admin'],
    ['a backslash in the host', 'http://localhost\\admin'],
    ['another scheme', 'ftp://localhost/admin'],
    ['a tab, which URLs pass over', '/ad\tmin'],
    ['a no-break space at the end, which Express trims', '/admin\u00a0'],
  ])('(%s) is a bad request under either kind of rule', (_attack, target) => {
    for (const rule of ['/admin(.*)', { except: '/open' }]) {
      expect(() => protectedPaths(rule)(target)).toThrow(ClerkBadRequestException);
    }
  });
});

describe('a rule', () => {
  it.each([
    ['with nothing in it', { except: [] }, /^protect\.except is an empty list/],
    ['that is an empty list', [], /^protect is an empty list/],
    ['that is missing', undefined, /^protect is undefined/],
    ['with an entry that is missing', ['/a', undefined], /^protect\[1\] is undefined/],
    ['with exceptions that are missing', { except: undefined }, /^protect\.except is undefined/],
    ['with a misspelt key', { expect: '/open' }, /other than \{ except: patterns \}/],
    ['with a key too many', { except: '/a', only: '/b' }, /other than \{ except: patterns \}/],
    ['without a key', {}, /other than \{ except: patterns \}/],
    ['that is true', true, /^protect is of the type boolean/],
    ['with an empty expression', { except: new RegExp('') }, /^protect\.except is an empty exp/],
  ])('%s refuses to be made', (_name, rule, message) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what types forbid is the point
    const make = () => protectedPaths(rule as never);
    expect(make).toThrow(ClerkConfigurationError);
    expect(make).toThrow(message);
  });
});
