import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, ModuleRef } from '@nestjs/core';
import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import { isClerkGuard } from '../clerk-auth.guard.js';
import {
  carriedDeclarations,
  classDeclarations,
  declaredMethods,
  hasDeclaration,
  isOwnPublic,
  ownAcceptedTokens,
  ownGuards,
  ownRequirements,
} from './declarations.js';
import { isEntryClass, isEntryPoint } from './entry-points.js';
import type { Settings } from '../../tenants/settings.js';
import { CLERK_OPTIONS } from '../tokens.js';
import { routePolicy } from './route-policy.js';
import { type CatalogEntry, HandlerCatalog } from '../audit/handler-catalog.js';
import { type Class, isClass, methodOf, prototypesOf } from '../audit/classes.js';
import { checkPolicyClasses } from './policy-classes-check.js';
import { checkRouteParameters } from './route-parameters-check.js';
import { type ApplicationTokens, applicationTokens, checkTokenKinds } from './token-kinds-check.js';

/**
 * Reads what is declared on every controller and provider while the application boots, so that
 * whatever Nest would not enforce stops it there, and is not found out by somebody else later.
 */
@Injectable()
export class PolicyCheck implements OnModuleInit {
  readonly #application: ApplicationTokens;

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(HandlerCatalog) private readonly catalog: HandlerCatalog,
    @Inject(ModuleRef) private readonly moduleRef: ModuleRef,
    @Inject(CLERK_OPTIONS) settings: Settings,
  ) {
    this.#application = applicationTokens(settings);
  }

  onModuleInit(): void {
    const wrappers = [...this.discovery.getControllers(), ...this.discovery.getProviders()];
    for (const { metatype } of wrappers) {
      if (isClass(metatype)) checkDeclarations(metatype);
    }
    for (const entry of this.catalog.list()) this.#checkPolicy(entry);
  }

  #checkPolicy(entry: CatalogEntry): void {
    const { where, controller, handler, paths } = entry;
    if (hasDeclaration(handler) || ownGuards(handler).some(isClerkGuard)) {
      if (!entry.runsGuards) throw noFieldGuards(where);
      if (entry.isReplaced) throw replaced(where);
    }
    const policy = routePolicy({ handler, controller }, isClerkGuard);
    checkTokenKinds(where, policy, this.#application);
    if (policy.access === 'public') return;
    checkPolicyClasses(where, policy.requirements, this.moduleRef);
    checkRouteParameters(where, policy.requirements, paths);
  }
}

/** Looks whether what is declared on a class is in the place where Nest will look for it. */
function checkDeclarations(metatype: Class): void {
  if (hasDeclaration(metatype) && !isEntryClass(metatype)) throw notEnforced(metatype.name);
  for (const level of prototypesOf(metatype)) {
    if (classDeclarations(level) > carriedByClass(metatype, level)) throw lost(metatype.name);
    for (const name of declaredMethods(level)) checkDeclared(metatype, level, name);
    for (const name of Reflect.ownKeys(level)) {
      const handler = methodOf(level, name);
      if (handler) routePolicy({ handler, controller: metatype }, isClerkGuard);
    }
  }
}

function checkDeclared(metatype: Class, level: object, name: string | symbol): void {
  const where = `${metatype.name}.${String(name)}`;
  const handler = methodOf(level, name);
  const made = declaredMethods(level).filter((declared) => declared === name).length;
  if (!handler || carriedDeclarations(handler) < made) throw lost(where);
  if (!isEntryPoint(handler) || !isEntryClass(metatype)) throw notEnforced(where);
  const called: unknown = Reflect.get(metatype.prototype, name);
  const isOverridden = typeof called === 'function' && called !== handler && isEntryPoint(called);
  // Kinds of token are replaced by kinds of token, and demands by demands.
  const isSaid = ownRequirements(handler).length > 0 ? saysWhoMayCall : saysAnything;
  if (isOverridden && !isSaid(called)) {
    throw overridden(where);
  }
}

function saysAnything(handler: object): boolean {
  return hasDeclaration(handler) || ownGuards(handler).some(isClerkGuard);
}

/** Whether a method says who may call it. Which kinds of token it takes is not that. */
function saysWhoMayCall(handler: object): boolean {
  if (isOwnPublic(handler) || ownRequirements(handler).length > 0) return true;
  // @AcceptsToken() brings one guard along.
  const brought = ownAcceptedTokens(handler) === undefined ? 0 : 1;
  return ownGuards(handler).filter(isClerkGuard).length > brought;
}

/** How many declarations the class that a prototype belongs to, as Nest knows it, still carries. */
function carriedByClass(metatype: Class, level: object): number {
  let owner: unknown = metatype;
  while (isClass(owner)) {
    if (owner.prototype === level) return carriedDeclarations(owner);
    owner = Object.getPrototypeOf(owner);
  }
  return 0;
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

/** Nest calls what the instance has, and looks for declarations on that very function. */
function replaced(where: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    `What is declared on ${where} has no effect, because each instance has a function of its own in ` +
      'its place. Do not assign or bind the method in the constructor or as a property.',
  );
}

function noFieldGuards(where: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    `Access is declared on ${where}, which resolves a field: Nest runs no guards for fields unless ` +
      "told to. Set fieldResolverEnhancers: ['guards'] in GraphQLModule.forRoot().",
  );
}

function notEnforced(where: string): ClerkConfigurationError {
  return new ClerkConfigurationError(
    `Access is declared on ${where}, where Nest runs no guard. Declare it on the controller or ` +
      'handler that calls it.',
  );
}
