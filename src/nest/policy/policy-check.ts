import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { isClerkGuard } from '../clerk-auth.guard.js';
import type { Target } from './declarations.js';
import { routePolicy } from './route-policy.js';

/**
 * Reads the policy of every controller's handler while the application boots, so that declarations
 * that contradict each other stop it there and not a user later.
 */
@Injectable()
export class PolicyCheck implements OnModuleInit {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    for (const { metatype } of this.discovery.getControllers()) {
      if (typeof metatype === 'function') this.#check(metatype);
    }
  }

  #check(controller: { prototype?: unknown } & Target): void {
    const { prototype } = controller;
    if (typeof prototype !== 'object' || prototype === null) return;
    for (const name of this.scanner.getAllMethodNames(prototype)) {
      const handler: unknown = Reflect.get(prototype, name);
      if (typeof handler === 'function') routePolicy({ handler, controller }, isClerkGuard);
    }
  }
}
