import { describe, expect, test } from '@jest/globals';
import { ClerkRequestError } from '../../src/engine/errors.js';
import { readPublicUrl } from '../../src/engine/facts/public-url.js';
import { RequestFacts } from '../../src/engine/facts/request-facts.js';
import { instanceOf, NOW } from './support/engine.js';
import { type RequestParts, requestSource } from './support/request-source.js';

const instance = instanceOf('production');

function urlOf(parts: RequestParts): string {
  return readPublicUrl(requestSource(parts)).href;
}

function factsOf(parts: RequestParts): RequestFacts {
  return new RequestFacts(requestSource(parts), instance, NOW);
}

type Headers = NonNullable<RequestParts['headers']>;

describe('the public URL', () => {
  test.each<[name: string, headers: Headers, origin: string]>([
    ['the Host header', { host: 'app.example' }, 'http://app.example'],
    ['its port', { host: 'app.example:3000' }, 'http://app.example:3000'],
    ['not the default port', { host: 'app.example:80' }, 'http://app.example'],
    ['an IPv6 host', { host: '[::1]' }, 'http://[::1]'],
    ['an IPv6 host with a port', { host: '[::1]:3000' }, 'http://[::1]:3000'],
    ['a forwarded host over the Host header', { host: 'a', 'x-forwarded-host': 'b' }, 'http://b'],
    ['the first forwarded host', { host: 'a', 'x-forwarded-host': 'b:8443, c' }, 'http://b:8443'],
    [
      'a forwarded IPv6 host',
      { host: 'a', 'x-forwarded-host': '[2001:db8::1]:8443' },
      'http://[2001:db8::1]:8443',
    ],
    [
      'the Host header, where the forwarded one is empty',
      { host: 'a', 'x-forwarded-host': '' },
      'http://a',
    ],
    ['a forwarded scheme', { host: 'a', 'x-forwarded-proto': 'https' }, 'https://a'],
    ['the first forwarded scheme', { host: 'a', 'x-forwarded-proto': 'https,http' }, 'https://a'],
    ['a forwarded scheme in capitals', { host: 'a', 'x-forwarded-proto': 'HTTPS' }, 'https://a'],
    [
      'the connection’s scheme, where the forwarded one is empty',
      { host: 'a', 'x-forwarded-proto': '' },
      'http://a',
    ],
    ['a host without the user that stands before it', { host: 'user:pass@a' }, 'http://a'],
    ['a host without the path that stands after it', { host: 'a/b?c#d' }, 'http://a'],
  ])('has %s', (_name, headers, origin) => {
    expect(urlOf({ target: '/articles?page=2', headers })).toBe(`${origin}/articles?page=2`);
  });

  test('has https on a connection that is encrypted', () => {
    expect(urlOf({ encrypted: true, headers: { host: 'a' } })).toBe('https://a/');
    const forwarded = { host: 'a', 'x-forwarded-proto': 'http' };
    expect(urlOf({ encrypted: true, headers: forwarded })).toBe('http://a/');
  });

  test.each<[name: string, headers: Headers]>([
    ['no Host header', {}],
    ['an empty Host header', { host: '' }],
    ['a Host header with a space', { host: 'a b' }],
    ['an unfinished IPv6 host', { host: '[::1' }],
    ['a port that is none', { host: 'a:port' }],
    ['a scheme that is not the web’s', { host: 'a', 'x-forwarded-proto': 'javascript' }],
    ['a scheme that is a path to a file', { host: 'a', 'x-forwarded-proto': 'file' }],
    [
      'a scheme that brings its own host',
      { host: 'a', 'x-forwarded-proto': 'https://evil.example/' },
    ],
  ])('has a host that never resolves with %s', (_name, headers) => {
    const target = 'http://evil.example/articles';
    expect(urlOf({ target, headers })).toBe('http://clerk-nestjs.invalid/articles');
  });
});

describe('the request target can not choose the host', () => {
  test.each([
    ['/', '/'],
    ['', '/'],
    ['*', '/*'],
    ['articles', '/articles'],
    ['?page=2', '/?page=2'],
    ['/a b', '/a%20b'],
    ['/a/../b', '/b'],
    ['/%2e%2e/b', '/b'],
    ['/articles#fragment', '/articles'],
    ['//evil.example/a', '/a'],
    ['/\\evil.example/a', '/a'],
    ['\\\\evil.example/a', '/a'],
    ['/\t/evil.example/a', '/a'],
    ['/.//evil.example', '//evil.example'],
    ['/..//evil.example', '//evil.example'],
    ['/a/..//evil.example', '//evil.example'],
    ['/@evil.example', '/@evil.example'],
    ['http://evil.example/a?b=c', '/a?b=c'],
    ['https://user:pass@evil.example:8443/a', '/a'],
    ['javascript:alert(1)', '/alert(1)'],
    ['data:text/html,x', '/text/html,x'],
    ['file:///etc/passwd', '/etc/passwd'],
  ])('%j is read as %j', (target, path) => {
    expect(urlOf({ target, headers: { host: 'app.example' } })).toBe(`http://app.example${path}`);
    expect(urlOf({ target })).toBe(`http://clerk-nestjs.invalid${path}`);
    expect(factsOf({ target, headers: { host: 'app.example' } }).url.host).toBe('app.example');
  });

  test.each(['//', '///', '/\\', 'http://', 'http://[::1/', '//a:port/', 'https://%zz/'])(
    '%j is no URL, and refused before anything is made of the request',
    (target) => {
      expect(() => factsOf({ target })).toThrow(ClerkRequestError);
      expect(() => urlOf({ target })).toThrow('The request target is not a valid URL.');
    },
  );

  test('the URL is parsed once, and the same for everybody', () => {
    const facts = factsOf({ target: '/articles', headers: { host: 'a' } });
    expect(facts.url).toBe(facts.url);
  });
});

describe('methods', () => {
  test.each(['TRACE', 'TRACK', 'CONNECT', 'trace', 'Connect'])(
    'a %s request, which would echo or tunnel credentials, is refused',
    (method) => {
      expect(() => factsOf({ method })).toThrow(ClerkRequestError);
    },
  );

  test.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY', 'PROPFIND'])(
    'a %s request is read',
    (method) => {
      expect(factsOf({ method }).method).toBe(method);
    },
  );
});

describe('a document request', () => {
  test.each<[name: string, method: string, headers: Headers, expected: boolean]>([
    ['a navigation', 'GET', { 'sec-fetch-dest': 'document' }, true],
    ['a frame', 'GET', { 'sec-fetch-dest': 'iframe' }, true],
    ['a script’s fetch', 'GET', { 'sec-fetch-dest': 'empty' }, false],
    [
      'a script’s fetch that would take HTML',
      'GET',
      { 'sec-fetch-dest': 'empty', accept: 'text/html' },
      false,
    ],
    ['an image', 'GET', { 'sec-fetch-dest': 'image' }, false],
    ['an older browser', 'GET', { accept: 'text/html,*/*' }, true],
    [
      'an older browser with an empty header',
      'GET',
      { 'sec-fetch-dest': '', accept: 'text/html' },
      true,
    ],
    ['whoever would take HTML last', 'GET', { accept: 'application/json, text/html' }, false],
    ['whoever takes anything', 'GET', { accept: '*/*' }, false],
    ['whoever says nothing', 'GET', {}, false],
    ['a form', 'POST', { 'sec-fetch-dest': 'document', accept: 'text/html' }, false],
    ['a HEAD request', 'HEAD', { 'sec-fetch-dest': 'document' }, false],
  ])('%s', (_name, method, headers, expected) => {
    expect(factsOf({ method, headers }).isDocumentRequest).toBe(expected);
  });
});
