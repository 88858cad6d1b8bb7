import { isPassword } from '../../records/stored-password.js';
import { userJson } from '../../wire/user-json.js';
import { apiError } from '../api-errors.js';
import { flag, required, token } from '../field.js';
import { json } from '../reply.js';
import { withBody } from '../with-body.js';
import { withUser } from './existing.js';

/** `POST /v1/users/{user_id}/verify_password` */
export const verifyPassword = withUser(({ body }, user) =>
  withBody(body, { password: required(token) }, ({ password }) => {
    if (!user.password) {
      return apiError(
        { status: 400, code: 'no_password_set' },
        'No password set',
        `The user ${user.id} has no password.`,
      );
    }
    const verdict = isPassword(user.password, password);
    if (verdict === true) return json(200, { verified: true });
    if (verdict === false) {
      return apiError(
        { status: 422, code: 'incorrect_password', meta: { param_name: 'password' } },
        'Incorrect password',
        'The password given is not the user’s. Try again.',
      );
    }
    return apiError(
      { status: 501, code: 'not_implemented' },
      "The local Clerk instance can't check a password that it was given as a digest.",
    );
  }),
);

/** `POST /v1/users/{user_id}/remove_password` */
export const removePassword = withUser(({ instance, body }, user) =>
  withBody(body, { sign_out_of_other_sessions: flag }, (given) => {
    const now = instance.now();
    const { directory, sessions } = instance.store;
    if (given.sign_out_of_other_sessions) sessions.revokeAll(user.id, now);
    const changes = user.password ? { password: null, updatedAt: now } : {};
    return json(200, userJson(directory.users.put({ ...user, ...changes }), now));
  }),
);
