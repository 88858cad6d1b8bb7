import { beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { BackendApiClient } from '../../../src/client/index.js';
import { backendForTests } from './backend.js';
import { CLIENTS, rejection } from './clients.js';

describe.each(CLIENTS)('%s', (_, make) => {
  const backend = backendForTests();
  let client: BackendApiClient;
  beforeAll(() => {
    client = make(backend);
  });

  it('creates, lists, verifies and revokes a session, and gets its tokens', async () => {
    const { sessions } = client;
    const { grace } = backend.clerk.users;
    const session = await sessions.createSession({ userId: grace.id });
    const { jwt } = await sessions.getToken(session.id);
    expect(decodeJwt(jwt)).toMatchObject({ sub: grace.id, sid: session.id });
    // oxlint-disable-next-line typescript/no-deprecated -- still there for who uses it
    expect(await sessions.verifySession(session.id, jwt)).toEqual(session);
    const list = await sessions.getSessionList({ userId: grace.id, status: 'active' });
    expect(list).toEqual({ data: [session], totalCount: 1 });
    expect(await sessions.revokeSession(session.id)).toMatchObject({ status: 'revoked' });
    expect(await rejection(sessions.getToken(session.id))).toMatchObject({ status: 404 });
    const template = sessions.getToken(session.id, 'supabase');
    expect(await rejection(template)).toMatchObject({ status: 404 });
  });

  it('creates and revokes a sign-in token', async () => {
    const { signInTokens } = client;
    const userId = backend.clerk.users.ada.id;
    const created = await signInTokens.createSignInToken({ userId, expiresInSeconds: 60 });
    expect(created).toMatchObject({ userId, status: 'pending' });
    expect(created.url).toBe(`${backend.clerk.origin}/sign-in?__clerk_ticket=${created.token}`);
    expect(await signInTokens.revokeSignInToken(created.id)).toMatchObject({ status: 'revoked' });
  });

  it('manages roles and permissions', async () => {
    const { organizationRoles: roles, organizationPermissions: permissions } = client;
    const permission = await permissions.createOrganizationPermission({
      name: 'Pay invoices',
      key: 'org:invoices:pay',
      description: 'All of them',
    });
    const role = await roles.createOrganizationRole({
      name: 'Payer',
      key: 'org:payer',
      permissions: [permission.id],
    });
    expect(role).toMatchObject({ key: 'org:payer', permissions: [{ key: 'org:invoices:pay' }] });
    expect(await roles.getOrganizationRole(role.id)).toEqual(role);
    const list = await roles.getOrganizationRoleList({ query: 'payer' });
    expect(list).toEqual({ data: [role], totalCount: 1 });
    expect(await permissions.getOrganizationPermission(permission.id)).toEqual(permission);
    expect(await permissions.deleteOrganizationPermission(permission.id)).toMatchObject({
      deleted: true,
    });
    expect(await roles.deleteOrganizationRole(role.id)).toMatchObject({ deleted: true });
  });

  it('manages machines and their tokens', async () => {
    const { machines, m2m } = client;
    const { api } = backend.clerk.machines;
    const machine = await machines.create({
      name: 'cron',
      scopedMachines: [api.id],
      defaultTokenTtl: 60,
    });
    const { secretKey: machineSecretKey = '' } = machine;
    expect(machine).toMatchObject({ name: 'cron', scopedMachines: [{ id: api.id, name: 'api' }] });
    expect(await machines.getSecretKey(machine.id)).toMatchObject({ secret: machineSecretKey });
    const token = await m2m.createToken({ machineSecretKey, claims: { aB: 1 } });
    expect(token).toMatchObject({ subject: machine.id, scopes: [api.id], claims: { aB: 1 } });
    expect(token.expiration).toBe(backend.now + 60_000);
    const verified = await m2m.verify({ token: token.token ?? '' });
    expect(verified).toMatchObject({ id: token.id, subject: machine.id });
    const list = await m2m.list({ machineSecretKey, subject: machine.id });
    expect(list).toMatchObject({ totalCount: 1, data: [{ id: token.id }] });
    const lost = { m2mTokenId: token.id, revocationReason: 'lost' };
    // By the key of another machine, there is no such token.
    expect(await rejection(m2m.revokeToken(lost))).toMatchObject({ status: 404 });
    const revoked = await m2m.revokeToken({ machineSecretKey, ...lost });
    expect(revoked).toMatchObject({ revoked: true, revocationReason: 'lost' });
    const again = m2m.verify({ machineSecretKey, token: token.token ?? '' });
    expect(await rejection(again)).toMatchObject({ status: 404 });
    expect(await machines.delete(machine.id)).toMatchObject({ id: machine.id, deleted: true });
  });

  it('manages API keys', async () => {
    const { apiKeys } = client;
    const subject = backend.clerk.users.ada.id;
    const created = await apiKeys.create({
      name: 'Deploys',
      subject,
      scopes: ['a'],
      claims: { aB: 1 },
    });
    const { id, secret = '' } = created;
    expect(created).toMatchObject({ subject, scopes: ['a'], claims: { aB: 1 }, expiration: null });
    expect(await apiKeys.verify(secret)).toMatchObject({ id });
    expect(await apiKeys.getSecret(id)).toEqual({ secret });
    const updated = await apiKeys.update({
      apiKeyId: id,
      description: 'd',
      subject,
      secondsUntilExpiration: 60,
    });
    expect(updated).toMatchObject({ description: 'd', expiration: backend.now + 60_000 });
    expect(await apiKeys.list({ subject })).toMatchObject({ totalCount: 1, data: [{ id }] });
    expect(await apiKeys.revoke({ apiKeyId: id, revocationReason: 'r' })).toMatchObject({
      revoked: true,
    });
    expect(await rejection(apiKeys.verify(secret))).toMatchObject({ status: 404 });
    expect(await apiKeys.list({ subject })).toMatchObject({ totalCount: 0 });
    expect(await apiKeys.list({ subject, includeInvalid: true })).toMatchObject({ totalCount: 1 });
    expect(await apiKeys.delete(id)).toMatchObject({ id, deleted: true });
  });
});
