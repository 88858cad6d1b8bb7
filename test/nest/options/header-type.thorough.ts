import { describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../support/platforms.js';
import { appsForTests } from './option-app.js';
import { recordedClerkForTests } from './recorded-clerk.js';

describe.each(PLATFORMS)('headerType, on %s', (platform) => {
  const recorded = recordedClerkForTests();
  const open = appsForTests();

  /** The statuses of tokens of a custom type, of another, of the usual one, and of none. */
  const statuses = async (headerType?: string | string[]) => {
    const app = await open(platform, { ...recorded.clerk.options, headerType });
    const types = ['session+jwt', 'other+jwt', 'JWT', undefined];
    const answers = types.map((typ) => {
      const token = recorded.clerk.instance.mint({ user: 'ada', header: { typ } });
      return app.ask('/guarded', { token });
    });
    return (await Promise.all(answers)).map(({ status }) => status);
  };

  it('is the only type that passes', async () => {
    expect(await statuses('session+jwt')).toEqual([200, 401, 401, 401]);
  });

  it('is any one of a list', async () => {
    expect(await statuses(['JWT', 'session+jwt'])).toEqual([200, 401, 200, 401]);
  });

  it('is JWT unless it is given, or none at all', async () => {
    expect(await statuses()).toEqual([401, 401, 200, 200]);
  });
});
