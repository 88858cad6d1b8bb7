import type { UserRecord } from '../../records/user-record.js';
import { userJson } from '../../wire/user-json.js';
import { apiError, invalidParameter } from '../api-errors.js';
import { required, texts } from '../field.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withBody } from '../with-body.js';
import { withUser } from './existing.js';

// Clerk's default.
const LOCK_IN_HOURS = 1;

/** How long a lock lasts, in milliseconds. */
export const LOCK_IN_MS = LOCK_IN_HOURS * 3_600_000;

const MAX_USERS_AT_ONCE = 50;

/** `POST /v1/users/{user_id}/ban`: ends all of the user's sessions as well. */
export const banUser = withUser((call, user) => changed(call, ban(call, user)));

/** `POST /v1/users/{user_id}/unban` */
export const unbanUser = withUser((call, user) => changed(call, unban(call, user)));

/** `POST /v1/users/ban` */
export function banUsers(call: Call): Reply {
  return forAll(call, ban);
}

/** `POST /v1/users/unban` */
export function unbanUsers(call: Call): Reply {
  return forAll(call, unban);
}

/** `POST /v1/users/{user_id}/lock`: nobody can sign in as the user for an hour. Sessions go on. */
export const lockUser = withUser((call, user) =>
  changed(call, { ...user, lockedUntil: call.instance.now() + LOCK_IN_MS }),
);

/** `POST /v1/users/{user_id}/unlock` */
export const unlockUser = withUser((call, user) => changed(call, { ...user, lockedUntil: null }));

function ban({ instance }: Call, user: UserRecord): UserRecord {
  instance.store.sessions.revokeAll(user.id, instance.now());
  return { ...user, isBanned: true };
}

// Sessions that were ended stay so; but the one of minted tokens may begin again, as it has one id.
function unban({ instance }: Call, user: UserRecord): UserRecord {
  if (user.isBanned) instance.store.sessions.forgetFixed(user);
  return { ...user, isBanned: false };
}

function changed({ instance }: Call, user: UserRecord): Reply {
  const now = instance.now();
  const kept = instance.store.directory.users.put({ ...user, updatedAt: now });
  return json(200, userJson(kept, now));
}

function forAll(call: Call, change: (call: Call, user: UserRecord) => UserRecord): Reply {
  return withBody(call.body, { user_ids: required(texts) }, ({ user_ids: ids }) => {
    if (ids.length === 0 || ids.length > MAX_USERS_AT_ONCE) {
      return invalidParameter('user_ids', `must have 1 to ${MAX_USERS_AT_ONCE} ids`, 400);
    }
    const { instance } = call;
    const { users } = instance.store.directory;
    const meant = [...new Set(ids)];
    const found = meant.map((id) => users.get(id)).filter((user) => user !== undefined);
    if (found.length < meant.length) {
      return apiError(
        { status: 400, code: 'resource_not_found' },
        'Some of the users are not there.',
      );
    }
    const now = instance.now();
    const kept = found.map((user) => users.put({ ...change(call, user), updatedAt: now }));
    return json(
      200,
      kept.map((user) => userJson(user, now)),
    );
  });
}
