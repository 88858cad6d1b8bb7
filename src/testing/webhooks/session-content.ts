import type { Directory } from '../directory.js';
import type { LocalSession } from '../local-user.js';
import type { StoreChange } from '../store-changes.js';
import { sessionJson } from '../wire/session-json.js';
import { userJson } from '../wire/user-json.js';
import type { EventContent } from './event-content.js';

type SessionChange = Extract<StoreChange, { kind: 'session' }>;

/**
 * The event of a session that has begun or is over; undefined for any other change, such as of its
 * organization. The user comes with it.
 *
 * @param now Unix time in milliseconds.
 */
export function sessionContent(
  { before, after }: SessionChange,
  directory: Directory,
  now: number,
): EventContent | undefined {
  const type = after && typeOf(before, after);
  if (!type) return undefined;
  const user = directory.users.get(after.user.id);
  return { type, data: { ...sessionJson(after), user: user ? userJson(user, now) : null } };
}

function typeOf(before: LocalSession | undefined, after: LocalSession) {
  // One that never was active, a banned user's, has not begun.
  if (!before) return after.status === 'active' ? 'session.created' : undefined;
  if (after.status === before.status || after.status === 'active') return undefined;
  return `session.${after.status}` as const;
}
