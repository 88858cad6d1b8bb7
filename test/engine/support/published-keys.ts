import { JwksKeySource } from '../../../src/engine/keys/jwks-key-source.js';
import { parseJwks } from '../../../src/engine/keys/jwks.js';
import type { KeySource } from '../../../src/engine/keys/key-source.js';

/** Keys as the Backend API would publish them, without the network. */
export function publishedKeys(...keys: object[]): KeySource {
  const set = parseJwks({ keys });
  if (!set) throw new Error('the fixture is not a key set');
  const fetchKeys = () => Promise.resolve({ fetched: true, keys: set } as const);
  return new JwksKeySource({ fetchKeys, clock: () => 0 });
}
