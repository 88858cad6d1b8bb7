import { CONTROLLER_WATERMARK, PATH_METADATA } from '@nestjs/common/constants.js';

/** By what Nest's packages mark the methods that they run guards for. */
const METHOD_KEYS = [
  PATH_METADATA,
  'graphql:resolver_type',
  'graphql:resolve_property',
  'graphql:resolve_reference',
  'websockets:message_mapping',
  'microservices:pattern',
];

/** By what they mark the classes of such methods; the packages need not be installed. */
const CLASS_KEYS = [CONTROLLER_WATERMARK, 'graphql:resolver_type', 'websockets:is_gateway'];

/** Whether Nest calls this method from outside, and so runs guards before. */
export function isEntryPoint(handler: object): boolean {
  return METHOD_KEYS.some((key) => Reflect.hasMetadata(key, handler));
}

/** Whether this class has methods that Nest calls from outside. */
export function isEntryClass(metatype: object): boolean {
  return CLASS_KEYS.some((key) => Reflect.hasMetadata(key, metatype));
}
