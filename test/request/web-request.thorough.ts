import { describe, expect, it } from '@jest/globals';
import { LocalInstance } from 'clerk-nestjs/testing';
import { agreed } from './agreed.js';

const { publishableKey, secretKey, jwtKey } = new LocalInstance();
const keys = { publishableKey, secretKey, jwtKey };

/** The address that a handshake comes back to: the one that the request is taken to be for. */
async function publicUrl(url: string, headers: Record<string, string>): Promise<string> {
  const document = { accept: 'text/html', 'sec-fetch-dest': 'document' };
  const request = new Request(url, { headers: { ...document, ...headers } });
  const state = await agreed(request, keys);
  const location = new URL(new Map(state.headers).get('location') ?? '');
  return location.searchParams.get('redirect_url') ?? '';
}

describe('the public address of a web Request', () => {
  it.each<[case_: string, url: string, headers: Record<string, string>, expected: string]>([
    ['is its URL', 'http://a.example:8080/p?q=1', {}, 'http://a.example:8080/p?q=1'],
    ['is its URL, https', 'https://a.example/p', {}, 'https://a.example/p'],
    [
      'has the Host header’s host',
      'http://a.example/p',
      { host: 'b.example' },
      'http://b.example/p',
    ],
    [
      'has the host and the protocol that a proxy forwards',
      'http://127.0.0.1:3000/p?q=1',
      { host: 'inner', 'x-forwarded-host': 'app.example', 'x-forwarded-proto': 'https' },
      'https://app.example/p?q=1',
    ],
    [
      'has those of the proxy nearest to the client',
      'http://127.0.0.1:3000/p',
      { 'x-forwarded-host': 'app.example, inner', 'x-forwarded-proto': 'https, http' },
      'https://app.example/p',
    ],
    [
      'has a forwarded port',
      'http://127.0.0.1:3000/p',
      { 'x-forwarded-host': 'app.example:8443', 'x-forwarded-proto': 'https' },
      'https://app.example:8443/p',
    ],
    [
      'has the forwarded protocol beside the Host header',
      'http://127.0.0.1:3000/p',
      { host: 'app.example', 'x-forwarded-proto': 'https' },
      'https://app.example/p',
    ],
    [
      'is its URL where only a protocol is forwarded, as no host is named',
      'http://app.example/p',
      { 'x-forwarded-proto': 'https' },
      'http://app.example/p',
    ],
    [
      'keeps two slashes, which would read as another host',
      'http://app.example//evil.example/p',
      {},
      'http://app.example//evil.example/p',
    ],
  ])('%s', async (_case, url, headers, expected) => {
    expect(await publicUrl(url, headers)).toBe(expected);
  });
});
