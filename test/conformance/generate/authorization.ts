import type { Random } from './random.js';
import type { TokenPool } from './token-pool.js';
import type { WorldInstance } from './world.js';

/** An `Authorization` header with a token of any kind, or with something else. */
export function authorization(
  random: Random,
  pool: TokenPool,
  instance: WorldInstance,
  usual: 'session' | 'machine',
): string {
  const { pick } = random;
  const machines = usual === 'machine' ? 72 : 12;
  const token = random.weighted<string>([
    [machines, () => pool.machine(random)],
    [4, () => pick(['x', 'a.b.c', '..', 'a.b', 'sk_test_1', 'ey'])],
    [10, () => pool.session(random, 'expired', instance)],
    [0, () => pool.anySession(random, instance)],
  ]);
  return random.weighted<string>([
    [90, () => `Bearer ${token}`],
    [4, () => token],
    [
      6,
      () =>
        pick([
          `bearer ${token}`,
          `Basic ${token}`,
          `Bearer  ${token}`,
          `Bearer ${token} x`,
          'Bearer',
          'Bearer ',
          'Basic dXNlcjpwYXNz',
        ]),
    ],
  ]);
}
