import { snakeKey } from './casing.js';
import { isWireObject } from './shape.js';

/**
 * The parameters of a SAML connection with the names of its attribute mapping as the wire has them.
 * In other places a mapping's keys are an application's own and pass as they are; here they are
 * fields of Clerk's users: `emailAddress` is `email_address`.
 *
 * @param params The parameters; they are not changed.
 */
export function withWireMapping<Params extends object>(params: Params): Params {
  const { attributeMapping } = { attributeMapping: undefined, ...params };
  if (!isWireObject(attributeMapping)) return params;
  const entries = Object.entries(attributeMapping).map(([name, from]) => [snakeKey(name), from]);
  return { ...params, attributeMapping: Object.fromEntries(entries) };
}
