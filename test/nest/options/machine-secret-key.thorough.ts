import { describe, expect, it } from '@jest/globals';
import { PLATFORMS } from '../support/platforms.js';
import { appsForTests } from './option-app.js';
import { recordedClerkForTests } from './recorded-clerk.js';

describe.each(PLATFORMS)('machineSecretKey, on %s', (platform) => {
  const recorded = recordedClerkForTests();
  const open = appsForTests();

  const worker = () => recorded.clerk.createM2mToken({ subject: 'worker' }).token;
  const asked = () => [recorded.asked(), recorded.requests[0]?.headers.authorization];
  const ofTheMachine = () => [
    ['POST /m2m_tokens/verify'],
    `Bearer ${recorded.clerk.machineSecretKey}`,
  ];

  it('verifies opaque M2M tokens, with no other key at all', async () => {
    const { machineSecretKey, machines } = recorded.clerk;
    const { apiUrl } = recorded;
    const app = await open(platform, { machineSecretKey, apiUrl, acceptsToken: 'm2m_token' });
    const answer = await app.ask('/guarded', { token: worker() });
    expect([answer.status, answer.body['who']]).toEqual([200, machines.worker.id]);
    expect(asked()).toEqual(ofTheMachine());
  });

  it('is used for them where there is a secret key too', async () => {
    const { options } = recorded.clerk;
    const { apiUrl } = recorded;
    const app = await open(platform, { ...options, apiUrl, acceptsToken: 'any' });
    expect((await app.ask('/guarded', { token: worker() })).status).toBe(200);
    expect(asked()).toEqual(ofTheMachine());
  });

  it('refuses a machine that may not call this one', async () => {
    const { machineSecretKey } = recorded.clerk;
    const { apiUrl } = recorded;
    const app = await open(platform, { machineSecretKey, apiUrl, acceptsToken: 'm2m_token' });
    const outsider = recorded.clerk.createM2mToken({ subject: 'outsider' }).token;
    expect((await app.ask('/guarded', { token: outsider })).status).toBe(401);
  });

  it('that is missing leaves them to the secret key', async () => {
    const { options, secretKey } = recorded.clerk;
    const { apiUrl } = recorded;
    const own = { ...options, apiUrl, machineSecretKey: undefined, acceptsToken: 'any' } as const;
    const app = await open(platform, own);
    await app.ask('/guarded', { token: worker() });
    expect(recorded.requests[0]?.headers.authorization).toBe(`Bearer ${secretKey}`);
  });

  it('is taken from CLERK_MACHINE_SECRET_KEY', async () => {
    const { machineSecretKey } = recorded.clerk;
    const options = { apiUrl: recorded.apiUrl, acceptsToken: 'm2m_token' } as const;
    const app = await open(platform, options, { CLERK_MACHINE_SECRET_KEY: machineSecretKey });
    expect((await app.ask('/guarded', { token: worker() })).status).toBe(200);
    expect(asked()).toEqual(ofTheMachine());
  });
});
