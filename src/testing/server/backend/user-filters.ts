import type { Directory } from '../../directory.js';
import { primaryEmailAddress } from '../../records/user-record.js';
import type { UserRecord } from '../../records/user-record.js';
import { around, containing, equal, having } from '../filters.js';
import type { Filter } from '../filters.js';
import type { ListRules } from '../list-query.js';
import { valuesOf } from './identifications.js';

/** What lists of users, and of members by their users, can be ordered by. */
export const userColumns: ListRules<UserRecord>['columns'] = {
  created_at: ({ createdAt }) => createdAt,
  email_address: (user) => primaryEmailAddress(user)?.value,
  first_name: ({ firstName }) => firstName,
  last_name: ({ lastName }) => lastName,
  phone_number: ({ phoneNumbers }) => phoneNumbers[0]?.value,
  username: ({ username }) => username,
};

/** The filters that lists of users and of members share. */
export function personFilters(query: URLSearchParams): Filter<UserRecord>[] {
  return [
    having(query, 'user_id', ({ id }) => [id]),
    equal(query, 'email_address', emails),
    equal(query, 'phone_number', phones),
    equal(query, 'username', ({ username }) => [username]),
    equal(query, 'web3_wallet', wallets),
    containing(query, 'query', searched),
    containing(query, 'email_address_query', emails),
    containing(query, 'phone_number_query', phones),
    containing(query, 'username_query', ({ username }) => [username]),
    containing(query, 'name_query', names),
    around(query, 'last_active_at', ({ lastActiveAt }) => lastActiveAt),
    around(query, 'created_at', ({ createdAt }) => createdAt),
  ];
}

/** The filters of `GET /v1/users` and of its count. */
export function userFilters(query: URLSearchParams, directory: Directory): Filter<UserRecord>[] {
  const organizationsOf = ({ id }: UserRecord) =>
    directory.membershipsOf(id).map(({ organizationId }) => organizationId);
  return [
    ...personFilters(query),
    having(query, 'external_id', ({ externalId }) => [externalId]),
    ...(query.has('organization_id') ? [having(query, 'organization_id', organizationsOf)] : []),
    around(query, 'last_sign_in_at', ({ lastSignInAt }) => lastSignInAt),
    since(query),
    banned(query),
    provider(query),
  ];
}

function since(query: URLSearchParams): Filter<UserRecord> {
  const from = query.get('last_active_at_since');
  return ({ lastActiveAt }) => !from || (lastActiveAt ?? 0) >= Number(from);
}

function banned(query: URLSearchParams): Filter<UserRecord> {
  const wanted = query.get('banned');
  return ({ isBanned }) => !wanted || wanted === String(isBanned);
}

// Nobody here has an account elsewhere.
function provider(query: URLSearchParams): Filter<UserRecord> {
  return () => !query.has('provider');
}

const emails = ({ emailAddresses }: UserRecord) => valuesOf(emailAddresses);
const phones = ({ phoneNumbers }: UserRecord) => valuesOf(phoneNumbers);
const wallets = ({ web3Wallets }: UserRecord) => valuesOf(web3Wallets);

function names({ firstName, lastName }: UserRecord): (string | null)[] {
  return [firstName, lastName, `${firstName ?? ''} ${lastName ?? ''}`.trim()];
}

function searched(user: UserRecord): (string | null)[] {
  return [
    user.id,
    user.username,
    ...names(user),
    ...emails(user),
    ...phones(user),
    ...wallets(user),
  ];
}
