import { Inject, Injectable } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { ApplicationConfig, ModulesContainer } from '@nestjs/core';
import { type Class, isClass, methodNamesOf, methodOn } from './classes.js';
import { isField, runsFieldGuards } from './field-guards.js';
import { pathsOf, type RoutePrefix, suffixOf, verbOf } from './http-route.js';
import { otherRoutes, type Transport } from './other-routes.js';

/** A method that Nest calls from outside. */
export interface CatalogEntry {
  /** Its class and name, as messages write it. */
  readonly where: string;
  readonly controller: Class;
  readonly handler: object;
  readonly transport: Transport;
  /** How it is called from outside, such as `GET /articles`. */
  readonly route: string;
  /** The paths of an HTTP handler; none of another. */
  readonly paths: readonly string[];
  /** Whether Nest runs the guards that are put on it. */
  readonly runsGuards: boolean;
}

/** A module as Nest's container has it. */
type Host = ModulesContainer extends Map<string, infer Module> ? Module : never;

/** Lists the methods that Nest calls from outside, of every transport. Internal. */
@Injectable()
export class HandlerCatalog {
  constructor(
    @Inject(ModulesContainer) private readonly modules: ModulesContainer,
    @Inject(ApplicationConfig) private readonly config: ApplicationConfig,
  ) {}

  /** The methods, in the order of the modules. */
  list(): CatalogEntry[] {
    const fieldGuards = runsFieldGuards(this.modules);
    const entries = [...this.modules.values()].flatMap((host) => {
      const classes = [...host.controllers.values(), ...host.providers.values()];
      const metatypes = new Set(classes.map(({ metatype }): unknown => metatype));
      return [...metatypes].filter(isClass).flatMap((metatype) => this.#entriesOf(metatype, host));
    });
    return entries.map((entry) => ({
      ...entry,
      runsGuards: fieldGuards || !isField(entry.handler),
    }));
  }

  #entriesOf(controller: Class, host: Host): Omit<CatalogEntry, 'runsGuards'>[] {
    return methodNamesOf(controller).flatMap((name) => {
      const handler = methodOn(controller, name);
      if (!handler) return [];
      const where = `${controller.name}.${String(name)}`;
      const known = { where, controller, handler };
      const others = otherRoutes(controller, handler, name).map((one) => ({ ...one, paths: [] }));
      return [...this.#http(controller, handler, host), ...others].map((one) => ({
        ...known,
        ...one,
      }));
    });
  }

  #http(
    controller: Class,
    handler: object,
    host: Host,
  ): Pick<CatalogEntry, 'transport' | 'route' | 'paths'>[] {
    if (!Reflect.hasMetadata(PATH_METADATA, handler)) return [];
    const paths = pathsOf(controller, handler, this.#prefixOf(host));
    const route = `${verbOf(handler)} ${paths.join(', ')}${suffixOf(controller, handler)}`;
    return [{ transport: 'http', route, paths }];
  }

  #prefixOf({ metatype }: Host): RoutePrefix {
    // As RouterModule keeps it.
    const key = `__module_path__${this.modules.applicationId}`;
    const path: unknown = Reflect.getMetadata(key, metatype);
    return {
      global: this.config.getGlobalPrefix(),
      module: typeof path === 'string' ? path : '',
    };
  }
}
