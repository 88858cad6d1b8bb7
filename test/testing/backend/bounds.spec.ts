import { describe, expect, it } from '@jest/globals';
import { RecentTable, Table } from '../../../src/testing/table.js';
import { backendForTests, refused } from './backend.js';

const backend = backendForTests();
const { call } = backend;

function rows(count: number) {
  return Array.from({ length: count }, (_, index) => ({ id: `row_${index}` }));
}

describe('what a script makes without end', () => {
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
