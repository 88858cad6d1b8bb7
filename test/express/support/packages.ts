import * as vendor from '@clerk/express';
import * as ours from 'clerk-nestjs';

process.env['CLERK_TELEMETRY_DISABLED'] = '1';

/** The Express-style functions of either package. */
export type Functions = Pick<typeof ours, 'clerkMiddleware' | 'getAuth' | 'requireAuth'>;

/** Ours. */
export const OURS: Functions = ours;

// The vendor types its functions for Express, and they do no more than ours.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const VENDORS = vendor as unknown as Functions;
