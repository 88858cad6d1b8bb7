import { plain } from '../compare/plain.js';
import { WITH_USERS } from '../compare/replies.js';
import type { ClientDifference } from './client-difference.js';

const NOT_JSON = {
  code: 'invalid_json',
  message: 'The body is not JSON.',
  longMessage: null,
  paramName: null,
};

const UNVERIFIED = { name: 'TokenVerificationError', code: 'token_verification_failed' };

/** What is made of answers. */
export const ANSWER_DIFFERENCES: readonly ClientDifference[] = [
  {
    name: 'an answer without content brings `undefined`',
    why: 'the vendor brings an empty text, or stumbles where it looks for a list',
    applies: ({ api, reply }, { result, error }) =>
      result === '' || (api === 'emails' && reply === 'no content' && error !== undefined),
    expected: ({ requests }) => ({ requests, result: plain(undefined) }),
  },
  {
    name: 'an error page has an item that says so: `invalid_json`',
    why: 'the vendor gives no item, so that nothing tells a broken proxy from an error of the API',
    applies: ({ reply }, { error }) => reply === '500 with a page' && error?.['status'] === 500,
    expected: (theirs) => ({ ...theirs, error: { ...theirs.error, errors: [NOT_JSON] } }),
  },
  {
    name: 'a membership that comes without its user is read',
    why: 'the document of the API has that part as optional; the vendor stumbles over its absence',
    applies: ({ reply }, { error }) =>
      reply === 'required fields only' && error !== undefined && error['status'] === null,
    asIf: (exchange) => ({ ...exchange, reply: WITH_USERS }),
    expected: (theirs) => ({ ...theirs, result: withoutUsers(theirs.result) }),
  },
  {
    name: 'a refused email has the `meta` that the API sent, and no other names in it',
    why: 'the vendor lists every name that it knows, with `undefined` for what was not sent',
    applies: ({ api, method }, { result }) =>
      api === 'emails' && method === 'createBatch' && result !== undefined,
    expected: (theirs) => ({ ...theirs, result: withoutAbsent(theirs.result, false) }),
  },
  {
    name: 'an email that cannot be sent is an `InvalidEmailError`',
    why: 'the vendor throws a bare `Error`',
    applies: ({ api }, { error, requests }) =>
      api === 'emails' && error?.['name'] === 'Error' && requests.length === 0,
    expected: (theirs) => ({
      ...theirs,
      error: { name: 'InvalidEmailError', code: 'invalid_email' },
    }),
  },
  {
    name: 'an OAuth token for another audience is a `TokenVerificationError`',
    why: 'the vendor throws a bare `Error`',
    applies: ({ api }, { error }) => api === 'idPOAuthAccessToken' && error?.['name'] === 'Error',
    expected: (theirs) => ({ ...theirs, error: UNVERIFIED }),
  },
  {
    name: 'an OAuth token that is not active is a `TokenVerificationError`',
    why: 'the vendor hands `{ active: false }` over as a verified token',
    applies: ({ api }, { result }) =>
      api === 'idPOAuthAccessToken' && isRecord(result) && result['active'] === false,
    expected: ({ requests }) => ({ requests, error: UNVERIFIED }),
  },
];

function withoutUsers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUsers);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    name === 'publicUserData' ? plain(undefined) : withoutUsers(inner),
  ]);
  return Object.fromEntries(entries);
}

/** Leaves out what is `undefined` below a `meta`. */
function withoutAbsent(value: unknown, isMeta: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutAbsent(item, false));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value)
    .filter(([, inner]) => !(isMeta && isRecord(inner) && inner['undefined'] === true))
    .map(([name, inner]) => [name, withoutAbsent(inner, name === 'meta')]);
  return Object.fromEntries(entries);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
