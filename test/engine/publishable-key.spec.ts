import { describe, expect, test } from '@jest/globals';
import { parsePublishableKey } from '../../src/engine/publishable-key.js';
import { instanceOf } from './support/engine.js';

function keyOf(decoded: string, prefix = 'pk_test_'): string {
  return `${prefix}${Buffer.from(decoded).toString('base64')}`;
}

describe('a publishable key', () => {
  test.each([
    ['pk_live_', 'production'],
    ['pk_test_', 'development'],
  ])('that starts with %s is of a %s instance', (prefix, instanceType) => {
    const value = keyOf('clerk.example.com$', prefix);
    const parsed = { value, instanceType, frontendApi: 'clerk.example.com' };
    expect(parsePublishableKey(value)).toEqual(parsed);
  });

  test('may lack its padding', () => {
    const value = keyOf('clerk.a.example$').replace(/=+$/, '');
    expect(parsePublishableKey(value)?.frontendApi).toBe('clerk.a.example');
  });

  test.each([
    ['nothing', ''],
    ['only a prefix', 'pk_test_'],
    ['a secret key', 'sk_test_abc'],
    ['another prefix', keyOf('clerk.example.com$', 'pk_prod_')],
    ['a space before it', ` ${keyOf('clerk.example.com$')}`],
    ['a line end after it', `${keyOf('clerk.example.com$')}\n`],
    ['no dollar sign at the end', keyOf('clerk.example.com')],
    ['a dollar sign in the middle', keyOf('clerk$.example.com$')],
    ['two dollar signs', keyOf('clerk.example.com$$')],
    ['something after the dollar sign', keyOf('clerk.example.com$x')],
    ['a host without a dot', keyOf('localhost$')],
    ['a host with a path', keyOf('clerk.example.com/evil$')],
    ['a host with a user before it', keyOf('clerk.example.com@evil.example$')],
    ['a host with a query', keyOf('clerk.example.com?a.b$')],
    ['a host with a space', keyOf('clerk .example.com$')],
    ['an address', keyOf('https://clerk.example.com$')],
    ['letters that are not base64', 'pk_test_§§§§'],
    ['the alphabet of URLs', 'pk_test_-_-_'],
  ])('is not %s', (_name, value) => {
    expect(parsePublishableKey(value)).toBeUndefined();
  });

  test('gives the cookies of its instance their suffix, which keys that differ do not share', () => {
    const suffixes = ['production', 'development'] as const;
    const [live, test_] = suffixes.map((type) => {
      return instanceOf(type, { host: 'clerk.example.com' }).cookieSuffix;
    });
    expect(live).toBe('naoXFJnI');
    expect(test_).not.toBe(live);
    expect(test_).toMatch(/^[\w-]{8}$/);
  });
});
