import { createHash, timingSafeEqual } from 'node:crypto';
import { apiError } from './api-errors.js';
import type { Reply } from './reply.js';

/** The 401 for a call whose `Authorization` isn't the secret key; undefined when it is. */
export function refuseWithoutSecretKey(
  authorization: string | undefined,
  secretKey: string,
): Reply | undefined {
  if (authorization === undefined) {
    return apiError(
      { status: 401, code: 'authentication_invalid' },
      'No secret key',
      'A Backend API call needs the header `Authorization: Bearer <secret key>`.',
    );
  }
  if (isBearer(authorization, secretKey)) return undefined;
  return apiError(
    { status: 401, code: 'clerk_key_invalid' },
    'Wrong secret key',
    'The secret key is not the one of this local Clerk instance, which has a new one at each start unless you set it: restart your application with the new one (CLERK_SECRET_KEY, or CLERK_MACHINE_SECRET_KEY for M2M tokens).',
  );
}

/** Whether a call shows this very key. */
export function isBearer(authorization: string | undefined, key: string): boolean {
  return authorization !== undefined && isEqual(authorization, `Bearer ${key}`);
}

// Hashed first, because timingSafeEqual wants equal lengths and the length must not leak either.
function isEqual(a: string, b: string): boolean {
  return timingSafeEqual(sha256(a), sha256(b));
}

function sha256(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
