import { expect } from '@jest/globals';
import { createClerkClient as createVendorClient } from '@clerk/backend';
import {
  type AuthenticateRequestOptions,
  authenticateRequest,
  createClerkClient,
  type TokenType,
} from 'clerk-nestjs';

process.env.CLERK_TELEMETRY_DISABLED = '1';

/** Options that the vendor's function takes as well. */
export type SharedOptions = Omit<AuthenticateRequestOptions, 'acceptsToken' | 'apiClient'> & {
  acceptsToken?: TokenType | TokenType[] | 'any';
};

/** What both have in a state. */
interface State {
  readonly status: string;
  readonly reason: string | null;
  readonly tokenType: string | null;
  readonly token: string | null;
  readonly isSignedIn: boolean;
  readonly isAuthenticated: boolean;
  readonly headers: Headers;
  readonly toAuth: () => object | null;
}

/** A state as plain data, but for what is worded differently: messages. */
export type PlainState = Readonly<Record<string, unknown>> & {
  readonly headers: readonly (readonly [string, string])[];
  readonly auth: unknown;
};

/**
 * The state on which `authenticateRequest()`, our client's method and the vendor's agree, field by
 * field, each asked with the same request and options.
 */
export async function agreed(request: Request, options: SharedOptions): Promise<PlainState> {
  const ours = plain(await authenticateRequest(request, options));
  const byClient = plain(await createClerkClient(options).authenticateRequest(request, options));
  const vendors = plain(await byVendor(request, options));
  expect(byClient).toEqual(ours);
  expect(ours).toEqual(vendors);
  return ours;
}

/** What the vendor's client makes of a request. */
export function byVendor(request: Request, options: SharedOptions) {
  const vendor = createVendorClient({ ...options, telemetry: { disabled: true } });
  return vendor.authenticateRequest(request, options);
}

function plain(state: State): PlainState {
  const { headers, toAuth, ...fields } = state;
  const shown = [...headers].filter(([name]) => name !== 'x-clerk-auth-message');
  // Functions drop out, as they do for whoever sends an auth object over a wire.
  const auth: unknown = JSON.parse(JSON.stringify(toAuth()));
  return { ...fields, message: undefined, headers: shown, auth };
}
