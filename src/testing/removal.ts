import type { LocalStore } from './local-store.js';
import type { OrganizationRecord } from './records/organization-record.js';
import type { UserRecord } from './records/user-record.js';

/** Deletes a user and all that is the user's: sessions, memberships, API keys and tokens. */
export function removeUser(store: LocalStore, { id }: Pick<UserRecord, 'id'>): void {
  const { directory, apiKeys, oauthAccessTokens } = store;
  // First, while there is still somebody to show in the events about them.
  directory.memberships.deleteWhere(({ userId }) => userId === id);
  // The sessions are found no more from here on.
  directory.users.delete(id);
  directory.signInTokens.deleteWhere(({ userId }) => userId === id);
  apiKeys.deleteAllOf(id);
  oauthAccessTokens.deleteAllOf(id);
}

/**
 * Deletes an organization with its memberships, invitations and API keys. Sessions that act for it
 * go on for the personal account; they stay there, as no other organization gets its id.
 */
export function removeOrganization(
  store: LocalStore,
  { id }: Pick<OrganizationRecord, 'id'>,
): void {
  const { directory, apiKeys } = store;
  // First, as above.
  directory.memberships.deleteWhere(({ organizationId }) => organizationId === id);
  directory.organizations.delete(id);
  directory.organizationInvitations.deleteWhere(({ organizationId }) => organizationId === id);
  apiKeys.deleteAllOf(id);
}
