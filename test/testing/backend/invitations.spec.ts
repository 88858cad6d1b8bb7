import { describe, expect, it } from '@jest/globals';
import { backendForTests, each, fieldOf, refused } from './backend.js';

const DAY_IN_MS = 86_400_000;
const backend = backendForTests();
const { call } = backend;

describe('an invitation to sign up', () => {
  it('is read back, listed and revoked', async () => {
    const created = await call('POST', '/v1/invitations', {
      email_address: 'up@example.com',
      public_metadata: { aB: 1 },
      expires_in_days: 2,
    });
    expect(created).toMatchObject({
      status: 200,
      json: {
        object: 'invitation',
        id: expect.stringMatching(/^inv_/),
        email_address: 'up@example.com',
        public_metadata: { aB: 1 },
        revoked: false,
        status: 'pending',
        expires_at: backend.now + 2 * DAY_IN_MS,
      },
    });
    const id = String(fieldOf(created, 'id'));
    expect(await call('GET', '/v1/invitations')).toEqual({ status: 200, json: [created.json] });
    expect(await call('GET', '/v1/invitations?paginated=true')).toEqual({
      status: 200,
      json: { data: [created.json], total_count: 1 },
    });
    expect(await call('POST', `/v1/invitations/${id}/revoke`)).toMatchObject({
      json: { revoked: true, status: 'revoked' },
    });
    expect(await call('GET', '/v1/invitations')).toMatchObject({ json: [] });
    expect(each(await call('GET', '/v1/invitations?status=revoked'), 'id')).toEqual([id]);
    expect(await call('POST', `/v1/invitations/${id}/revoke`)).toMatchObject({ status: 400 });
    expect(await call('POST', '/v1/invitations/inv_none/revoke')).toMatchObject(
      refused(404, 'resource_not_found'),
    );
  });

  it('is refused for a user, and twice unless that is ignored', async () => {
    const invite = (body: object) => call('POST', '/v1/invitations', body);
    expect(await invite({ email_address: 'ada@example.com' })).toMatchObject(
      refused(422, 'form_identifier_exists', { param_name: 'email_address' }),
    );
    expect(await invite({})).toMatchObject(
      refused(422, 'form_param_missing', { param_name: 'email_address' }),
    );
    const body = { email_address: 'two@example.com' };
    expect(await invite(body)).toMatchObject({ status: 200 });
    expect(await invite(body)).toMatchObject(refused(400, 'duplicate_record'));
    expect(await invite({ ...body, ignore_existing: true })).toMatchObject({ status: 200 });
  });

  it('comes in bulk as a bare list', async () => {
    const body = [{ email_address: 'c1@example.com' }, { email_address: 'c2@example.com' }];
    const bulk = await call('POST', '/v1/invitations/bulk', body);
    expect(bulk.status).toBe(200);
    expect(each(bulk, 'email_address')).toEqual(['c1@example.com', 'c2@example.com']);
  });
});
