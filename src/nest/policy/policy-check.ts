import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { isClerkGuard } from '../clerk-auth.guard.js';
import { declaredMethods, hasDeclaration, isDeclaredClass, ownGuards } from './declarations.js';
import { isEntryClass, isEntryPoint } from './entry-points.js';
import type { ResolvedOptions } from '../options/resolved-options.js';
import { CLERK_OPTIONS } from '../tokens.js';
import { routePolicy } from './route-policy.js';
import { type ApplicationTokens, checkTokenKinds } from './token-kinds-check.js';

/** A class as Nest knows it. */
type Class = (abstract new (...args: never[]) => unknown) & { prototype: object };

/**
 * Reads what is declared on every controller and provider while the application boots, so that
 * whatever Nest would not enforce stops it there, and is not found out by somebody else later.
 */
@Injectable()
export class PolicyCheck implements OnModuleInit {
  readonly #application: ApplicationTokens;

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(CLERK_OPTIONS) { policy, connection, clerkClient }: ResolvedOptions,
  ) {
    const hasSecretKey = connection.secretKey !== undefined || clerkClient !== undefined;
    this.#application = { acceptsToken: policy.acceptsToken, hasSecretKey };
  }

  onModuleInit(): void {
    for (const { metatype } of this.discovery.getControllers()) {
      if (isClass(metatype)) checkHandlers(metatype, this.#application);
    }
    for (const { metatype } of this.discovery.getProviders()) {
      if (isClass(metatype)) checkHandlers(metatype, this.#application);
    }
  }
}

function checkHandlers(metatype: Class, application: ApplicationTokens): void {
  if (hasDeclaration(metatype) && !isEntryClass(metatype)) throw notEnforced(metatype.name);
  for (
    let level = metatype.prototype;
    level !== Object.prototype && level;
    level = parentOf(level)
  ) {
    if (isDeclaredClass(level) && !isDeclarationKept(metatype, level)) throw lost(metatype.name);
    for (const name of declaredMethods(level)) checkDeclared(metatype, level, name);
    for (const name of Reflect.ownKeys(level)) {
      const handler = methodOf(level, name);
      if (handler) checkHandler(metatype, handler, name, application);
    }
  }
}

function checkHandler(
  metatype: Class,
  handler: object,
  name: string | symbol,
  application: ApplicationTokens,
): void {
  const policy = routePolicy({ handler, controller: metatype }, isClerkGuard);
  if (isEntryPoint(handler)) {
    checkTokenKinds(`${metatype.name}.${String(name)}`, policy, application);
  }
}

function checkDeclared(metatype: Class, level: object, name: string | symbol): void {
  const where = `${metatype.name}.${String(name)}`;
  const handler = methodOf(level, name);
  if (!handler || !hasDeclaration(handler)) throw lost(where);
  if (!isEntryPoint(handler) || !isEntryClass(metatype)) throw notEnforced(where);
  const called: unknown = Reflect.get(metatype.prototype, name);
  const isOverridden = typeof called === 'function' && called !== handler && isEntryPoint(called);
  if (isOverridden && !hasDeclaration(called) && !ownGuards(called).some(isClerkGuard)) {
    throw overridden(where);
  }
}

/** Whether the class that a prototype belongs to, as Nest knows it, still has its declarations. */
function isDeclarationKept(metatype: Class, level: object): boolean {
  let owner: unknown = metatype;
  while (isClass(owner)) {
    if (owner.prototype === level) return hasDeclaration(owner);
    owner = Object.getPrototypeOf(owner);
  }
  return false;
}

function methodOf(level: object, name: string | symbol): object | undefined {
  const value: unknown = Object.getOwnPropertyDescriptor(level, name)?.value;
  return typeof value === 'function' && name !== 'constructor' ? value : undefined;
}

function parentOf(level: object): object {
  const parent: unknown = Object.getPrototypeOf(level);
  return typeof parent === 'object' && parent !== null ? parent : Object.prototype;
}

function isClass(metatype: unknown): metatype is Class {
  // Factories have a metatype too: their function, which has no prototype when it is an arrow.
  return typeof metatype === 'function' && typeof metatype.prototype === 'object';
}

/** A decorator that replaces a method, or a class, leaves behind what was declared on it before. */
function lost(where: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    `What is declared on ${where} has no effect, because another decorator replaced it ` +
      'afterwards. Put @RequirePermission(), @Public() and the like above all other decorators.',
  );
}

/** What is declared on a method does not pass on to one that takes its place in a class further in. */
function overridden(where: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    `${where} overrides a handler that declares who may call it, and declares nothing itself. ` +
      'Repeat the declaration on the overriding method, or put @Public() there.',
  );
}

function notEnforced(where: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    `Access is declared on ${where}, where Nest runs no guard. Declare it on the controller or ` +
      'handler that calls it.',
  );
}
