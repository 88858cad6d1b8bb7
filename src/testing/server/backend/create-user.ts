import { randomId } from '../../ids.js';
import { DEFAULT_ATTRIBUTES } from '../../records/user-record.js';
import type { UserRecord } from '../../records/user-record.js';
import { userJson } from '../../wire/user-json.js';
import { apiErrors, invalidProblem, quotaExceeded } from '../api-errors.js';
import type { Problem } from '../api-errors.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withBody } from '../with-body.js';
import type { Given } from '../with-body.js';
import { identifications, takenIdentifiers } from './identifications.js';
import { givenPassword, passwordProblems } from './passwords.js';
import { attributesOf, newUserFields } from './user-fields.js';
import { LOCK_IN_MS } from './user-access.js';

type NewUser = Given<typeof newUserFields>;

/** `POST /v1/users` */
export function createUser({ instance, body }: Call): Reply {
  const { directory } = instance.store;
  return withBody(body, newUserFields, (given) => {
    const problems = [
      ...requirementProblems(given),
      ...statusProblems(given),
      ...passwordProblems(given),
      ...takenIdentifiers(directory, given),
    ];
    if (problems.length > 0) return apiErrors(422, problems);
    if (directory.users.isFull) return quotaExceeded('user');
    const now = instance.now();
    const isFree = (name: string) => !directory.users.find((user) => user.name === name);
    return json(200, userJson(directory.users.put(newUser(given, now, isFree)), now));
  });
}

function newUser(given: NewUser, now: number, isFree: (name: string) => boolean): UserRecord {
  const id = randomId('user');
  const names = [given.username, given.email_address?.[0]];
  return {
    ...DEFAULT_ATTRIBUTES,
    createdAt: now,
    ...attributesOf(given),
    id,
    name: names.find((name) => name && isFree(name)) ?? id,
    sessionId: randomId('sess'),
    ...identificationsOf(given, now),
    publicMetadata: given.public_metadata ?? {},
    privateMetadata: given.private_metadata ?? {},
    unsafeMetadata: given.unsafe_metadata ?? {},
    password: givenPassword(given, now) ?? null,
    isBanned: given.banned ?? false,
    lockedUntil: given.locked ? now + LOCK_IN_MS : null,
    lastSignInAt: null,
    lastActiveAt: null,
    updatedAt: now,
  };
}

function identificationsOf(given: NewUser, now: number) {
  const { email_address_identification_status: emailStatus } = given;
  const { phone_number_identification_status: phoneStatus } = given;
  const emailAddresses = identifications(given.email_address, emailStatus, now);
  const phoneNumbers = identifications(given.phone_number, phoneStatus, now);
  const web3Wallets = identifications(given.web3_wallet, undefined, now);
  return {
    emailAddresses,
    phoneNumbers,
    web3Wallets,
    primaryEmailAddressId: emailAddresses[0]?.id ?? null,
    primaryPhoneNumberId: phoneNumbers[0]?.id ?? null,
    primaryWeb3WalletId: web3Wallets[0]?.id ?? null,
  };
}

// As with Clerk's defaults, except that any of the identifiers will do.
function requirementProblems(given: NewUser): Problem[] {
  const lists = [given.email_address, given.phone_number, given.web3_wallet];
  const isKnown = given.username || lists.some((list) => list && list.length > 0);
  if (isKnown || given.skip_user_requirement) return [];
  return [
    {
      code: 'form_data_missing',
      message: 'missing data',
      longMessage: '["email_address"] data doesn\'t match user requirements set for this instance',
      meta: { param_names: ['email_address'] },
    },
  ];
}

function statusProblems(given: NewUser): Problem[] {
  return (['email_address', 'phone_number'] as const)
    .map((name) => ({ name, statuses: given[`${name}_identification_status`] ?? [] }))
    .filter(({ name, statuses }) => statuses.length > 0 && !areStatuses(statuses, given[name]))
    .map(({ name }) =>
      invalidProblem(
        `${name}_identification_status`,
        `must have "verified" or "reserved" for every ${name}`,
      ),
    );
}

function areStatuses(statuses: readonly string[], values: readonly string[] | null | undefined) {
  const known = statuses.every((status) => status === 'verified' || status === 'reserved');
  return known && statuses.length === (values?.length ?? 0);
}
