import type { LocalMachine } from '../../local-machine.js';
import { standingOf } from '../../machine-token.js';
import type { LocalM2mToken } from '../../machine-token.js';
import { m2mJwtJson } from '../../wire/m2m-jwt-json.js';
import { m2mTokenJson } from '../../wire/machine-token-json.js';
import { apiError, missingParameter, notFound } from '../api-errors.js';
import { integer, metadata, oneOf, text } from '../field.js';
import { matching } from '../filters.js';
import { withPage } from '../list-query.js';
import type { ListRules } from '../list-query.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withBody } from '../with-body.js';
import type { Given } from '../with-body.js';
import { lifetime } from './api-key-operations.js';

const newTokenFields = {
  token_format: oneOf(['opaque', 'jwt']),
  seconds_until_expiration: lifetime,
  claims: metadata,
  min_remaining_ttl_seconds: integer(0),
};

const rules: ListRules<LocalM2mToken> = {
  columns: { created_at: ({ createdAt }) => createdAt },
  maxLimit: 100,
  status: 400,
};

/** `POST /m2m_tokens`: of the machine that calls. */
export function createM2mToken(call: Call): Reply {
  const { instance, body, machine } = call;
  if (!machine) {
    return apiError(
      { status: 401, code: 'authentication_invalid' },
      'No machine secret key',
      'A machine creates its M2M tokens itself, with its own secret key.',
    );
  }
  return withBody(
    body,
    newTokenFields,
    (given) => {
      const kept = reusable(call, machine, given);
      if (kept) return json(201, kept);
      const { id, token } = instance.createM2mToken({
        subject: machine.id,
        claims: given.claims ?? undefined,
        secondsUntilExpiration: given.seconds_until_expiration ?? undefined,
        tokenFormat: given.token_format ?? 'opaque',
      });
      const record = instance.store.m2mTokens.get(id);
      const made = record
        ? m2mTokenJson(record, instance.now())
        : m2mJwtJson(instance.claimsOf(token) ?? {}, given.claims ?? null);
      return json(201, { ...made, token });
    },
    400,
  );
}

/** `GET /m2m_tokens`: those of a machine that count, unless others are asked for too. */
export function listM2mTokens({ instance, query, machine }: Call): Reply {
  const subject = query.get('subject');
  if (!subject) return missingParameter('subject', 400);
  if (machine && machine.id !== subject) {
    return apiError(
      { status: 403, code: 'not_authorized' },
      'Not authorized',
      'A machine may list its own tokens only.',
    );
  }
  const now = instance.now();
  const includes = (standing: string) => query.get(standing) === 'true';
  const found = matching(instance.store.m2mTokens.list().toReversed(), [
    (token) => token.subject === subject,
    (token) => includes('revoked') || !token.revoked,
    (token) => includes('expired') || standingOf({ ...token, revoked: false }, now) === 'valid',
  ]);
  return withPage(query, found, rules, ({ rows, total }) =>
    json(200, { m2m_tokens: rows.map((token) => m2mTokenJson(token, now)), total_count: total }),
  );
}

/** `POST /m2m_tokens/{m2m_token_id}/revoke`: by a machine only its own. */
export function revokeM2mToken({ instance, params, body, machine }: Call<'m2m_token_id'>): Reply {
  const { m2mTokens } = instance.store;
  const token = m2mTokens.get(params.m2m_token_id);
  if (!token || (machine && token.subject !== machine.id)) {
    return notFound('M2M token', params.m2m_token_id);
  }
  return withBody(
    body,
    { revocation_reason: text },
    ({ revocation_reason: reason }) => {
      const now = instance.now();
      const revocation = { revoked: true, revocationReason: reason ?? null, updatedAt: now };
      return json(200, m2mTokenJson(m2mTokens.replace({ ...token, ...revocation }), now));
    },
    400,
  );
}

// One that still lives long enough and says the same, if the call would rather have that.
function reusable(
  { instance }: Call,
  machine: LocalMachine,
  given: Given<typeof newTokenFields>,
): Record<string, unknown> | undefined {
  const { min_remaining_ttl_seconds: seconds, token_format: format } = given;
  if (seconds === null || seconds === undefined || format === 'jwt') return undefined;
  const { m2mTokens } = instance.store;
  const now = instance.now();
  const same = said(given.claims ?? null, machine.scopedMachines);
  const found = m2mTokens
    .list()
    .find(
      (token) =>
        token.subject === machine.id &&
        said(token.claims, token.scopes) === same &&
        standingOf(token, now + seconds * 1000) === 'valid',
    );
  return found && { ...m2mTokenJson(found, now), token: m2mTokens.tokenOf(found.id) };
}

function said(tokenClaims: unknown, scopes: readonly string[]): string {
  return JSON.stringify([tokenClaims, scopes.toSorted()]);
}
