import { createHash } from 'node:crypto';
import { PUBLIC_KEY_PEM } from './cheap-key.js';

/** Where the made-up instance's Frontend API would be. */
export const FRONTEND_API = 'clerk.bench.example';

/** A production instance: a development one takes other ways and sends browsers to Clerk more often. */
export const PUBLISHABLE_KEY = `pk_live_${Buffer.from(`${FRONTEND_API}$`).toString('base64')}`;

/** What the names of the instance's cookies end in, as Clerk's frontends compute it. */
export const COOKIE_SUFFIX = createHash('sha1')
  .update(PUBLISHABLE_KEY)
  .digest('base64url')
  .slice(0, 8);

/**
 * The environment of each application: the public key is given, so that nobody fetches keys, and
 * the Backend API is where nobody listens, so that nothing leaves this machine unnoticed.
 */
export const ENVIRONMENT: Readonly<Record<string, string>> = {
  NODE_ENV: 'production',
  CLERK_TELEMETRY_DISABLED: '1',
  CLERK_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
  CLERK_SECRET_KEY: 'sk_live_bench',
  CLERK_JWT_KEY: PUBLIC_KEY_PEM,
  CLERK_API_URL: 'http://127.0.0.1:9',
};
