import { readApiKey } from './api-keys/api-key.js';
import { camelize } from './casing.js';
import { readM2MToken } from './m2m-tokens/m2m-token.js';
import { readIdPOAuthAccessToken } from './oauth-access-tokens/idp-oauth-access-token.js';
import { readCookies } from './sessions/refresh-session.js';
import { readSession } from './sessions/session.js';
import { readToken } from './sessions/token.js';
import { isWireObject } from './shape.js';
import type { WireObject } from './shape.js';
import { readUser } from './users/read-user.js';

/** One row for each kind of resource: the value of its `object` field, and its reader. */
const readers = new Map<unknown, (wire: WireObject) => unknown>([
  ['api_key', readApiKey],
  ['clerk_idp_oauth_access_token', readIdPOAuthAccessToken],
  ['cookies', readCookies],
  ['machine_to_machine_token', readM2MToken],
  ['session', readSession],
  ['token', readToken],
  ['user', readUser],
]);

/**
 * Reads the body of a successful answer, or each item of one that is a list. A kind of resource
 * that has no reader comes as it is, with its keys in camel case.
 *
 * @param body The parsed body.
 */
export function toResource(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(toResource);
  if (!isWireObject(body)) return body;
  const read = readers.get(body['object']) ?? camelize;
  return read(body);
}
