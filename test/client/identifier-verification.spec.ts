import { describe, expect, it } from '@jest/globals';
import { createBackendApiClient } from '../../src/client/index.js';
import { backendApiForTests, json, rejection } from './backend-api-server.js';

const api = await backendApiForTests();
const clerk = createBackendApiClient({ secretKey: 'sk_test_idn', apiUrl: api.url });

const asked = () => api.requests.map(({ method, url }) => `${method} ${url}`);

const prepared = {
  object: 'verification_otp',
  id: 'ver_1',
  status: 'unverified',
  strategy: 'email_code',
  expire_at: 1_700_000_000_000,
};

describe.each([
  ['emailAddresses', '/v1/email_addresses/idn_1'],
  ['phoneNumbers', '/v1/phone_numbers/idn_1'],
] as const)('clerk.%s', (name, path) => {
  const identifiers = clerk[name];

  it('sends a code', async () => {
    api.answer = (res) => json(res, 200, prepared);

    await expect(identifiers.prepareVerification('idn_1')).resolves.toStrictEqual({
      id: 'ver_1',
      status: 'unverified',
      strategy: 'email_code',
      attempts: null,
      expireAt: 1_700_000_000_000,
      channel: null,
    });
    expect(asked()).toEqual([`POST ${path}/prepare_verification`]);
    expect(api.requests[0]?.body).toBe('');
  });

  it('checks a code, which may be wrong', async () => {
    api.answer = (res) => json(res, 200, { ...prepared, attempts: 3, status: 'failed' });

    const params = { verificationId: 'ver_1', code: '424242' };
    const verification = await identifiers.attemptVerification('idn_1', params);

    expect(verification).toMatchObject({
      status: 'failed',
      attempts: 3,
      expireAt: 1_700_000_000_000,
    });
    expect(asked()).toEqual([`POST ${path}/attempt_verification`]);
    expect(JSON.parse(api.requests[0]?.body ?? '')).toEqual({
      verification_id: 'ver_1',
      code: '424242',
    });
  });

  it('a code that the other side echoes is not in the error', async () => {
    const code = 'code-never-seen';
    api.answer = (res, { body }) => json(res, 422, { errors: [{ code: 'echo', message: body }] });

    const params = { verificationId: 'ver_1', code };
    const error = await rejection(identifiers.attemptVerification('idn_1', params));

    expect(api.requests[0]?.body).toContain(code);
    expect(error).toHaveProperty('message', expect.stringContaining('[hidden]'));
    expect(JSON.stringify(error)).not.toContain(code);
  });
});
