import { beforeAll, describe, expect, it } from '@jest/globals';
import { backendForTests, each, refused } from './backend.js';

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

describe('the list of users', () => {
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
