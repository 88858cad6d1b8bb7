import { describe, expect, it } from '@jest/globals';
import type { Drawn } from './draw.js';
import { type Identity, identityOf } from './identity.js';
import { judge } from './judge.js';
import { tenantAt } from './tenant.js';

const OWN: Drawn = { host: 1, tenant: 1, user: 7, carrier: 'bearer', asksClient: true };
const FOREIGN: Drawn = { ...OWN, host: 2 };
const OF_NOBODY: Drawn = { ...OWN, host: undefined };
const IDENTITY = identityOf(tenantAt(1), 7, true);

const changed = (members: Partial<Identity>) => ({ ...IDENTITY, ...members });

describe('an answer under load is right', () => {
  it.each([
    { name: 'the sender’s identity at their tenant’s host', drawn: OWN, status: 200 },
    { name: 'a 401 at another tenant’s host', drawn: FOREIGN, status: 401 },
    { name: 'a 421 at nobody’s host', drawn: OF_NOBODY, status: 421 },
  ])('with $name', ({ drawn, status }) => {
    const body = status === 200 ? IDENTITY : { statusCode: status };
    expect(judge(drawn, { status, body })).toBe('right');
  });
});

describe('an answer under load carries another identity', () => {
  it.each([
    { name: 'another tenant', members: { tenant: 't0002' } },
    { name: 'a user of another tenant', members: { userId: 'user_t0002x7' } },
    { name: 'another user of the tenant', members: { userId: 'user_t0001x8' } },
    { name: 'another issuer', members: { iss: 'https://clerk.t0002.example' } },
    { name: 'another organization', members: { orgId: 'org_t0002' } },
    { name: 'a client with another tenant’s key', members: { client: 't0002' } },
  ])('when it names $name', ({ members }) => {
    expect(judge(OWN, { status: 200, body: changed(members) })).toBe('another identity');
  });

  it.each([
    { name: 'at another tenant’s host', drawn: FOREIGN },
    { name: 'at nobody’s host', drawn: OF_NOBODY },
  ])('when the sender is let in $name', ({ drawn }) => {
    expect(judge(drawn, { status: 200, body: IDENTITY })).toBe('another identity');
  });
});

describe('an answer under load is unexpected', () => {
  it.each([
    { name: 'a 401 at their own tenant’s host', drawn: OWN, status: 401 },
    { name: 'a 421 at a tenant’s host', drawn: FOREIGN, status: 421 },
    { name: 'a 401 at nobody’s host', drawn: OF_NOBODY, status: 401 },
    { name: 'a 503', drawn: OWN, status: 503 },
    { name: 'no answer', drawn: FOREIGN, status: 0 },
  ])('with $name', ({ drawn, status }) => {
    expect(judge(drawn, { status, body: '' })).toBe('unexpected');
  });
});
