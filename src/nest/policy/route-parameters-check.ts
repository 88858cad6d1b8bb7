import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { leavesOf } from './leaves.js';
import type { Requirement } from './requirement.js';

/**
 * Refuses a handler that demands the organization of a route parameter that its route has not: it
 * would refuse everybody.
 *
 * @param where The handler, for the message.
 * @param paths The paths of its route; none where it is no HTTP handler.
 * @throws ClerkConfigurationError that names the parameter.
 */
export function checkRouteParameters(
  where: string,
  requirements: readonly Requirement[],
  paths: readonly string[],
): void {
  for (const leaf of leavesOf(requirements)) {
    if (leaf.kind !== 'organization' || leaf.param === undefined) continue;
    const { param } = leaf;
    if (paths.length > 0 && paths.every((path) => hasParameter(path, param))) continue;
    throw new ClerkConfigurationError(
      `${where} demands the organization of the route parameter ${param}, which is no parameter of ` +
        `${paths.join(' and ') || 'it'}. Write :${param} into its path, or correct the name.`,
    );
  }
}

function hasParameter(path: string, name: string): boolean {
  // A name ends where no letter, digit, `_` or `$` follows.
  const [, ...after] = path.split(`:${name}`);
  return after.some((rest) => !/^[\w$]/.test(rest));
}
