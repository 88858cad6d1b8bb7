import { signedInAuthObject, type SignedInAuthObject } from '@clerk/backend/internal';
import { signed } from './signed.js';

process.env['CLERK_TELEMETRY_DISABLED'] = '1';

/** The vendor's auth object of the same claims; `made` is undefined where the vendor throws. */
export function vendorAuthOf(claims: object): { made: SignedInAuthObject | undefined } {
  try {
    return { made: signedInAuthObject({}, 'token', signed(claims)) };
  } catch {
    return { made: undefined };
  }
}
