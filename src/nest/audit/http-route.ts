import { RequestMethod, VersioningType } from '@nestjs/common';
import {
  HOST_METADATA,
  METHOD_METADATA,
  PATH_METADATA,
  VERSION_METADATA,
} from '@nestjs/common/constants.js';
import type { ApplicationConfig } from '@nestjs/core';
import type { Route } from './other-routes.js';

/** What stands before the paths of a controller. */
export interface RoutePrefix {
  /** Of the controller's module, by `RouterModule`. */
  readonly module: string;
  /** The global prefix and the versioning. */
  readonly config: ApplicationConfig;
}

/** How an HTTP handler is called from outside. */
export function httpRoute(
  controller: object,
  handler: object,
  prefix: RoutePrefix,
): Route & { paths: string[] } {
  const method = methodOf(handler);
  const versions = versionsOf(controller, handler, prefix.config);
  const paths = pathsOf(controller, handler)
    .map((path) => join(prefix.module, path))
    .flatMap((path) => withPrefixes(path, method, versions, prefix.config));
  const suffix = [...versionSuffix(versions, prefix.config), ...hostSuffix(controller)];
  const route = [`${RequestMethod[method] ?? 'ALL'} ${paths.join(', ')}`, ...suffix].join(', ');
  return { transport: 'http', route, paths };
}

function methodOf(handler: object): RequestMethod {
  const method: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
  return isRequestMethod(method) ? method : RequestMethod.GET;
}

function isRequestMethod(value: unknown): value is RequestMethod {
  return typeof value === 'number' && value in RequestMethod;
}

function pathsOf(controller: object, handler: object): string[] {
  return listOf(Reflect.getMetadata(PATH_METADATA, controller)).flatMap((first) =>
    listOf(Reflect.getMetadata(PATH_METADATA, handler)).map((second) => join(first, second)),
  );
}

/** A path with the global prefix, unless it is excluded, and with each version that stands in it. */
function withPrefixes(
  path: string,
  method: RequestMethod,
  versions: readonly string[],
  config: ApplicationConfig,
): string[] {
  const { exclude = [] } = config.getGlobalPrefixOptions();
  const isExcluded = exclude.some(
    ({ pathRegex, requestMethod }) =>
      (requestMethod === RequestMethod.ALL || requestMethod === method) && pathRegex.test(path),
  );
  const global = isExcluded ? '' : config.getGlobalPrefix();
  const versioning = config.getVersioning();
  if (versioning?.type !== VersioningType.URI || versions.length === 0) return [join(global, path)];
  const mark = versioning.prefix === false ? '' : (versioning.prefix ?? 'v');
  return versions.map((version) => {
    return join(global, version === NEUTRAL ? '' : `${mark}${version}`, path);
  });
}

/** How a route of any version is written. */
const NEUTRAL = 'neutral';

function versionsOf(controller: object, handler: object, config: ApplicationConfig): string[] {
  const versioning = config.getVersioning();
  if (!versioning) return [];
  const declared: unknown =
    Reflect.getMetadata(VERSION_METADATA, handler) ??
    Reflect.getMetadata(VERSION_METADATA, controller) ??
    versioning.defaultVersion;
  const list: unknown[] = declared === undefined ? [] : [declared].flat();
  return list.map((version) => (typeof version === 'string' ? version : NEUTRAL));
}

function versionSuffix(versions: readonly string[], config: ApplicationConfig): string[] {
  const isInPath = config.getVersioning()?.type === VersioningType.URI;
  return isInPath || versions.length === 0 ? [] : [`version ${versions.join(' or ')}`];
}

function hostSuffix(controller: object): string[] {
  const host: unknown = Reflect.getMetadata(HOST_METADATA, controller);
  return host === undefined ? [] : [`host ${[host].flat().map(String).join(' or ')}`];
}

function listOf(path: unknown): string[] {
  const list = [path].flat().filter((item) => typeof item === 'string');
  return list.length > 0 ? list : [''];
}

function join(...parts: readonly string[]): string {
  const path = parts.flatMap((part) => part.split('/')).filter(Boolean);
  return `/${path.join('/')}`;
}
