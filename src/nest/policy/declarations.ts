import { GUARDS_METADATA } from '@nestjs/common/constants.js';
import type { Requirement } from './requirement.js';

/** A class or a handler: what decorators are put on. */
export type Target = object;

const PUBLIC_KEY = 'clerk:public';
const REQUIREMENTS_KEY = 'clerk:requirements';

/** Notes that a class or a handler is public. */
export function declarePublic(target: Target): void {
  Reflect.defineMetadata(PUBLIC_KEY, true, target);
}

/** Adds requirements to those that a class or a handler already has. */
export function declareRequirements(target: Target, requirements: readonly Requirement[]): void {
  const all = [...ownRequirements(target), ...requirements];
  Reflect.defineMetadata(REQUIREMENTS_KEY, all, target);
}

/** Whether this very class or handler, and not one that it extends, is declared public. */
export function isOwnPublic(target: Target): boolean {
  return Reflect.getOwnMetadata(PUBLIC_KEY, target) === true;
}

/** The requirements of this very class or handler, not those of one that it extends. */
export function ownRequirements(target: Target): readonly Requirement[] {
  const requirements: unknown = Reflect.getOwnMetadata(REQUIREMENTS_KEY, target);
  // Only `declareRequirements` writes under this key.
  return Array.isArray(requirements) ? requirements : [];
}

/** The guard classes that `@UseGuards()` put on this very class or handler. */
export function ownGuards(target: Target): readonly unknown[] {
  const guards: unknown = Reflect.getOwnMetadata(GUARDS_METADATA, target);
  return Array.isArray(guards) ? guards : [];
}
