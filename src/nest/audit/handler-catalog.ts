import { Inject, Injectable } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { ApplicationConfig, ModulesContainer } from '@nestjs/core';
import { type Class, isClass, methodNamesOf, methodOn } from './classes.js';
import { isField, runsFieldGuards } from './field-guards.js';
import { pathsOf, type RoutePrefix, suffixOf, verbOf } from './http-route.js';
import { otherRoutes, type Route, type Transport } from './other-routes.js';

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
    return [...this.modules.values()].flatMap((host) => {
      const classes = [...host.controllers.values(), ...host.providers.values()];
      const metatypes = new Set(classes.map(({ metatype }): unknown => metatype));
      const prefix = this.#prefixOf(host);
      return [...metatypes]
        .filter(isClass)
        .flatMap((controller) => entriesOf(controller, prefix, fieldGuards));
    });
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

/** The entries of one class: a method can be called in several ways. */
function entriesOf(controller: Class, prefix: RoutePrefix, fieldGuards: boolean): CatalogEntry[] {
  return methodNamesOf(controller).flatMap((name) => {
    const handler = methodOn(controller, name);
    if (!handler) return [];
    const where = `${controller.name}.${String(name)}`;
    const runsGuards = fieldGuards || !isField(handler);
    const paths = httpPathsOf(controller, handler, prefix);
    const routes = [
      ...httpRoutes(controller, handler, paths),
      ...otherRoutes(controller, handler, name),
    ];
    return routes.map(({ transport, route }) => ({
      where,
      controller,
      handler,
      transport,
      route,
      paths: transport === 'http' ? paths : [],
      runsGuards,
    }));
  });
}

function httpPathsOf(controller: Class, handler: object, prefix: RoutePrefix): string[] {
  const isHttp = Reflect.hasMetadata(PATH_METADATA, handler);
  return isHttp ? pathsOf(controller, handler, prefix) : [];
}

function httpRoutes(controller: Class, handler: object, paths: readonly string[]): Route[] {
  if (paths.length === 0) return [];
  const route = `${verbOf(handler)} ${paths.join(', ')}${suffixOf(controller, handler)}`;
  return [{ transport: 'http', route }];
}
