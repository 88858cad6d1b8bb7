import { LocalInstance, type LocalClerk } from 'clerk-nestjs/testing';
import { bearer } from '../support/callers.js';

/** Who makes an attempt: only ada, who is an admin, may open the vault. */
export type Caller = 'ada' | Intruder;

/**
 * Who must not get in: nobody; grace, who is signed in and no admin; and a stranger, who is ada of
 * another Clerk instance.
 */
export const INTRUDERS = ['nobody', 'grace', 'stranger'] as const;

/** One of the {@link INTRUDERS}. */
export type Intruder = (typeof INTRUDERS)[number];

const elsewhere = new LocalInstance({ number: 99 });

/** The header lines that a caller sends, with a fresh token. */
export function credentialsOf(caller: Caller, clerk: LocalClerk): readonly string[] {
  const said = `X-Caller: ${caller === 'ada' ? clerk.users.ada.id : caller}`;
  if (caller === 'nobody') return [said];
  return [said, authorization(tokenOf(caller, clerk))];
}

/** The header line that a token is sent in. */
export function authorization(token: string): string {
  return `Authorization: ${bearer(token).authorization}`;
}

function tokenOf(caller: Exclude<Caller, 'nobody'>, clerk: LocalClerk): string {
  return caller === 'stranger' ? elsewhere.mintSessionToken('ada') : clerk.mintSessionToken(caller);
}
