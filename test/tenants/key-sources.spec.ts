import { describe, expect, it } from '@jest/globals';
import { KeySources } from '../../src/tenants/key-sources.js';

describe('the sources of keys of tenants', () => {
  const of = (sources: KeySources, name: string) => sources.get({ secretKey: `sk_test_${name}` });

  it('are the same for the same options, and never for others', () => {
    const sources = new KeySources(10);
    expect(of(sources, 'acme')).toBe(of(sources, 'acme'));
    expect(of(sources, 'acme')).not.toBe(of(sources, 'globex'));
    expect(sources.get({ secretKey: 'sk_test_acme', jwksStaleTtlInMs: 1 })).not.toBe(
      of(sources, 'acme'),
    );
  });

  it('make room for each other: the one that was asked for least recently goes', () => {
    const sources = new KeySources(2);
    const [acme, globex] = [of(sources, 'acme'), of(sources, 'globex')];
    expect(of(sources, 'acme')).toBe(acme);
    of(sources, 'initech');
    expect(of(sources, 'acme')).toBe(acme);
    expect(of(sources, 'globex')).not.toBe(globex);
  });
});
