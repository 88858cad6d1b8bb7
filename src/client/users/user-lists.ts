import { ClerkConfigurationError } from '../../clerk-configuration-error.js';
import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { eachOf } from '../each-of.js';
import { routes } from '../routes.js';
import type { UserCountParams, UserEachParams, UserListParams } from './user-list-params.js';
import type { UserRecordApi } from './user-record-api.js';
import type { User } from './user.js';

interface ListOperations {
  listUsers(params?: UserListParams): Promise<User[]>;
  countUsers(params?: UserCountParams): Promise<number>;
}

/** The operations behind `users.getUserList` and `users.each`. */
export const userListRoutes = routes<ListOperations>()({
  listUsers: 'GET /users',
  countUsers: 'GET /users/count',
});

/** What says which page of a list is meant, and has nothing to do with how many users there are. */
const ALL_PAGES = {
  limit: undefined,
  offset: undefined,
  orderBy: undefined,
  startingAfter: undefined,
} satisfies UserListParams;

/**
 * The lists of users, which are no plain rows: their answers have no total, so a page needs a second
 * call to count.
 *
 * @param send What makes the calls.
 */
export function bindUserLists(send: Send): Pick<UserRecordApi, 'getUserList' | 'each'> {
  const { listUsers, countUsers } = bind(userListRoutes, send);
  return {
    getUserList: async (params = {}) => {
      const [data, totalCount] = await Promise.all([
        listUsers(params),
        countUsers({ ...params, ...ALL_PAGES }),
      ]);
      return { data, totalCount };
    },
    each: (params) => eachUser(listUsers, params),
  };
}

// By `offset`, not by the last user: the API wants that one to be there still, and loops delete users.
async function* eachUser(
  listUsers: ListOperations['listUsers'],
  params?: UserEachParams,
): AsyncGenerator<User, void, undefined> {
  if (params?.startingAfter !== undefined) {
    throw new ClerkConfigurationError(
      '`users.each()` takes no `startingAfter`: it finds its pages by `offset`. Leave it out, or page by `users.getUserList()`.',
    );
  }
  yield* eachOf(listUsers, params);
}
