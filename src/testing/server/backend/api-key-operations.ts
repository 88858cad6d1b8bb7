import { UnknownLocalSubjectError } from '../../errors.js';
import type { LocalApiKey } from '../../machine-token.js';
import { standingOf } from '../../machine-token.js';
import { apiKeyJson } from '../../wire/machine-token-json.js';
import { invalidParameter, missingParameter, notFound } from '../api-errors.js';
import {
  matching as matchingText,
  metadata,
  oneOf,
  required,
  text,
  texts,
  word,
} from '../field.js';
import type { Field } from '../field.js';
import { containing, matching } from '../filters.js';
import { pageJson, withPage } from '../list-query.js';
import type { ListRules } from '../list-query.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withBody } from '../with-body.js';

const description = matchingText(/^.{0,255}$/s, 'must have at most 255 characters');

/** How long a token is to live, in seconds, parts of one included. */
export const lifetime: Field<number, false> = {
  isRequired: false,
  rule: 'must be a number from 0 on',
  parse: (value) =>
    typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined,
};

const newKeyFields = {
  type: oneOf(['api_key']),
  name: required(matchingText(/^.{3,}$/s, 'must have 3 characters or more')),
  description,
  subject: required(word),
  claims: metadata,
  scopes: texts,
  created_by: word,
  seconds_until_expiration: lifetime,
};

const keyChangeFields = {
  claims: metadata,
  scopes: texts,
  description,
  subject: word,
  seconds_until_expiration: lifetime,
};

const rules: ListRules<LocalApiKey> = {
  columns: { created_at: ({ createdAt }) => createdAt },
  maxLimit: 100,
  status: 400,
};

/** `POST /api_keys`: the answer has the secret. */
export function createApiKey({ instance, body }: Call): Reply {
  return withBody(
    body,
    newKeyFields,
    (given) => {
      const { store } = instance;
      if (!isSubject(store, given.subject)) return unknownSubject();
      const { id, token } = instance.createApiKey({
        subject: given.subject,
        name: given.name,
        description: given.description ?? undefined,
        scopes: given.scopes ?? undefined,
        claims: given.claims ?? undefined,
        createdBy: given.created_by ?? undefined,
        secondsUntilExpiration: given.seconds_until_expiration ?? undefined,
      });
      const key = store.apiKeys.get(id);
      if (!key) throw new UnknownLocalSubjectError(given.subject, []);
      return json(200, { ...apiKeyJson(key, instance.now()), secret: token });
    },
    400,
  );
}

/** `GET /api_keys`: those of a user or an organization, without the invalid ones unless asked for. */
export function listApiKeys({ instance, query }: Call): Reply {
  const subject = query.get('subject');
  if (!subject) return missingParameter('subject', 400);
  const now = instance.now();
  const withInvalid = query.get('include_invalid') === 'true';
  const found = matching(instance.store.apiKeys.list().toReversed(), [
    (key) => key.subject === subject,
    (key) => withInvalid || standingOf(key, now) === 'valid',
    containing(query, 'query', ({ id, name, description: about }) => [id, name, about]),
  ]);
  return withPage(query, found, rules, (page) => pageJson(page, (key) => apiKeyJson(key, now)));
}

/** `GET /api_keys/{apiKeyID}` */
export const getApiKey = withApiKey((call, key) => shown(call, key));

/** `PATCH /api_keys/{apiKeyID}`: a lifetime counts from now on, and `null` ends it. */
export const updateApiKey = withApiKey((call, key) =>
  withBody(
    call.body,
    keyChangeFields,
    (given) => {
      const { store } = call.instance;
      if (given.subject && !isSubject(store, given.subject)) return unknownSubject();
      const now = call.instance.now();
      const { seconds_until_expiration: seconds } = given;
      const kept = store.apiKeys.replace({
        ...key,
        subject: given.subject ?? key.subject,
        scopes: given.scopes ?? key.scopes,
        claims: given.claims === undefined ? key.claims : given.claims,
        description: given.description === undefined ? key.description : given.description,
        expiration: seconds === undefined ? key.expiration : seconds && now + seconds * 1000,
        updatedAt: now,
      });
      return shown(call, kept);
    },
    400,
  ),
);

/** `DELETE /api_keys/{apiKeyID}` */
export const deleteApiKey = withApiKey(({ instance }, { id }) => {
  instance.store.apiKeys.delete(id);
  return json(200, { id, object: 'api_key', deleted: true });
});

/** `GET /api_keys/{apiKeyID}/secret` */
export const getApiKeySecret = withApiKey(({ instance }, { id }) =>
  json(200, { secret: instance.store.apiKeys.tokenOf(id) }),
);

/** `POST /api_keys/{apiKeyID}/revoke` */
export const revokeApiKey = withApiKey((call, key) =>
  withBody(
    call.body,
    { revocation_reason: text },
    ({ revocation_reason: reason }) => {
      const { instance } = call;
      const revocation = { revoked: true, revocationReason: reason ?? null };
      const revoked = { ...key, ...revocation, updatedAt: instance.now() };
      return shown(call, instance.store.apiKeys.replace(revoked));
    },
    400,
  ),
);

function withApiKey(
  use: (call: Call<'apiKeyID'>, key: LocalApiKey) => Reply,
): (call: Call<'apiKeyID'>) => Reply {
  return (call) => {
    const key = call.instance.store.apiKeys.get(call.params.apiKeyID);
    return key ? use(call, key) : notFound('API key', call.params.apiKeyID);
  };
}

function shown({ instance }: Call, key: LocalApiKey): Reply {
  return json(200, apiKeyJson(key, instance.now()));
}

function isSubject({ directory }: Call['instance']['store'], id: string): boolean {
  return (directory.users.get(id) ?? directory.organizations.get(id)) !== undefined;
}

function unknownSubject(): Reply {
  return invalidParameter('subject', 'must be the id of a user or an organization', 400);
}
