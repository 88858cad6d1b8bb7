import type { LocalUser } from './local-user.js';

/** What to call a user on a page: the full name, else the short one. */
export function displayName({ firstName, lastName, name }: LocalUser): string {
  return `${firstName} ${lastName}`.trim() || name;
}
