import { describe, expect, it } from '@jest/globals';
import { backendForTests, fieldOf, START } from './backend.js';

const backend = backendForTests();
const { call, idOf } = backend;

const LINUS = {
  external_id: 'linus-1',
  first_name: 'Linus',
  last_name: 'Torvalds',
  locale: 'fi-FI',
  username: 'linus',
  public_metadata: { aB: { c_d: [1] } },
  private_metadata: { note: 'x' },
  unsafe_metadata: { y: null },
  delete_self_enabled: false,
  create_organization_enabled: false,
  create_organizations_limit: 3,
  bypass_client_trust: true,
};

describe('a user that is created', () => {
  it('is read back as it was written, now and later', async () => {
    const created = await call('POST', '/v1/users', {
      ...LINUS,
      email_address: ['Linus@example.com', 'l@example.com'],
      email_address_identification_status: ['verified', 'reserved'],
      phone_number: ['+15555550100'],
      web3_wallet: ['0xabc'],
      totp_secret: 'secret',
      backup_codes: ['one'],
      legal_accepted_at: '2025-01-02T03:04:05Z',
    });
    expect(created).toMatchObject({
      status: 200,
      json: {
        ...LINUS,
        object: 'user',
        id: expect.stringMatching(/^user_[0-9A-Za-z]{27}$/),
        email_addresses: [
          {
            email_address: 'Linus@example.com',
            reserved: false,
            verification: { status: 'verified' },
          },
          { email_address: 'l@example.com', reserved: true, verification: null },
        ],
        phone_numbers: [{ phone_number: '+15555550100' }],
        web3_wallets: [{ web3_wallet: '0xabc' }],
        password_enabled: false,
        totp_enabled: true,
        two_factor_enabled: true,
        backup_code_enabled: true,
        legal_accepted_at: Date.UTC(2025, 0, 2, 3, 4, 5),
        banned: false,
        locked: false,
        last_sign_in_at: null,
        created_at: START,
        updated_at: START,
      },
    });
    const id = String(fieldOf(created, 'id'));
    expect(await call('GET', `/v1/users/${id}`)).toEqual(created);
    const list = await call('GET', '/v1/users?username=linus');
    expect(list.json).toEqual([created.json]);
  });

  it('has its first address and number as the primary ones', async () => {
    const { json } = await call('GET', '/v1/users?username=linus');
    expect(json).toMatchObject([{ primary_email_address_id: expect.stringMatching(/^idn_/) }]);
    const [user] = Array.isArray(json) ? json : [];
    expect(user.primary_email_address_id).toBe(user.email_addresses[0].id);
    expect(user.primary_phone_number_id).toBe(user.phone_numbers[0].id);
    expect(user.primary_web3_wallet_id).toBe(user.web3_wallets[0].id);
  });

  it('may have been created at another time, banned and locked', async () => {
    const body = {
      username: 'early',
      created_at: '2020-01-02T03:04:05.678Z',
      banned: true,
      locked: true,
    };
    expect(await call('POST', '/v1/users', body)).toMatchObject({
      json: {
        created_at: Date.UTC(2020, 0, 2, 3, 4, 5, 678),
        updated_at: START,
        banned: true,
        locked: true,
        lockout_expires_in_seconds: 3600,
      },
    });
  });

  it('can have a token by email address, username or id, and signs in', async () => {
    const { clerk } = backend;
    const id = await idOf('POST', '/v1/users', { email_address: ['ken@example.com'] });
    for (const name of [id, 'ken@example.com']) {
      const token = clerk.mintSessionToken(name);
      expect(clerk.instance.claimsOf(token)).toMatchObject({ sub: id });
    }
    expect(clerk.instance.store.findUser('linus')).toMatchObject({ firstName: 'Linus' });
  });

  it('cannot take the short name of another', async () => {
    const id = await idOf('POST', '/v1/users', {
      username: 'ada',
      email_address: ['a@example.com'],
    });
    expect(backend.clerk.instance.store.findUser('ada')?.id).toBe(backend.clerk.users.ada.id);
    expect(backend.clerk.instance.store.findUser('a@example.com')?.id).toBe(id);
  });
});
