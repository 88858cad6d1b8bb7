import { beforeAll, describe, expect, it } from '@jest/globals';
import { backendForTests, each, fieldOf, refused, START } from './backend.js';
import { RecentTable, Table } from '../../../src/testing/table.js';

describe('a user that is created', () => {
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

describe('the list of users', () => {
  const backend = backendForTests();

  const { call, idOf } = backend;

  const ids: string[] = [];

  beforeAll(async () => {
    const people = [
      {
        username: 'ann',
        first_name: 'Ann',
        last_name: 'Young',
        email_address: ['ann@lists.example'],
      },
      {
        username: 'bob',
        first_name: 'Bob',
        last_name: 'Xu',
        external_id: 'ext-bob',
        phone_number: ['+15555550101'],
      },
      { username: 'cyd', first_name: 'Cyd', email_address: ['cyd@lists.example'], banned: true },
    ];
    for (const person of people) {
      backend.now += 60_000;
      ids.push(await idOf('POST', '/v1/users', person));
    }
  });

  async function usernames(query: string): Promise<unknown> {
    const answer = await call('GET', `/v1/users?${query}`);
    if (answer.status !== 200) return answer;
    const count = await call('GET', `/v1/users/count?${query}`);
    expect(count).toEqual({
      status: 200,
      json: { object: 'total_count', total_count: each(answer, 'username').length },
    });
    return each(answer, 'username');
  }

  it('begins with the newest and has the seeded ones too', async () => {
    const list = await call('GET', '/v1/users');
    expect(each(list, 'first_name')).toEqual(['Cyd', 'Bob', 'Ann', 'Alan', 'Grace', 'Ada']);
  });

  it.each([
    ['email_address=ann@lists.example&email_address=CYD@lists.example', ['cyd', 'ann']],
    ['email_address=nobody@lists.example', []],
    ['phone_number=%2B15555550101', ['bob']],
    ['phone_number=+15555550101', ['bob']],
    ['external_id=ext-bob', ['bob']],
    ['external_id=-ext-bob&username=bob&username=ann', ['ann']],
    ['username=bob&username=ann', ['bob', 'ann']],
    ['query=LISTS.example', ['cyd', 'ann']],
    ['query=ann%20you', ['ann']],
    ['query=0101', ['bob']],
    ['email_address_query=nn@', ['ann']],
    ['phone_number_query=0101', ['bob']],
    ['username_query=YD', ['cyd']],
    ['name_query=xu', ['bob']],
    ['banned=true', ['cyd']],
    ['banned=false&query=lists', ['ann']],
    ['provider=oauth_google&provider_user_id=1', []],
    ['web3_wallet=0x1', []],
    ['last_sign_in_at_after=0&query=lists', []],
  ])('is filtered by %s', async (query, expected) => {
    expect(await usernames(query)).toEqual(expected);
  });

  it('is filtered by id, with and without a sign', async () => {
    const [ann = '', bob = ''] = ids;
    expect(await usernames(`user_id=${ann}&user_id=${bob}`)).toEqual(['bob', 'ann']);
    expect(await usernames(`user_id=%2B${ann}`)).toEqual(['ann']);
    expect(await usernames(`user_id=-${ann}&query=lists`)).toEqual(['cyd']);
  });

  it('is filtered by organization', async () => {
    const { id } = backend.clerk.users.ada.membership.organization;
    const members = await call('GET', `/v1/users?organization_id=${id}`);
    expect(each(members, 'first_name')).toEqual(['Grace', 'Ada']);
    expect(await usernames(`organization_id=-${id}&query=lists`)).toEqual(['cyd', 'ann']);
  });

  it('is filtered by time', async () => {
    const bobs = backend.now - 60_000;
    expect(await usernames(`created_at_after=${bobs}`)).toEqual(['cyd']);
    expect(await usernames(`created_at_before=${bobs}&created_at_after=${bobs - 120_000}`)).toEqual(
      ['ann'],
    );
    expect(await call('GET', '/v1/users/count?last_active_at_since=1')).toMatchObject({
      json: { total_count: 3 },
    });
  });

  it.each([
    ['created_at', ['Ada', 'Grace', 'Alan', 'Ann', 'Bob', 'Cyd']],
    ['%2Bcreated_at', ['Ada', 'Grace', 'Alan', 'Ann', 'Bob', 'Cyd']],
    ['+created_at', ['Ada', 'Grace', 'Alan', 'Ann', 'Bob', 'Cyd']],
    ['-first_name', ['Grace', 'Cyd', 'Bob', 'Ann', 'Alan', 'Ada']],
    ['first_name', ['Ada', 'Alan', 'Ann', 'Bob', 'Cyd', 'Grace']],
    ['-username', ['Cyd', 'Bob', 'Ann', 'Alan', 'Grace', 'Ada']],
  ])('is ordered by %s', async (order, expected) => {
    expect(each(await call('GET', `/v1/users?order_by=${order}`), 'first_name')).toEqual(expected);
  });

  it('is cut into pages', async () => {
    const page = (query: string) =>
      call('GET', `/v1/users?${query}`).then((list) => each(list, 'first_name'));
    expect(await page('limit=2')).toEqual(['Cyd', 'Bob']);
    expect(await page('limit=2&offset=2')).toEqual(['Ann', 'Alan']);
    expect(await page('limit=500&offset=99')).toEqual([]);
    expect(await page(`limit=2&starting_after=${ids[1]}`)).toEqual(['Ann', 'Alan']);
    expect(await page(`starting_after=${ids[0]}&order_by=created_at`)).toEqual(['Bob', 'Cyd']);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['limit=x', 'limit'],
    ['offset=-1', 'offset'],
    ['order_by=password', 'order_by'],
    ['order_by=__proto__', 'order_by'],
    ['starting_after=user_nobody', 'starting_after'],
    ['starting_after=user_2LocalClerkAda0000000000000&order_by=username', 'starting_after'],
    ['starting_after=user_2LocalClerkAda0000000000000&offset=1', 'starting_after'],
  ])('is refused for %s', async (query, name) => {
    expect(await call('GET', `/v1/users?${query}`)).toMatchObject(
      refused(422, 'form_param_value_invalid', { param_name: name }),
    );
  });
});

describe('what a script makes without end', () => {
  const backend = backendForTests();

  const { call } = backend;

  function rows(count: number) {
    return Array.from({ length: count }, (_, index) => ({ id: `row_${index}` }));
  }

  it('is refused for users and organizations, and nothing is lost', async () => {
    const { directory } = backend.clerk.instance.store;
    const [ada] = directory.users.list();
    const [acme] = directory.organizations.list();
    if (!ada || !acme) throw new Error('nothing seeded');
    for (let index = 0; !directory.users.isFull; index += 1) {
      directory.users.put({ ...ada, id: `user_${index}`, name: `u${index}`, emailAddresses: [] });
    }
    for (let index = 0; !directory.organizations.isFull; index += 1) {
      directory.organizations.put({ ...acme, id: `org_${index}`, slug: `o${index}` });
    }
    const user = { username: 'onemore' };
    expect(await call('POST', '/v1/users', user)).toMatchObject(
      refused(403, 'user_quota_exceeded'),
    );
    const organization = { name: 'One more' };
    expect(await call('POST', '/v1/organizations', organization)).toMatchObject(
      refused(403, 'organization_quota_exceeded'),
    );
    expect(await call('GET', `/v1/users/${ada.id}`)).toMatchObject({ status: 200 });
    await call('DELETE', '/v1/users/user_0');
    expect(await call('POST', '/v1/users', user)).toMatchObject({ status: 200 });
  });

  it('does not make the pages longer and longer', async () => {
    const page = await (await fetch(`${backend.clerk.origin}/sign-in`)).text();
    expect(page.match(/<button name="user"/g)).toHaveLength(100);
    expect(page).toContain('9900 more');
  });

  it('pushes out the oldest invitation, sign-in token and session', async () => {
    const table = new RecentTable<{ id: string }>(3);
    for (const row of rows(5)) table.put(row);
    expect(table.list().map(({ id }) => id)).toEqual(['row_2', 'row_3', 'row_4']);
    table.put({ id: 'row_2' });
    expect(table.list()).toHaveLength(3);
    const { directory } = backend.clerk.instance.store;
    for (const recent of [
      directory.invitations,
      directory.organizationInvitations,
      directory.signInTokens,
    ]) {
      expect(recent).toBeInstanceOf(RecentTable);
    }
  });

  it('is never dropped from a table that isn’t for recent things', () => {
    const table = new Table(2, rows(2));
    expect(table.isFull).toBe(true);
    expect(table.get('row_0')).toBeDefined();
  });

  it('has no text of any length', async () => {
    const body = { username: 'long', first_name: 'x'.repeat(4097) };
    expect(await call('POST', '/v1/users', body)).toMatchObject({ status: 422 });
  });
});
