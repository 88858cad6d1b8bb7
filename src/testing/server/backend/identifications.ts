import { randomId } from '../../ids.js';
import type { IdentificationRecord, UserRecord } from '../../records/user-record.js';
import type { Directory } from '../../directory.js';
import { takenProblem } from '../api-errors.js';
import type { Problem } from '../api-errors.js';

/** What is to be one user's alone, by the wire's name of each. */
export interface Claimed {
  readonly email_address?: readonly string[] | null;
  readonly phone_number?: readonly string[] | null;
  readonly web3_wallet?: readonly string[] | null;
  readonly username?: string | null;
  readonly external_id?: string | null;
}

/** Makes records of addresses or numbers, verified unless their status is `reserved`. */
export function identifications(
  values: readonly string[] | null | undefined,
  statuses: readonly string[] | null | undefined,
  createdAt: number,
): IdentificationRecord[] {
  return (values ?? []).map((value, index) => ({
    id: randomId('idn'),
    value,
    isReserved: statuses?.[index] === 'reserved',
    createdAt,
  }));
}

/**
 * Which of the things claimed are another's already.
 *
 * @param own The id of the user who claims them; undefined for one who is not there yet.
 */
export function takenIdentifiers(directory: Directory, claimed: Claimed, own?: string): Problem[] {
  const others = directory.users.list().filter(({ id }) => id !== own);
  return KINDS.filter(({ name, of }) => {
    const wanted = [claimed[name] ?? []].flat().filter((value) => value !== '');
    const repeated = new Set(wanted.map(folded)).size < wanted.length;
    return repeated || (wanted.length > 0 && others.some((user) => overlap(of(user), wanted)));
  }).map(({ name }) => takenProblem(name));
}

const KINDS: readonly {
  readonly name: keyof Claimed;
  readonly of: (user: UserRecord) => readonly (string | null)[];
}[] = [
  { name: 'email_address', of: ({ emailAddresses }) => valuesOf(emailAddresses) },
  { name: 'phone_number', of: ({ phoneNumbers }) => valuesOf(phoneNumbers) },
  { name: 'web3_wallet', of: ({ web3Wallets }) => valuesOf(web3Wallets) },
  { name: 'username', of: ({ username }) => [username] },
  { name: 'external_id', of: ({ externalId }) => [externalId] },
];

/** The addresses or numbers in records. */
export function valuesOf(records: readonly IdentificationRecord[]): string[] {
  return records.map(({ value }) => value);
}

function overlap(had: readonly (string | null)[], wanted: readonly string[]): boolean {
  const theirs = new Set(had.map((value) => folded(value ?? '')));
  return wanted.some((value) => theirs.has(folded(value)));
}

// Nobody's address differs from another's by its case alone.
function folded(value: string): string {
  return value.toLowerCase();
}
