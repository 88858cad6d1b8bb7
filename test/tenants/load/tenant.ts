/** Where tenants live: `t0042.app.example`. */
const DOMAIN = 'app.example';

/** A host of the application that is nobody's. */
export const HOST_OF_NOBODY = `nobody.${DOMAIN}`;

/** A tenant with an instance of Clerk of its own. All of it follows from its number. */
export interface LoadTenant {
  readonly id: string;
  readonly host: string;
  readonly issuer: string;
  readonly organizationId: string;
  readonly publishableKey: string;
  readonly secretKey: string;
}

/** The tenant of a number. */
export function tenantAt(number: number): LoadTenant {
  const id = `t${String(number).padStart(4, '0')}`;
  const frontendApi = `clerk.${id}.example`;
  return {
    id,
    host: `${id}.${DOMAIN}`,
    issuer: `https://${frontendApi}`,
    organizationId: `org_${id}`,
    publishableKey: `pk_live_${Buffer.from(`${frontendApi}$`).toString('base64')}`,
    secretKey: `sk_live_${id}`,
  };
}

/** All of them, by number. */
export function tenantsUpTo(count: number): readonly LoadTenant[] {
  return Array.from({ length: count }, (_, number) => tenantAt(number));
}

/** The id that a host names; none for any other host. */
export function tenantIdOf(host: string | undefined): string | undefined {
  return /^([a-z0-9]+)\.app\.example$/.exec(host ?? '')?.[1];
}

/** A user's id, which is of one tenant alone. */
export function userIdOf(tenant: LoadTenant, user: number): string {
  return `user_${tenant.id}x${user}`;
}
