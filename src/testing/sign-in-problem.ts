import type { Directory } from './directory.js';
import { isLocked } from './records/user-record.js';

/**
 * Why nobody can sign in as a user now; undefined when somebody can.
 *
 * @param userId `user_…`
 * @param now Unix time in milliseconds.
 */
export function signInProblem(
  { users }: Directory,
  userId: string,
  now: number,
): 'banned' | 'locked' | undefined {
  const user = users.get(userId);
  if (user?.isBanned) return 'banned';
  return user && isLocked(user, now) ? 'locked' : undefined;
}
