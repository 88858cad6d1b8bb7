import { setTimeout as wait } from 'node:timers/promises';
import { Controller, type DynamicModule, Get, Inject, Query, UseGuards } from '@nestjs/common';
import {
  Auth,
  ClerkAuthGuard,
  ClerkClient,
  ClerkModule,
  type ClerkOptions,
  type SignedInAuthObject,
} from 'clerk-nestjs';
import type { TenantsOptions } from '../../../src/tenants/tenants-options.js';
import type { Identity } from './identity.js';
import { tenantIdOf, tenantsUpTo } from './tenant.js';

/** What the application is started with. */
export interface ApplicationSettings {
  readonly tenants: number;
  /** Where the Backend API is. */
  readonly apiUrl: string;
  /** How long and how many tenants are kept; the defaults where nothing is said. */
  readonly limits: Pick<TenantsOptions, 'idleTimeoutInMs' | 'max'>;
}

@Controller()
@UseGuards(ClerkAuthGuard)
export class MeController {
  constructor(@Inject(ClerkClient) private readonly clerk: ClerkClient) {}

  @Get('me')
  async me(@Auth() auth: SignedInAuthObject, @Query('client') asked?: string): Promise<Identity> {
    const { userId, orgId, sessionClaims } = auth;
    const client = asked === undefined ? null : await this.#ownerOfClient(userId);
    return { tenant: sessionClaims['tenant'], userId, iss: sessionClaims.iss, orgId, client };
  }

  async #ownerOfClient(userId: string): Promise<string | null> {
    // Others' requests come in between, as they do while a handler waits for its database.
    await wait(2);
    const { externalId } = await this.clerk.users.getUser(userId);
    return externalId;
  }
}

/** An application of many tenants. */
export class ApplicationModule {
  /** @param onLoad Told of each tenant that is loaded. */
  static of(settings: ApplicationSettings, onLoad: () => void): DynamicModule {
    const { tenants, apiUrl, limits } = settings;
    const optionsById = new Map(
      tenantsUpTo(tenants).map(({ id, publishableKey, secretKey }): [string, ClerkOptions] => [
        id,
        // What is remembered of 100,000 users' tokens is measured elsewhere: this is about the tenants.
        { publishableKey, secretKey, apiUrl, tokenCache: false },
      ]),
    );
    const load = async (id: string) => {
      if (optionsById.has(id)) onLoad();
      // As a database would take its time, so that others ask for the same tenant meanwhile.
      await new Promise(setImmediate);
      return optionsById.get(id);
    };
    const clerk = ClerkModule.forRoot({
      tenants: {
        resolve: ({ headers }) => tenantIdOf(headers.host),
        load,
        ...limits,
      },
    });
    return { module: ApplicationModule, imports: [clerk], controllers: [MeController] };
  }
}
