import { LocalInstance } from 'clerk-nestjs/testing';
import type { ClerkOptions } from '../../src/clerk-options.js';
import { resolveOptions } from '../../src/options/resolve-options.js';
import type { ResolveOptions } from '../../src/tenants/per-request-options.js';
import { createTenant, type Tenant } from '../../src/tenants/tenant.js';

/** An instance whose options need no server. */
export const instance = new LocalInstance();

/** Options that work, under a name that tells them apart. */
export function optionsOf(name: string): ClerkOptions {
  const { publishableKey, jwtKey } = instance;
  return { publishableKey, jwtKey, signInUrl: `/${name}/sign-in` };
}

/** A tenant with a name. */
export function tenantOf(name: string): Tenant {
  return createTenant(resolveOptions(optionsOf(name), {}));
}

/** The name that a tenant was made with. */
export function nameOf({ options }: Tenant): string | undefined {
  return options.pages.signInUrl?.split('/')[1];
}

/** Checks options as an application does, without an environment. */
export const resolve: ResolveOptions = (options, whose) =>
  resolveOptions(Object(options), {}, `The options ${whose} can't work`);

/** A clock that is moved by hand, in milliseconds. */
export class MovedClock {
  #now = 1_000;

  readonly read = (): number => this.#now;

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
