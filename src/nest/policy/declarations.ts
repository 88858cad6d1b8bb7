import { GUARDS_METADATA } from '@nestjs/common/constants.js';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import type { AcceptedTokens } from '../../engine/token-type.js';
import type { Place } from './place.js';
import type { Requirement } from './requirement.js';

/** A class or a handler: what decorators are put on. */
export type Target = object;

const PUBLIC_KEY = 'clerk:public';
const REQUIREMENTS_KEY = 'clerk:requirements';
const ACCEPTS_TOKEN_KEY = 'clerk:accepts-token';
const DECLARED_KEY = 'clerk:declared';
const DECLARED_CLASS_KEY = 'clerk:declared-class';
const CARRIED_KEY = 'clerk:carried';

/** Notes that a class or a handler is public. */
export function declarePublic({ target, method }: Place): void {
  Reflect.defineMetadata(PUBLIC_KEY, true, target);
  note(target, method);
}

/** Adds requirements to those that a class or a handler already has. */
export function declareRequirements(
  { target, method }: Place,
  requirements: readonly Requirement[],
): void {
  const all = [...ownRequirements(target), ...requirements];
  Reflect.defineMetadata(REQUIREMENTS_KEY, all, target);
  note(target, method);
}

/** Notes the kinds of token that a class or a handler takes. */
export function declareAcceptedTokens({ target, method }: Place, accepted: AcceptedTokens): void {
  // They would not add up, and which of them is meant only their author knows.
  if (ownAcceptedTokens(target) !== undefined) {
    const where = method ? String(method.name) : Reflect.get(target, 'name');
    throw new ClerkConfigurationError(
      `@AcceptsToken() is on ${String(where)} twice. Name all kinds of token in one.`,
    );
  }
  Reflect.defineMetadata(ACCEPTS_TOKEN_KEY, accepted, target);
  note(target, method);
}

/** The kinds of token that this very class or handler takes, where it says so. */
export function ownAcceptedTokens(target: Target): AcceptedTokens | undefined {
  // Only `declareAcceptedTokens` writes under this key.
  return Reflect.getOwnMetadata(ACCEPTS_TOKEN_KEY, target);
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
  return (
    isOwnPublic(target) ||
    ownRequirements(target).length > 0 ||
    ownAcceptedTokens(target) !== undefined
  );
}

/**
 * The guards that `@UseGuards()` put on this very class or handler. To those of a class Nest
 * prepends the ones that it inherits, from however far; they are not counted.
 */
export function ownGuards(target: Target): readonly unknown[] {
  const own: unknown = Reflect.getOwnMetadata(GUARDS_METADATA, target);
  const inherited = inheritedGuards(Object.getPrototypeOf(target));
  if (!Array.isArray(own)) return [];
  const isPrepended = inherited.every((guard, index) => own[index] === guard);
  return isPrepended ? own.slice(inherited.length) : own;
}

function inheritedGuards(parent: unknown): readonly unknown[] {
  if (typeof parent !== 'function') return [];
  const guards: unknown = Reflect.getMetadata(GUARDS_METADATA, parent);
  return Array.isArray(guards) ? guards : [];
}

/**
 * The methods of a prototype that something was declared on, each as often as it was. Other decorators can put another
 * function in a method's place, and what was declared on the first is then lost; this is not.
 */
export function declaredMethods(prototype: object): readonly (string | symbol)[] {
  const names: unknown = Reflect.getOwnMetadata(DECLARED_KEY, prototype);
  // Only `noteMethod` writes under this key.
  return Array.isArray(names) ? names : [];
}

/**
 * How many declarations were made on the class of a prototype. Other decorators can put another
 * class in its place, with the same prototype.
 */
export function classDeclarations(prototype: object): number {
  return countOf(Reflect.getOwnMetadata(DECLARED_CLASS_KEY, prototype));
}

/** How many declarations this very class or handler carries. */
export function carriedDeclarations(target: Target): number {
  return countOf(Reflect.getOwnMetadata(CARRIED_KEY, target));
}

function note(target: Target, method: Place['method']): void {
  Reflect.defineMetadata(CARRIED_KEY, carriedDeclarations(target) + 1, target);
  if (method) noteMethod(method);
  else if (typeof target === 'function' && typeof target.prototype === 'object') {
    const { prototype } = target;
    Reflect.defineMetadata(DECLARED_CLASS_KEY, classDeclarations(prototype) + 1, prototype);
  }
}

function noteMethod({ prototype, name }: NonNullable<Place['method']>): void {
  Reflect.defineMetadata(DECLARED_KEY, [...declaredMethods(prototype), name], prototype);
}

function countOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
