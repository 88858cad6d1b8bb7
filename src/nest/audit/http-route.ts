import { RequestMethod } from '@nestjs/common';
import {
  HOST_METADATA,
  METHOD_METADATA,
  PATH_METADATA,
  VERSION_METADATA,
} from '@nestjs/common/constants.js';

/** What stands before the paths of a controller. */
export interface RoutePrefix {
  /** Of the whole application. */
  readonly global: string;
  /** Of the controller's module, by `RouterModule`. */
  readonly module: string;
}

/** The verb of an HTTP handler, such as `GET`. */
export function verbOf(handler: object): string {
  const method: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
  return typeof method === 'number' ? (RequestMethod[method] ?? 'ALL') : 'GET';
}

/** The paths that an HTTP handler answers, as they are declared. */
export function pathsOf(controller: object, handler: object, prefix: RoutePrefix): string[] {
  return listOf(Reflect.getMetadata(PATH_METADATA, controller)).flatMap((first) =>
    listOf(Reflect.getMetadata(PATH_METADATA, handler)).map((second) =>
      join(prefix.global, prefix.module, first, second),
    ),
  );
}

function listOf(path: unknown): string[] {
  const list = [path].flat().filter((item) => typeof item === 'string');
  return list.length > 0 ? list : [''];
}

function join(...parts: readonly string[]): string {
  const path = parts.flatMap((part) => part.split('/')).filter(Boolean);
  return `/${path.join('/')}`;
}

/** The version and the host that a route is bound to, where it is. */
export function suffixOf(controller: object, handler: object): string {
  const version: unknown =
    Reflect.getMetadata(VERSION_METADATA, handler) ??
    Reflect.getMetadata(VERSION_METADATA, controller);
  const host: unknown = Reflect.getMetadata(HOST_METADATA, controller);
  return [
    version === undefined ? '' : `, version ${namesOf(version)}`,
    host === undefined ? '' : `, host ${namesOf(host)}`,
  ].join('');
}

function namesOf(value: unknown): string {
  return [value]
    .flat()
    .map((item) => (typeof item === 'symbol' ? 'neutral' : String(item)))
    .join(' or ');
}
