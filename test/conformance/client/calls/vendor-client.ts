import { type ClerkClient, createClerkClient } from '@clerk/backend';

/** The vendor's client, as far as it consists of APIs. */
export type VendorApis = Omit<
  ClerkClient,
  'telemetry' | 'authenticateRequest' | 'debugRequestState'
>;

/** The name of an API, and of a method of it. */
export interface MethodName {
  readonly api: string;
  readonly method: string;
}

/** What every API of the vendor has for itself. */
const OWN_BUSINESS: ReadonlySet<string> = new Set(['constructor', 'request', 'requireId']);

/** Where and as whom a client asks. */
export interface Connecting {
  readonly apiUrl: string;
  readonly secretKey: string;
  readonly machineSecretKey?: string;
  readonly jwtKey?: string;
}

/** The vendor's client, which sends no telemetry. */
export function vendorClient(connecting: Connecting): object {
  return createClerkClient({ ...connecting, telemetry: { disabled: true } });
}

/** Every method that the vendor's client has, as it is installed: read off the client itself. */
export function vendorMethods(): readonly MethodName[] {
  const client = vendorClient({ apiUrl: 'http://127.0.0.1', secretKey: 'sk_test_enumerated' });
  return Object.entries(client)
    .filter(([api, value]) => isObject(value) && api !== 'telemetry')
    .flatMap(([api, value]) => methodsOf(value).map((method) => ({ api, method })));
}

function methodsOf(value: object): string[] {
  const prototype: object = Object.getPrototypeOf(value);
  return Object.getOwnPropertyNames(prototype).filter((name) => !OWN_BUSINESS.has(name));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
