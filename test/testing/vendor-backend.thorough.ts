import { createClerkClient, verifyToken } from '@clerk/backend';
import { isClerkAPIResponseError } from '@clerk/backend/errors';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LocalClerk } from 'clerk-nestjs/testing';

process.env.CLERK_TELEMETRY_DISABLED = '1';

let clerk: LocalClerk;
let vendor: ReturnType<typeof createClerkClient>;
beforeAll(async () => {
  clerk = await LocalClerk.start();
  const { secretKey, publishableKey, apiUrl } = clerk.options;
  vendor = createClerkClient({ secretKey, publishableKey, apiUrl, telemetry: { disabled: true } });
});
afterAll(() => clerk.stop());

async function signIn(user: string) {
  const request = new Request('http://localhost:3000/articles', {
    headers: { Authorization: `Bearer ${clerk.mintSessionToken(user)}` },
  });
  const { secretKey, ...options } = clerk.options;
  const state = await vendor.authenticateRequest(request, { secretKey, ...options });
  const auth = state.toAuth();
  if (!auth || !('orgPermissions' in auth)) throw new Error(`not signed in: ${state.reason}`);
  return auth;
}

describe("the vendor's client", () => {
  it('gets a user', async () => {
    const user = await vendor.users.getUser(clerk.users.ada.id);
    expect(user).toMatchObject({
      id: clerk.users.ada.id,
      firstName: 'Ada',
      fullName: 'Ada Lovelace',
    });
    expect(user.primaryEmailAddress?.emailAddress).toBe('ada@example.com');
    expect(user.primaryEmailAddress?.verification?.status).toBe('verified');
  });

  it('gets a session and mints a token for it', async () => {
    const { id, user } = clerk.instance.signIn('grace');
    expect(await vendor.sessions.getSession(id)).toMatchObject({
      id,
      userId: user.id,
      status: 'active',
    });
    const { jwt } = await vendor.sessions.getToken(id, '', 90);
    expect(await verifyToken(jwt, { jwtKey: clerk.jwtKey })).toMatchObject({ sid: id });
  });

  it('recognises the errors as those of the API', async () => {
    const error: unknown = await vendor.users
      .getUser('user_nobody')
      .catch((reason: unknown) => reason);
    expect(isClerkAPIResponseError(error)).toBe(true);
    expect(error).toMatchObject({
      status: 404,
      clerkTraceId: expect.stringMatching(/^[0-9a-f]{32}$/),
      errors: [{ code: 'resource_not_found' }],
    });
    await expect(vendor.domains.list()).rejects.toMatchObject({ status: 501 });
  });
});

describe("the vendor's verification", () => {
  it('accepts a token by the fetched keys and by the PEM key', async () => {
    const token = clerk.mintSessionToken('ada');
    const { secretKey, apiUrl } = clerk.options;
    const authorizedParties = ['http://localhost:3000'];
    const fetched = await verifyToken(token, { secretKey, apiUrl, authorizedParties });
    const local = await verifyToken(token, { jwtKey: clerk.jwtKey });
    expect(fetched.sub).toBe(clerk.users.ada.id);
    expect(local).toEqual(fetched);
  });

  it('signs the admin in with the role and both permissions', async () => {
    const auth = await signIn('ada');
    expect(auth).toMatchObject({
      userId: clerk.users.ada.id,
      sessionId: clerk.users.ada.sessionId,
      orgId: clerk.users.ada.membership.organization.id,
      orgSlug: 'acme',
      orgRole: 'org:admin',
      factorVerificationAge: [0, -1],
    });
    expect(auth.orgPermissions?.toSorted()).toEqual(['org:articles:manage', 'org:articles:read']);
    expect(auth.has({ feature: 'org:articles' })).toBe(true);
    expect(auth.has({ plan: 'org:free' })).toBe(true);
  });

  it('signs the member in with reading only', async () => {
    const auth = await signIn('grace');
    expect(auth).toMatchObject({ orgRole: 'org:member', orgPermissions: ['org:articles:read'] });
    expect(auth.has({ permission: 'org:articles:manage' })).toBe(false);
  });

  it('signs the user without an organization in without one', async () => {
    const auth = await signIn('alan');
    expect(auth.userId).toBe(clerk.users.alan.id);
    expect(auth.orgId).toBeUndefined();
    expect(auth.orgRole).toBeUndefined();
    expect(auth.orgPermissions).toBeUndefined();
  });
});
