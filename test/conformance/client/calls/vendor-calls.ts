import type { AnyCallTable, CallTable } from './call-table.js';
import { CONNECTIONS } from './connections.js';
import { INSTANCE } from './instance.js';
import { INVITATIONS } from './invitations.js';
import { MACHINES } from './machines.js';
import { ORGANIZATIONS } from './organizations.js';
import { PEOPLE } from './people.js';
import { ROLES } from './roles.js';
import { SIGN_IN } from './sign-in.js';
import type { VendorApis } from './vendor-client.js';

/** Calls of every method that the vendor's types know; a method without a row doesn't compile. */
const ALL: CallTable<keyof VendorApis> = {
  ...PEOPLE,
  ...SIGN_IN,
  ...INVITATIONS,
  ...ORGANIZATIONS,
  ...ROLES,
  ...MACHINES,
  ...CONNECTIONS,
  ...INSTANCE,
};

/** The same, to be looked into by names that are found at run time. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the arguments' types are given up
export const VENDOR_CALLS = ALL as unknown as AnyCallTable;
