import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'clerk-nestjs/testing';
import type { WebhookEvent, WebhookEventType } from 'clerk-nestjs/webhooks';
import { Browser } from '../browser.js';
import { rawRequest } from '../raw-request.js';
import { type Receiver, startReceiver } from './receiver.js';
import { REQUIRED_MEMBERS, wrongMembers } from './required-members.js';

let receiver: Receiver;
let clerk: LocalClerk;
const seen = new Set<string>();

beforeEach(async () => {
  receiver = await startReceiver();
  clerk = await LocalClerk.start({ webhooks: { url: receiver.url } });
});
afterEach(async () => {
  await clerk.stop();
  await receiver.close();
});

describe('a change by the Backend API', () => {
  it('of users is delivered as created, updated and deleted', async () => {
    const id = await create('/v1/users', {
      email_address: ['new@example.com'],
      external_id: 'customer-7',
    });
    await call('PATCH', `/v1/users/${id}`, { first_name: 'New' });
    await call('PATCH', `/v1/users/${id}/metadata`, { public_metadata: { plan: 'pro' } });
    await call('POST', `/v1/users/${id}/ban`);
    await call('DELETE', `/v1/users/${id}`);
    const events = await delivered();
    expect(typesOf(events)).toEqual([
      'user.created',
      'user.updated',
      'user.updated',
      'user.updated',
      'user.deleted',
    ]);
    expect(events.map(({ data }) => data)).toMatchObject([
      { id, first_name: null, email_addresses: [{ email_address: 'new@example.com' }] },
      { id, first_name: 'New', public_metadata: {} },
      { id, public_metadata: { plan: 'pro' }, banned: false },
      { id, banned: true },
      { id, object: 'user', deleted: true, external_id: 'customer-7' },
    ]);
  });

  it('is told as the Backend API answered it then, and by which request', async () => {
    const { json } = await call('POST', '/v1/users', { email_address: ['new@example.com'] });
    const [event] = await delivered();
    expect(event).toEqual({
      type: 'user.created',
      object: 'event',
      data: json,
      event_attributes: {
        http_request: {
          client_ip: expect.stringMatching(/127\.0\.0\.1$/),
          user_agent: 'a test of events',
        },
      },
      timestamp: expect.any(Number),
      instance_id: expect.stringMatching(/^ins_/),
    });
  });

  it('of a user who goes takes the memberships along, which still show the user', async () => {
    const { ada } = clerk.users;
    await call('DELETE', `/v1/users/${ada.id}`);
    const events = await delivered();
    expect(events).toMatchObject([
      {
        type: 'organizationMembership.deleted',
        data: {
          id: ada.membership.id,
          organization: { slug: 'acme' },
          public_user_data: { user_id: ada.id, identifier: 'ada@example.com' },
        },
      },
      { type: 'user.deleted', data: { id: ada.id } },
    ]);
  });

  it('of organizations and memberships is delivered', async () => {
    const { ada, alan } = clerk.users;
    const id = await create('/v1/organizations', { name: 'New', created_by: ada.id });
    await call('PATCH', `/v1/organizations/${id}`, { name: 'Newer' });
    const members = `/v1/organizations/${id}/memberships`;
    await call('POST', members, { user_id: alan.id, role: 'org:member' });
    await call('PATCH', `${members}/${alan.id}`, { role: 'org:admin' });
    await call('DELETE', `${members}/${alan.id}`);
    await call('DELETE', `/v1/organizations/${id}`);
    const events = await delivered();
    expect(typesOf(events)).toEqual([
      'organization.created',
      'organizationMembership.created',
      'organization.updated',
      'organizationMembership.created',
      'organizationMembership.updated',
      'organizationMembership.deleted',
      'organizationMembership.deleted',
      'organization.deleted',
    ]);
    expect(events.at(-2)?.data).toMatchObject({
      organization: { id, name: 'Newer' },
      public_user_data: { user_id: ada.id },
    });
    expect(events.at(-1)?.data).toMatchObject({ id, object: 'organization', deleted: true });
  });

  it('of invitations to an organization is delivered', async () => {
    const { organization } = clerk.users.ada.membership;
    const path = `/v1/organizations/${organization.id}/invitations`;
    const body = { email_address: 'guest@example.com', role: 'org:member' };
    const id = await create(path, body);
    await call('POST', `${path}/${id}/revoke`, {});
    const events = await delivered();
    expect(events).toMatchObject([
      { type: 'organizationInvitation.created', data: { id, status: 'pending' } },
      { type: 'organizationInvitation.revoked', data: { id, status: 'revoked' } },
    ]);
  });

  it('of a role’s key is none of the invitations with that role', async () => {
    const { organization } = clerk.users.ada.membership;
    const role = await create('/v1/organization_roles', { name: 'Guest', key: 'org:guest' });
    const path = `/v1/organizations/${organization.id}/invitations`;
    const body = { email_address: 'guest@example.com', role: 'org:guest' };
    const id = await create(path, body);
    await call('POST', `${path}/${id}/revoke`, {});
    await call('PATCH', `/v1/organization_roles/${role}`, { key: 'org:visitor' });
    expect(typesOf(await delivered())).toEqual([
      'role.created',
      'organizationInvitation.created',
      'organizationInvitation.revoked',
      'role.updated',
    ]);
  });

  it('of roles and permissions is delivered, and of no role that it leaves alone', async () => {
    const permission = await create('/v1/organization_permissions', {
      name: 'Print',
      key: 'org:articles:print',
    });
    const role = await create('/v1/organization_roles', {
      name: 'Printer',
      key: 'org:printer',
      permissions: [permission],
    });
    await call('PATCH', `/v1/organization_permissions/${permission}`, { name: 'Prints' });
    await call('DELETE', `/v1/organization_permissions/${permission}`);
    await call('DELETE', `/v1/organization_roles/${role}`);
    const events = await delivered();
    expect(typesOf(events)).toEqual([
      'permission.created',
      'role.created',
      'permission.updated',
      'permission.deleted',
      'role.updated',
      'role.deleted',
    ]);
    expect(events[1]?.data).toMatchObject({ id: role, permissions: [{ id: permission }] });
    expect(events[4]?.data).toMatchObject({ id: role, permissions: [] });
  });

  it('of sessions is delivered, with their users', async () => {
    const { alan } = clerk.users;
    const id = await create('/v1/sessions', { user_id: alan.id });
    await call('POST', `/v1/sessions/${id}/revoke`);
    await call('POST', `/v1/sessions/${id}/revoke`);
    expect(await delivered()).toMatchObject([
      { type: 'user.updated', data: { id: alan.id, last_sign_in_at: expect.any(Number) } },
      { type: 'session.created', data: { id, status: 'active', user: { id: alan.id } } },
      { type: 'session.revoked', data: { id, status: 'revoked', user: { id: alan.id } } },
    ]);
  });

  it('that was refused is no event', async () => {
    const { status } = await call('POST', '/v1/users', { email_address: ['ada@example.com'] });
    expect(status).toBe(422);
    await call('DELETE', '/v1/users/user_unknown');
    await call('GET', '/v1/users');
    expect(await delivered()).toEqual([]);
  });
});

describe('a change by a page', () => {
  it('is the session of who signs in, and out', async () => {
    const browser = new Browser();
    const { ada, grace } = clerk.users;
    await browser.submit(`${clerk.origin}/sign-in`, { user: 'ada' });
    await browser.submit(`${clerk.origin}/sign-in`, { user: 'grace' });
    await browser.open(`${clerk.origin}/sign-out`);
    const sessions = (await delivered()).filter(({ type }) => type.startsWith('session.'));
    expect(sessions).toMatchObject([
      { type: 'session.created', data: { user_id: ada.id, status: 'active' } },
      { type: 'session.ended', data: { user_id: ada.id, status: 'ended' } },
      { type: 'session.created', data: { user_id: grace.id } },
      { type: 'session.ended', data: { user_id: grace.id } },
    ]);
  });
});

describe('a change by a method', () => {
  it('is the session that a first token begins, with no request to name', async () => {
    await call('GET', '/v1/users');
    clerk.mintSessionToken('alan');
    clerk.mintSessionToken('alan');
    const events = await delivered();
    expect(events).toMatchObject([
      { type: 'session.created', data: { id: clerk.users.alan.sessionId } },
    ]);
    expect(events[0]).not.toHaveProperty('event_attributes.http_request');
  });

  it('is no session of a user who is banned', async () => {
    await call('POST', `/v1/users/${clerk.users.alan.id}/ban`);
    clerk.mintSessionToken('alan');
    expect(typesOf(await delivered())).toEqual(['user.updated']);
  });
});

describe('what there is at first', () => {
  it('is no event', async () => {
    expect(await delivered()).toEqual([]);
    expect(clerk.webhooks.deliveries()).toEqual([]);
  });

  it('is delivered as created where an endpoint asks for it', async () => {
    clerk.webhooks.deliverTo({
      url: receiver.url,
      seed: true,
      events: ['user.created', 'organization.created', 'organizationMembership.created'],
    });
    const { ada, grace, alan } = clerk.users;
    const acme = ada.membership.organization;
    expect((await delivered()).map(({ type, data }) => [type, 'id' in data && data.id])).toEqual([
      ['user.created', ada.id],
      ['user.created', grace.id],
      ['user.created', alan.id],
      ['organization.created', acme.id],
      ['organizationMembership.created', ada.membership.id],
      ['organizationMembership.created', grace.membership.id],
    ]);
  });
});

describe('all of these tests', () => {
  let missing: string[];
  beforeAll(() => {
    missing = Object.keys(REQUIRED_MEMBERS).filter((type) => !seen.has(type));
  });
  afterAll(() => seen.clear());

  it('have seen each event that an embedded instance makes, and no other', () => {
    expect(missing).toEqual([]);
    expect(seen.size).toBe(Object.keys(REQUIRED_MEMBERS).length);
  });
});

/** The events so far; each has the members that its type insists on. */
async function delivered(): Promise<WebhookEvent[]> {
  await clerk.webhooks.settled();
  const events = await receiver.events(clerk.webhookSigningSecret);
  for (const { type, data, timestamp } of events) {
    seen.add(type);
    expect([type, wrongMembers(type, data)]).toEqual([type, []]);
    expect(Math.abs(timestamp - Date.now())).toBeLessThan(60_000);
  }
  return events;
}

function typesOf(events: readonly WebhookEvent[]): WebhookEventType[] {
  return events.map(({ type }) => type);
}

async function create(path: string, body: object): Promise<string> {
  const { status, json } = await call('POST', path, body);
  expect([path, status]).toEqual([path, 200]);
  return String(Object.entries(json ?? {}).find(([name]) => name === 'id')?.[1]);
}

async function call(method: string, path: string, body?: object) {
  const sent = body ? JSON.stringify(body) : '';
  const headers = {
    Authorization: `Bearer ${clerk.secretKey}`,
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(sent)),
    'User-Agent': 'a test of events',
  };
  const answer = await rawRequest(clerk.port, { method, path, headers, body: sent });
  const json: unknown = JSON.parse(answer.body);
  return { status: answer.status, json };
}
