import { GUARDS_METADATA } from '@nestjs/common/constants.js';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { isClerkGuard } from '../../nest/clerk-auth.guard.js';

/**
 * `ClerkAuthGuard` on a handler would refuse every delivery, which comes from Clerk and not from a
 * signed-in person.
 *
 * @param where The method, as messages name it.
 * @param places The method and its class.
 * @throws ClerkConfigurationError when it is there, with `@UseGuards()` or brought by a requirement.
 */
export function assertNoClerkGuard(where: string, places: readonly object[]): void {
  const guards = places.flatMap((place): unknown[] => {
    const own: unknown = Reflect.getMetadata(GUARDS_METADATA, place);
    return Array.isArray(own) ? own : [];
  });
  if (!guards.some(isClerkGuard)) return;
  throw new ClerkConfigurationError(
    `ClerkAuthGuard is on ${where} or its class, and would refuse every event: a delivery proves by its ` +
      'signature that it is of Clerk, and nobody is signed in. Move the method to a provider of its own.',
  );
}
