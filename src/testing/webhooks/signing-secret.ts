import { createHash } from 'node:crypto';

const SECRET_LENGTH_IN_BYTES = 24;

/** `whsec_…`: follows from the instance's secret key, so that a fixed one keeps it across restarts. */
export function signingSecretOf({ secretKey }: { readonly secretKey: string }): string {
  const digest = createHash('sha256').update(`webhooks ${secretKey}`).digest();
  return `whsec_${digest.subarray(0, SECRET_LENGTH_IN_BYTES).toString('base64')}`;
}
