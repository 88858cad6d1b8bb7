import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk, LocalInstance } from 'clerk-nestjs/testing';
import { ACCESS_TOKENS, API_KEYS, M2M_TOKENS, NOT_FOUND, verify } from './machine-token-api.js';
import { rawRequest } from './raw-request.js';

let clerk: LocalClerk;
beforeAll(async () => {
  clerk = await LocalClerk.start();
});
afterAll(() => clerk.stop());

describe('the secret key of a machine', () => {
  it('verifies the tokens of machines that may call it', async () => {
    const { token } = clerk.createM2mToken({ subject: 'worker' });
    const byMachine = await verify(clerk, M2M_TOKENS, { token }, clerk.machineSecretKey);
    expect(byMachine.status).toBe(200);
    expect(byMachine).toEqual(await verify(clerk, M2M_TOKENS, { token }));
  });

  it('does not admit a machine that was never given access, which the secret key does', async () => {
    const { token } = clerk.createM2mToken({ subject: 'outsider' });
    expect(await verify(clerk, M2M_TOKENS, { token }, clerk.machineSecretKey)).toMatchObject(
      NOT_FOUND,
    );
    expect(await verify(clerk, M2M_TOKENS, { token })).toMatchObject({ status: 200 });
    const granted = clerk.createM2mToken({ subject: 'outsider', scopes: [clerk.machines.api.id] });
    const answer = await verify(
      clerk,
      M2M_TOKENS,
      { token: granted.token },
      clerk.machineSecretKey,
    );
    expect(answer.status).toBe(200);
  });

  it('in the hands of an attacker opens nothing but the verification of M2M tokens', async () => {
    const Authorization = `Bearer ${clerk.machineSecretKey}`;
    const paths = [API_KEYS, ACCESS_TOKENS, '/v1/jwks', `/v1/users/${clerk.users.ada.id}`];
    for (const path of [...paths, '/v1/m2m_tokens/verify', '/api_keys']) {
      for (const method of ['GET', 'POST']) {
        const response = await rawRequest(clerk.port, { method, path, headers: { Authorization } });
        expect(response.status).toBe(401);
      }
    }
  });

  it('is no one else’s: not another instance’s, not an API key, not an M2M token', async () => {
    const { token } = clerk.createM2mToken({ subject: 'worker' });
    const wrong = [
      new LocalInstance().machineSecretKey,
      clerk.createApiKey({ subject: 'ada' }).token,
      token,
      '',
    ];
    for (const key of wrong) {
      expect(await verify(clerk, M2M_TOKENS, { token }, key)).toMatchObject({ status: 401 });
    }
  });
});
