import { sign, type JsonWebKey } from 'node:crypto';
import { makeRsaKeys, type RsaKey } from './rsa-keys.js';
import { type LoadTenant, tenantsUpTo, userIdOf } from './tenant.js';

/** One id for everybody's key: only the tenant of a request tells which of them is meant. */
const SHARED_KEY_ID = 'ins_shared';

const HEADER = encode({ alg: 'RS256', typ: 'JWT', kid: SHARED_KEY_ID, cat: 'cl_B7d4PD111AAA' });

/** A tenant's instance of Clerk, which signs. */
export interface LoadInstance {
  readonly tenant: LoadTenant;
  /** The only key that `GET /jwks` gives out. */
  readonly jwk: JsonWebKey;
  /** A session token of one of the tenant's users, as of now. */
  mint(user: number): Promise<string>;
}

/** As many instances, each with a key of its own. */
export async function makeInstances(count: number): Promise<readonly LoadInstance[]> {
  const keys = await makeRsaKeys(count);
  const tenants = tenantsUpTo(count);
  return keys.flatMap((key, number) => {
    const tenant = tenants[number];
    return tenant ? [instanceOf(tenant, key)] : [];
  });
}

function instanceOf(tenant: LoadTenant, { privateKey, jwk }: RsaKey): LoadInstance {
  return {
    tenant,
    jwk: { ...jwk, kid: SHARED_KEY_ID, use: 'sig', alg: 'RS256' },
    mint: async (user) => {
      const input = `${HEADER}.${encode(claimsOf(tenant, user))}`;
      const signature = await new Promise<Buffer>((resolve, reject) => {
        // With a callback it is done beside the event loop, on the other processor.
        sign('RSA-SHA256', Buffer.from(input), privateKey, (error, bytes) => {
          if (error) reject(error);
          else resolve(bytes);
        });
      });
      return `${input}.${signature.toString('base64url')}`;
    },
  };
}

function claimsOf(tenant: LoadTenant, user: number): object {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: tenant.issuer,
    sub: userIdOf(tenant, user),
    // The same for the users of that number everywhere: nothing may be kept by it alone.
    sid: `sess_${user}`,
    iat: now,
    nbf: now - 10,
    exp: now + 60,
    azp: `https://${tenant.host}`,
    v: 2,
    sts: 'active',
    fva: [0, -1],
    o: { id: tenant.organizationId, slg: tenant.id, rol: 'admin' },
    tenant: tenant.id,
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
