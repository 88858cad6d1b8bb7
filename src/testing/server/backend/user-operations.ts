import type { UserIdentifications, UserRecord } from '../../records/user-record.js';
import { removeUser } from '../../removal.js';
import { deletedJson } from '../../wire/deleted-json.js';
import { userJson } from '../../wire/user-json.js';
import { apiErrors, invalidProblem } from '../api-errors.js';
import type { Problem } from '../api-errors.js';
import { json } from '../reply.js';
import { withBody } from '../with-body.js';
import type { Given } from '../with-body.js';
import { withUser } from './existing.js';
import { takenIdentifiers } from './identifications.js';
import { givenPassword, passwordProblems } from './passwords.js';
import { attributesOf, userChangeFields } from './user-fields.js';

/** `GET /v1/users/{user_id}` */
export const getUser = withUser(({ instance }, user) => json(200, userJson(user, instance.now())));

/** `PATCH /v1/users/{user_id}` */
export const updateUser = withUser(({ instance, body }, user) =>
  withBody(body, userChangeFields, (given) => {
    const { directory, sessions } = instance.store;
    const problems = [
      ...passwordProblems(given),
      ...takenIdentifiers(directory, given, user.id),
      ...primaryProblems(user, given),
    ];
    if (problems.length > 0) return apiErrors(422, problems);
    const now = instance.now();
    const password = givenPassword(given, now);
    if (password && given.sign_out_of_other_sessions) sessions.revokeAll(user.id, now);
    const kept = directory.users.put({
      ...user,
      ...attributesOf(given),
      ...primariesOf(user, given),
      ...(password && { password }),
      updatedAt: now,
    });
    return json(200, userJson(kept, now));
  }),
);

/** `DELETE /v1/users/{user_id}`: with the user go sessions, memberships and tokens. */
export const deleteUser = withUser(({ instance }, user) => {
  removeUser(instance.store, user);
  return json(200, deletedJson('user', user));
});

type Changes = Given<typeof userChangeFields>;

const PRIMARIES = [
  ['primary_email_address_id', 'emailAddresses'],
  ['primary_phone_number_id', 'phoneNumbers'],
  ['primary_web3_wallet_id', 'web3Wallets'],
] as const;

function primaryProblems(user: UserRecord, given: Changes): Problem[] {
  return PRIMARIES.filter(([name, list]) => {
    const wanted = given[name];
    return wanted && !user[list].some(({ id, isReserved }) => id === wanted && !isReserved);
  }).map(([name]) => invalidProblem(name, "must be the id of one of the user's, and verified"));
}

function primariesOf(user: UserRecord, given: Changes): Partial<UserIdentifications> {
  return {
    primaryEmailAddressId: given.primary_email_address_id || user.primaryEmailAddressId,
    primaryPhoneNumberId: given.primary_phone_number_id || user.primaryPhoneNumberId,
    primaryWeb3WalletId: given.primary_web3_wallet_id || user.primaryWeb3WalletId,
  };
}
