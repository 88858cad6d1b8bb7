import { copyJson } from '../copy-json.js';
import type { DecodedToken } from '../facts/decoded-token.js';
import type { JwtPayload } from './jwt-payload.js';

/** The claims of a verified session token, under the vendor's type: a copy, see {@link copyJson}. */
export function sessionClaimsOf({ claims }: DecodedToken): JwtPayload {
  // Verified, but not every claim that the vendor's type promises is required of a token; the
  // readers of claims check each one again.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return copyJson(claims) as unknown as JwtPayload;
}
