import { randomBase62, randomId } from '../../ids.js';
import { signInTokenJson } from '../../wire/sign-in-token-json.js';
import { apiError, notFound } from '../api-errors.js';
import { integer, required, word } from '../field.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withBody } from '../with-body.js';

// As at Clerk: 30 days.
const LIFETIME_IN_SECONDS = 2_592_000;
const TOKEN_LENGTH = 64;

const fields = { user_id: required(word), org_id: word, expires_in_seconds: integer(1) };

/** `POST /v1/sign_in_tokens`: its `url` signs the browser in that opens it. */
export function createSignInToken({ instance, origin, body }: Call): Reply {
  return withBody(body, fields, (given) => {
    const { users, signInTokens } = instance.store.directory;
    if (!users.get(given.user_id)) return notFound('User', given.user_id);
    const now = instance.now();
    const token = randomBase62(TOKEN_LENGTH);
    const record = signInTokens.put({
      id: randomId('sit'),
      userId: given.user_id,
      token,
      status: 'pending',
      url: `${origin}/sign-in?__clerk_ticket=${token}`,
      expiresAt: now + (given.expires_in_seconds ?? LIFETIME_IN_SECONDS) * 1000,
      createdAt: now,
      updatedAt: now,
    });
    return json(200, signInTokenJson(record));
  });
}

/** `POST /v1/sign_in_tokens/{sign_in_token_id}/revoke`: only one that was not used yet. */
export function revokeSignInToken({ instance, params }: Call<'sign_in_token_id'>): Reply {
  const { signInTokens } = instance.store.directory;
  const token = signInTokens.get(params.sign_in_token_id);
  if (!token) return notFound('Sign-in token', params.sign_in_token_id);
  if (token.status !== 'pending') {
    return apiError(
      { status: 400, code: `sign_in_token_already_${token.status}` },
      'Sign-in token cannot be revoked',
      `The sign-in token ${token.id} was ${token.status} before.`,
    );
  }
  const revoked = signInTokens.put({ ...token, status: 'revoked', updatedAt: instance.now() });
  return json(200, signInTokenJson(revoked));
}
