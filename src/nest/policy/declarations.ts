import { GUARDS_METADATA } from '@nestjs/common/constants.js';
import type { Place } from './place.js';
import type { Requirement } from './requirement.js';

/** A class or a handler: what decorators are put on. */
export type Target = object;

const PUBLIC_KEY = 'clerk:public';
const REQUIREMENTS_KEY = 'clerk:requirements';
const DECLARED_KEY = 'clerk:declared';

/** Notes that a class or a handler is public. */
export function declarePublic({ target, method }: Place): void {
  Reflect.defineMetadata(PUBLIC_KEY, true, target);
  if (method) noteMethod(method);
}

/** Adds requirements to those that a class or a handler already has. */
export function declareRequirements(
  { target, method }: Place,
  requirements: readonly Requirement[],
): void {
  const all = [...ownRequirements(target), ...requirements];
  Reflect.defineMetadata(REQUIREMENTS_KEY, all, target);
  if (method) noteMethod(method);
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

/** Whether anything is declared on this very class or handler. */
export function hasDeclaration(target: Target): boolean {
  return isOwnPublic(target) || ownRequirements(target).length > 0;
}

/**
 * The guards that `@UseGuards()` put on this very class or handler. Nest copies those of the class
 * that a class extends into its own list; they are not counted.
 */
export function ownGuards(target: Target): readonly unknown[] {
  const inherited = guardsOf(Object.getPrototypeOf(target));
  return guardsOf(target).filter((guard) => !inherited.includes(guard));
}

/**
 * The methods of a prototype that something was declared on. Other decorators can put another
 * function in a method's place, and what was declared on the first is then lost; this is not.
 */
export function declaredMethods(prototype: object): readonly (string | symbol)[] {
  const names: unknown = Reflect.getOwnMetadata(DECLARED_KEY, prototype);
  // Only `noteMethod` writes under this key.
  return Array.isArray(names) ? names : [];
}

function noteMethod({ prototype, name }: NonNullable<Place['method']>): void {
  Reflect.defineMetadata(DECLARED_KEY, [...declaredMethods(prototype), name], prototype);
}

function guardsOf(target: unknown): readonly unknown[] {
  if (typeof target !== 'function') return [];
  const guards: unknown = Reflect.getOwnMetadata(GUARDS_METADATA, target);
  return Array.isArray(guards) ? guards : [];
}
