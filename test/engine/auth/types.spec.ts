import { expect, test } from '@jest/globals';
import type { AuthObject as VendorAuthObject } from '@clerk/backend';
import type {
  SignedInAuthObject as VendorSignedIn,
  SignedOutAuthObject as VendorSignedOut,
  reverificationError as vendorReverificationError,
} from '@clerk/backend/internal';
import type {
  ActClaim,
  AuthObject,
  CheckAuthorizationFromSessionClaims,
  CheckAuthorizationParams,
  GetToken,
  JwtPayload,
  ReverificationConfig,
  ReverificationError,
  SessionStatusClaim,
  SignedInAuthObject,
  SignedOutAuthObject,
} from '../../../src/engine/auth/index.js';

declare global {
  interface CustomJwtSessionClaims {
    clerkNestjsTypeTest?: { plan: 'free' | 'paid' };
  }
}

/** `true` if a value of the first type can be used as the second; tuples stop distribution. */
type Fits<From, To> = [From] extends [To] ? true : false;
type BothWays<A, B> = [Fits<A, B>, Fits<B, A>];
type Same = [true, true];

type VendorReverification = NonNullable<Parameters<typeof vendorReverificationError>[0]>;
type VendorQuestion = Parameters<VendorSignedIn['has']>[0];

// This file is checked by `tsc -p test/tsconfig.json`: a wrong `true` does not compile.
const sameAsTheVendors: {
  signedIn: BothWays<SignedInAuthObject, VendorSignedIn>;
  signedOut: BothWays<SignedOutAuthObject, VendorSignedOut>;
  claims: BothWays<JwtPayload, VendorSignedIn['sessionClaims']>;
  actor: BothWays<ActClaim | undefined, VendorSignedIn['actor']>;
  status: BothWays<SessionStatusClaim | null, VendorSignedIn['sessionStatus']>;
  getToken: BothWays<GetToken, VendorSignedIn['getToken']>;
  has: BothWays<CheckAuthorizationFromSessionClaims, VendorSignedIn['has']>;
  question: BothWays<CheckAuthorizationParams, VendorQuestion>;
  reverification: BothWays<ReverificationConfig, VendorReverification>;
} = {
  signedIn: [true, true],
  signedOut: [true, true],
  claims: [true, true],
  actor: [true, true],
  status: [true, true],
  getToken: [true, true],
  has: [true, true],
  question: [true, true],
  reverification: [true, true],
};

const oneWay: {
  /** The vendor's union also has the machine objects. */
  anyOfOursIsOneOfTheVendors: Fits<AuthObject, VendorAuthObject>;
  /** The vendor's `metadata` is optional; ours is always there. */
  ourErrorIsTheVendors: Fits<ReverificationError, ReturnType<typeof vendorReverificationError>>;
  /** What the vendor's `makeAuthObjectSerializable` and many users' helpers ask of an object. */
  aRecord: Fits<AuthObject, Record<string, unknown>>;
} = { anyOfOursIsOneOfTheVendors: true, ourErrorIsTheVendors: true, aRecord: true };

test('our types and the vendor’s stand in for each other', () => {
  const same: Same = [true, true];
  for (const ways of Object.values(sameAsTheVendors)) expect(ways).toEqual(same);
  for (const fits of Object.values(oneWay)) expect(fits).toBe(true);
});

/** Never called: it holds what must and must not compile. */
export function compiles(auth: SignedInAuthObject | SignedOutAuthObject): void {
  if (auth.isAuthenticated) {
    const userId: string = auth.userId;
    const plan: 'free' | 'paid' | undefined = auth.sessionClaims.clerkNestjsTypeTest?.plan;
    const custom: unknown = auth.sessionClaims['anything'];
    auth.has({ role: 'org:admin', reverification: 'strict' });
    auth.has({ permission: 'org:articles:manage' });
    auth.has({ feature: 'user:search' });
    auth.has({ reverification: { level: 'first_factor', afterMinutes: 5 } });
    // @ts-expect-error -- system permissions are not in session tokens
    auth.has({ permission: 'org:sys_profile:manage' });
    // @ts-expect-error -- one of the four at a time
    auth.has({ role: 'org:admin', permission: 'org:articles:manage' });
    // @ts-expect-error -- no such preset
    auth.has({ reverification: 'constructor' });
    // @ts-expect-error -- custom claims keep their types
    const wrong: number = auth.sessionClaims.clerkNestjsTypeTest;
    expect([userId, plan, custom, wrong]).toBeDefined();
  } else {
    const userId: null = auth.userId;
    expect(userId).toBeNull();
  }
}
