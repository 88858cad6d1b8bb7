import { Inject, Injectable } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { ApplicationConfig, ModulesContainer } from '@nestjs/core';
import { type Class, classOf, methodNamesOf, methodOn } from './classes.js';
import { httpRoute, type RoutePrefix } from './http-route.js';
import { isField, runsFieldGuards } from './field-guards.js';
import { graphqlRoutes, messageRoutes, patternRoutes, type Transport } from './other-routes.js';

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
  /** Whether each instance has a function of its own in the method's place. */
  readonly isReplaced: boolean;
}

/** A module as Nest's container has it. */
type Host = ModulesContainer extends Map<string, infer Module> ? Module : never;

/** What Nest has of a controller or a provider. */
interface Registered {
  readonly type: Class;
  readonly instance: unknown;
  readonly isController: boolean;
}

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
      const prefix = this.#prefixOf(host);
      return registeredIn(host).flatMap((one) => entriesOf(one, prefix, fieldGuards));
    });
  }

  #prefixOf({ metatype }: Host): RoutePrefix {
    // As RouterModule keeps it.
    const key = `__module_path__${this.modules.applicationId}`;
    const path: unknown = Reflect.getMetadata(key, metatype);
    return { module: typeof path === 'string' ? path : '', config: this.config };
  }
}

function registeredIn({ controllers, providers }: Host): Registered[] {
  const isController = (token: unknown) => [...controllers.keys()].some((key) => key === token);
  const all = [
    ...[...controllers.values()].map((wrapper) => ({ wrapper, isController: true })),
    ...[...providers.values()]
      .filter(({ token }) => !isController(token))
      .map((wrapper) => ({ wrapper, isController: false })),
  ];
  return all.flatMap(({ wrapper: { metatype, instance }, ...rest }) => {
    const type = classOf(instance, metatype);
    return type ? [{ type, instance, ...rest }] : [];
  });
}

/** The entries of one class: a method can be called in several ways. */
function entriesOf(
  { type, instance, isController }: Registered,
  prefix: RoutePrefix,
  fieldGuards: boolean,
): CatalogEntry[] {
  return methodNamesOf(type).flatMap((name) => {
    const handler = methodOn(type, name);
    if (!handler) return [];
    const routes = [
      ...(isController ? [...httpRoutes(type, handler, prefix), ...patternRoutes(handler)] : []),
      ...graphqlRoutes(type, handler, name),
      ...messageRoutes(type, handler),
    ];
    return routes.map(({ transport, route, paths = [] }) => ({
      where: `${type.name}.${String(name)}`,
      controller: type,
      handler,
      transport,
      route,
      paths,
      runsGuards: fieldGuards || !isField(handler),
      isReplaced:
        typeof instance === 'object' && instance !== null && Object.hasOwn(instance, name),
    }));
  });
}

function httpRoutes(type: Class, handler: object, prefix: RoutePrefix) {
  return Reflect.hasMetadata(PATH_METADATA, handler) ? [httpRoute(type, handler, prefix)] : [];
}
