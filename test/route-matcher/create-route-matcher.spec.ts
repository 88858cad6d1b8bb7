import { createServer, IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import express from 'express';
import { fastify } from 'fastify';
import { ClerkConfigurationError } from '../../src/clerk-configuration-error.js';
import { ClerkBadRequestException } from '../../src/nest/errors/clerk-exceptions.js';
import { createRouteMatcher } from '../../src/route-matcher/create-route-matcher.js';
import { portOf } from '../nest/support/platforms.js';
import { rawExchange } from '../nest/support/raw-exchange.js';

/** A request as Node hands it out. */
function nodeRequest(target: string, originalUrl?: string): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.url = target;
  return Object.assign(request, originalUrl === undefined ? {} : { originalUrl });
}

/** Whether patterns match a target. */
function matches(patterns: Parameters<typeof createRouteMatcher>[0], target: string): boolean {
  return createRouteMatcher(patterns)(nodeRequest(target));
}

describe('a route matcher', () => {
  it.each([
    ['/admin(.*)', '/admin', true],
    ['/admin(.*)', '/admin/users', true],
    ['/admin(.*)', '/administrators', true],
    ['/admin(.*)', '/open/admin', false],
    ['/admin', '/admin/', true],
    ['/admin', '/ADMIN', true],
    ['/admin', '/admin/users', false],
    ['/admin', '/admin?x=/open', true],
    ['/admin', '/admin#x', true],
    ['/admin', '/%61dmin', true],
    ['/admin', '//admin', true],
    ['/admin', '///admin', true],
    ['/admin', '/\\admin', true],
    ['/admin', '/open/%2e%2e/admin', true],
    ['/admin', 'http://localhost/admin', true],
    ['/admin', 'https://evil.example:1/admin?x', true],
    ['/', 'http://localhost', true],
    ['/admin/users', '/admin%2Fusers', false],
    ['/orgs/:slug/(.*)', '/orgs/acme/a/b', true],
    ['/orgs/:slug', '/orgs/a%2Fb', true],
    ['/café', '/caf%C3%A9', true],
    ['/my%20files', '/my%20files', true],
    ['/admin(.*)', '/admin/a%0Ab', true],
    [/^\/admin$/, '/admin?x', true],
    [/^\/admin$/, '/ADMIN', false],
    [['/one', /^\/two$/], '/two', true],
    [['/one', /^\/two$/], '/three', false],
  ])('of %o says of %s: %s', (patterns, target, expected) => {
    expect(matches(patterns, target)).toBe(expected);
  });

  it('goes by what the client sent and not by what a mounted router sees', () => {
    expect(createRouteMatcher('/api/admin')(nodeRequest('/admin', '/api/admin'))).toBe(true);
    expect(createRouteMatcher('/admin')(nodeRequest('/admin', '/api/admin'))).toBe(false);
  });

  it('takes web requests', () => {
    const isAdmin = createRouteMatcher<Request>('/admin(.*)');
    expect(isAdmin(new Request('https://app.example//admin/%61?x'))).toBe(true);
    expect(isAdmin(new Request('https://admin.example/open'))).toBe(false);
  });

  it('takes the requests of Express, below a mount path', async () => {
    const app = express();
    const isAdmin = createRouteMatcher<express.Request>('/api/admin');
    app.use('/api', (request, response) => void response.send(`admin: ${isAdmin(request)}`));
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const text = await answerOf(server, 'http://x/api/%61dmin');
    server.close();
    expect(text).toContain('admin: true');
  });

  it('takes the requests of Fastify', async () => {
    const app = fastify();
    const isAdmin = createRouteMatcher('/admin(.*)');
    app.get('/*', (request) => `admin: ${isAdmin(request)}, raw: ${isAdmin(request.raw)}`);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const text = await answerOf(app.server, '/%61dmin/x');
    await app.close();
    expect(text).toContain('admin: true, raw: true');
  });

  it('is the function that it is made of', () => {
    const isAdmin = (request: Request) => request.url.endsWith('/admin');
    expect(createRouteMatcher(isAdmin)).toBe(isAdmin);
  });

  it('says that something else is no request', () => {
    expect(() => createRouteMatcher('/admin')({ url: '/admin' })).toThrow(ClerkConfigurationError);
  });

  it.each(['/%zz', '/admin%', '/%C3', '/%C1%A1dmin', 'http:///admin', 'http://?/admin', 'admin'])(
    'answers %s with a bad request, whatever its patterns',
    (target) => {
      for (const patterns of ['/(.*)', /./, '/none']) {
        expect(() => matches(patterns, target)).toThrow(ClerkBadRequestException);
      }
    },
  );
});

describe('attacks on a route matcher', () => {
  it.each(['g', 'y', 'gy', 'gi'])('every second request passes for the flags %s', (flags) => {
    const isAdmin = createRouteMatcher(new RegExp('^/admin', flags));
    const answers = [1, 2, 3, 4].map(() => isAdmin(nodeRequest('/admin')));
    expect(answers).toEqual([true, true, true, true]);
  });

  it('a sticky expression still starts at the start', () => {
    expect(matches(/\/admin/y, '/open/admin')).toBe(false);
  });

  it("somebody else's use of the expression moves where it starts", () => {
    const shared = /\/admin/g;
    const isAdmin = createRouteMatcher(shared);
    shared.lastIndex = 5;
    expect(isAdmin(nodeRequest('/admin'))).toBe(true);
    expect(shared.lastIndex).toBe(5);
  });

  it('an expression of another realm is taken for something else', () => {
    expect(matches(runInNewContext('/^\\/admin/g'), '/admin')).toBe(true);
  });

  it('a header named get passes for a web request', () => {
    const request = nodeRequest('/admin');
    request.headers.get = '/open';
    expect(createRouteMatcher('/admin')(request)).toBe(true);
  });
});

describe('patterns that could match nothing, or anything', () => {
  it.each([
    ['nothing', undefined, /patterns is undefined/],
    ['null', null, /patterns is null/],
    ['an empty list', [], /patterns is an empty list/],
    ['a blank', '', /patterns is blank/],
    ['a blank in a list', ['/a', ' '], /patterns\[1\] is blank/],
    ['a variable that is not set', ['/a', '/b', undefined], /patterns\[2\] is undefined/],
    // oxlint-disable-next-line no-sparse-arrays -- what it is about
    ['a hole in a list', ['/a', , '/b'], /patterns\[1\] is undefined/],
    ['a number', [1], /patterns\[0\] is of the type number/],
    ['a list in a list', [['/a']], /patterns\[0\] is a list/],
    ['a function in a list', [() => true], /patterns\[0\] is of the type function/],
    ['an expression of a variable that is not set', new RegExp(''), /patterns is an empty exp/],
    ['a path without a slash in front', 'admin(.*)', /can't match any path: "admin/],
    ['a URL', 'https://app.example/admin', /can't match any path/],
    ['a line break at the end', '/admin\n', /can't match any path/],
    ['doubled slashes', '/admin//(.*)', /can't match any path/],
    ['an asterisk', '/admin*(', /can't be read: "\/admin\*\("/],
    ['an open group', ['/a', '/orgs/:slug('], /patterns\[1\] can't be read: "\/orgs\/:slug\("/],
  ])('(%s) refuse to be compiled, and the error says which it is', (_name, patterns, message) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what types forbid is the point
    const make = () => createRouteMatcher(patterns as never);
    expect(make).toThrow(ClerkConfigurationError);
    expect(make).toThrow(message);
  });
});

async function answerOf(server: Server, target: string): Promise<string> {
  return (await rawExchange(portOf(server), [`GET ${target} HTTP/1.1`, 'Host: x'])).text;
}
