import { copyJson } from '../copy-json.js';
import type { DecodedToken, JsonObject } from '../facts/decoded-token.js';
import type { JwtPayload } from './jwt-payload.js';

/** By the claims of remembered tokens, which are frozen: the same, not frozen, which copies much faster. */
const templates = new WeakMap<JsonObject, JsonObject>();

/** The claims of a verified session token, under the vendor's type: a copy, see {@link copyJson}. */
export function sessionClaimsOf({ claims }: DecodedToken): JwtPayload {
  // Verified, but not every claim that the vendor's type promises is required of a token; the
  // readers of claims check each one again.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return copyJson(templateOf(claims)) as unknown as JwtPayload;
}

function templateOf(claims: JsonObject): JsonObject {
  if (!Object.isFrozen(claims)) return claims;
  const known = templates.get(claims);
  if (known) return known;
  const template = copyJson(claims);
  templates.set(claims, template);
  return template;
}
