import type { UserRecord } from '../../records/user-record.js';
import { userJson } from '../../wire/user-json.js';
import { invalidParameter } from '../api-errors.js';
import { matching } from '../filters.js';
import { inOrder, withPage } from '../list-query.js';
import type { ListRules } from '../list-query.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { userColumns, userFilters } from './user-filters.js';

const rules: ListRules<UserRecord> = {
  columns: {
    ...userColumns,
    updated_at: ({ updatedAt }) => updatedAt,
    last_active_at: ({ lastActiveAt }) => lastActiveAt,
    last_sign_in_at: ({ lastSignInAt }) => lastSignInAt,
    web3wallet: ({ web3Wallets }) => web3Wallets[0]?.value,
  },
};

/** `GET /v1/users`: a bare list. */
export function getUserList(call: Call): Reply {
  const { instance, query } = call;
  const found = filtered(call);
  const after = query.get('starting_after');
  const rows = after ? following(query, found, after) : found;
  if (!rows) {
    const rule = 'must be the id of a user in a list by created_at, without offset';
    return invalidParameter('starting_after', rule);
  }
  return withPage(query, rows, rules, (page) =>
    json(
      200,
      page.rows.map((user) => userJson(user, instance.now())),
    ),
  );
}

/** `GET /v1/users/count` */
export function getUsersCount(call: Call): Reply {
  return json(200, { object: 'total_count', total_count: filtered(call).length });
}

function filtered({ instance, query }: Call): UserRecord[] {
  const { directory } = instance.store;
  return matching(directory.users.list(), userFilters(query, directory));
}

// The users behind the one that the last page ended with, in the order in which they came.
function following(
  query: URLSearchParams,
  users: readonly UserRecord[],
  after: string,
): UserRecord[] | undefined {
  const isByTime = /^[-+ ]?created_at$/.test(query.get('order_by') || 'created_at');
  const ordered = inOrder(query, users, rules) ?? [];
  const index = ordered.findIndex(({ id }) => id === after);
  if (!isByTime || index === -1 || Number(query.get('offset') ?? 0) > 0) return undefined;
  const behind = new Set(ordered.slice(index + 1));
  return users.filter((user) => behind.has(user));
}
