import { SCHEMAS } from '../samples/data.js';
import { EXTRA_SCHEMAS } from '../samples/extra-operations.js';
import { operationOf } from '../samples/operation-of.js';
import { sampleOf, type Variety } from '../samples/sample.js';
import type { Answering } from './recording-api.js';
import { ERROR_REPLIES, type Reply } from './reply.js';

const ALL_SCHEMAS = { ...EXTRA_SCHEMAS, ...SCHEMAS };

/** So many alternatives of a schema are met. */
const ALTERNATIVES = 4;

/** The name of the sparsest reply that the vendor can do with. */
export const WITH_USERS = 'required fields and the users of memberships';

/** The ways in which an operation may answer, by what they are called. */
export const REPLIES: Readonly<Record<string, Answering>> = {
  'all fields': success(0),
  ...Object.fromEntries(
    Array.from({ length: ALTERNATIVES - 1 }, (_, place) => [
      `alternative ${place + 1}`,
      success(place + 1),
    ]),
  ),
  'required fields only': success('sparse'),
  [WITH_USERS]: ({ method, path }) => withUsers(replyOf(method, path, 'sparse')),
  'a page of the list': ({ method, path }) => paged(replyOf(method, path, 0)),
  'an empty list': ({ method, path }) => emptied(replyOf(method, path, 0)),
  'a deleted object': ({ method, path }) =>
    deleted(replyOf(method, path, 0), { object: 'user', id: 'user_1', slug: 'ada', deleted: true }),
  'a deleted object without an id': ({ method, path }) =>
    deleted(replyOf(method, path, 0), { object: 'user', deleted: true }),
  'an unknown object': ({ method, path }) => unknown(replyOf(method, path, 0)),
  'no content': () => ({ status: 204, body: undefined }),
  ...Object.fromEntries(Object.entries(ERROR_REPLIES).map(([name, reply]) => [name, () => reply])),
};

function success(variety: Variety): Answering {
  return ({ method, path }) => replyOf(method, path, variety);
}

function replyOf(method: string, path: string, variety: Variety): Reply {
  const operation = operationOf(method, path);
  if (operation === undefined) {
    return { status: 404, body: { errors: [{ code: 'no_such_operation', message: path }] } };
  }
  const { status, schema } = operation.answer;
  if (schema === undefined) return { status, body: undefined };
  return { status, body: sampleOf(ALL_SCHEMAS, schema, variety) };
}

/** In the place of things that say what they are. */
function deleted(reply: Reply, body: object): Reply {
  const isThing = typeof reply.body === 'object' && reply.body !== null && 'object' in reply.body;
  return isThing ? { ...reply, body } : reply;
}

/** In the place of one thing. */
function unknown(reply: Reply): Reply {
  const { body } = reply;
  const isOne = typeof body === 'object' && body !== null && !Array.isArray(body);
  if (!isOne || 'data' in body) return reply;
  const novelty = { object: 'novelty', id: 'n', some_key: { inner_key: [{ deepKey: 1 }] } };
  return { ...reply, body: novelty };
}

/** Lists come as pages where they are asked for by `paginated=true`. */
function paged(reply: Reply): Reply {
  const { body } = reply;
  return Array.isArray(body) ? { ...reply, body: { data: body, total_count: 12 } } : reply;
}

function emptied(reply: Reply): Reply {
  const { body } = reply;
  if (Array.isArray(body)) return { ...reply, body: [] };
  if (typeof body !== 'object' || body === null || !('data' in body)) return reply;
  return {
    ...reply,
    body: { ...body, data: [], ...('total_count' in body && { total_count: 0 }) },
  };
}

function withUsers(reply: Reply): Reply {
  const user = sampleOf(ALL_SCHEMAS, 'OrganizationMembershipPublicUserData', 0);
  return { ...reply, body: withUser(reply.body, user) };
}

function withUser(value: unknown, user: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withUser(item, user));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, withUser(inner, user)]);
  const isMembership = 'object' in value && value.object === 'organization_membership';
  return Object.fromEntries([...entries, ...(isMembership ? [['public_user_data', user]] : [])]);
}
