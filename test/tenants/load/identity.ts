import { type LoadTenant, userIdOf } from './tenant.js';

/** Whom the application takes a request to be from. */
export interface Identity {
  /** By a claim of the token. */
  readonly tenant: unknown;
  readonly userId: string;
  readonly iss: string;
  readonly orgId: string | undefined;
  /** Whose the secret key of the injected client was; null where it was not asked for. */
  readonly client: string | null;
}

/** Whom it has to take the request of a user to be from. */
export function identityOf(tenant: LoadTenant, user: number, asksClient: boolean): Identity {
  return {
    tenant: tenant.id,
    userId: userIdOf(tenant, user),
    iss: tenant.issuer,
    orgId: tenant.organizationId,
    client: asksClient ? tenant.id : null,
  };
}
