import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import { milliseconds, type OptionCheck } from '../options/option-checks.js';
import type { TenantsOptions } from './tenants-options.js';

const callable: OptionCheck = (value) =>
  typeof value === 'function' ? undefined : 'must be a function';

const clientError: OptionCheck = (value) => {
  if (typeof value === 'function') return undefined;
  const isStatus = Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 499;
  return isStatus
    ? undefined
    : 'must be a status from 400 to 499, or a function that makes the exception';
};

const count: OptionCheck = (value) =>
  Number.isInteger(value) && Number(value) > 0 ? undefined : 'must be a whole number above 0';

const MEMBERS: { readonly [Name in keyof Required<TenantsOptions>]: OptionCheck } = {
  resolve: callable,
  load: callable,
  unknown: clientError,
  idleTimeoutInMs: milliseconds,
  maxAgeInMs: milliseconds,
  max: count,
};

const REQUIRED: ReadonlySet<string> = new Set(['resolve', 'load']);

/**
 * Checks the option `tenants`.
 *
 * @throws ClerkConfigurationError that names everything that is wrong.
 */
export function readTenantsOptions(tenants: TenantsOptions): TenantsOptions {
  if (typeof tenants !== 'object' || tenants === null) {
    throw new ClerkConfigurationError('tenants must be an object with resolve and load.');
  }
  const unknown = Object.keys(tenants).filter((name) => !Object.hasOwn(MEMBERS, name));
  const problems = [
    ...unknown.map((name) => `has no member ${name}; it takes ${Object.keys(MEMBERS).join(', ')}`),
    ...Object.entries(MEMBERS).flatMap(([name, check]) => {
      const value: unknown = Reflect.get(tenants, name);
      const isMissing = value === undefined && !REQUIRED.has(name);
      const problem = isMissing ? undefined : check(value);
      return problem ? [`.${name} ${problem}`] : [];
    }),
  ];
  if (problems.length === 0) return tenants;
  const list = problems.map((problem) => `tenants${problem.startsWith('.') ? '' : ' '}${problem}.`);
  throw new ClerkConfigurationError(list.join('\n'));
}
