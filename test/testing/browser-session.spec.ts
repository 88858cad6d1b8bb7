import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { LocalClerk } from 'clerk-nestjs/testing';
import { handshake, signedInBrowser } from './frontend-api.js';

let clerk: LocalClerk;
beforeAll(async () => {
  clerk = await LocalClerk.start();
});
afterAll(() => clerk.stop());

describe('a session in a browser', () => {
  it('is another than the same user’s in another browser, and than the minted tokens’', async () => {
    const sids = await Promise.all(
      [1, 2].map(async () => {
        const devBrowser = await signedInBrowser(clerk, 'ada');
        const cookies = await handshake(clerk, { __clerk_db_jwt: devBrowser });
        return decodeJwt(cookies['__session']?.value ?? '').sid;
      }),
    );
    expect(new Set([...sids, clerk.users.ada.sessionId]).size).toBe(3);
    for (const sid of sids) expect(sid).toMatch(/^sess_\w{27}$/);
  });

  it('acts for the organization asked for, if its user is a member', async () => {
    const devBrowser = await signedInBrowser(clerk, 'ada');
    const { id, slug } = clerk.users.ada.membership.organization;
    const active = async (organization?: string) => {
      const cookies = await handshake(clerk, {
        __clerk_db_jwt: devBrowser,
        ...(organization !== undefined && { organization_id: organization }),
      });
      const { o } = decodeJwt<{ o?: { id: string } }>(cookies['__session']?.value ?? '');
      return o?.id;
    };
    expect(await active()).toBe(id);
    expect(await active('')).toBeUndefined();
    expect(await active()).toBeUndefined();
    expect(await active('org_nowhere')).toBeUndefined();
    expect(await active(slug)).toBe(id);
    expect(await active('org_nowhere')).toBe(id);
    expect(await active('')).toBeUndefined();
    expect(await active(id)).toBe(id);
    expect(decodeJwt(clerk.mintSessionToken('ada'))).toHaveProperty('o');
  });

  it('can’t act for an organization its user is not in', async () => {
    const devBrowser = await signedInBrowser(clerk, 'alan');
    const cookies = await handshake(clerk, { __clerk_db_jwt: devBrowser, organization_id: 'acme' });
    expect(decodeJwt(cookies['__session']?.value ?? '')).not.toHaveProperty('o');
  });
});
