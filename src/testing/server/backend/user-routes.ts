import { route } from '../route.js';
import type { Route } from '../route.js';
import { createUser } from './create-user.js';
import { banUser, banUsers, lockUser, unbanUser, unbanUsers, unlockUser } from './user-access.js';
import { getUsersCount, getUserList } from './user-list.js';
import { replaceUserMetadata, updateUserMetadata } from './user-metadata.js';
import { deleteUser, getUser, updateUser } from './user-operations.js';
import { getUserInvitations, getUserMemberships } from './user-organizations.js';
import { removePassword, verifyPassword } from './user-password.js';

const USER = '/v1/users/{user_id}';

/** What the embedded instance answers about users. */
export const userRoutes: readonly Route[] = [
  route('GET', '/v1/users', 'GetUserList', getUserList),
  route('POST', '/v1/users', 'CreateUser', createUser),
  route('GET', '/v1/users/count', 'GetUsersCount', getUsersCount),
  route('POST', '/v1/users/ban', 'UsersBan', banUsers),
  route('POST', '/v1/users/unban', 'UsersUnban', unbanUsers),
  route('GET', USER, 'GetUser', getUser),
  route('PATCH', USER, 'UpdateUser', updateUser),
  route('DELETE', USER, 'DeleteUser', deleteUser),
  route('PATCH', `${USER}/metadata`, 'UpdateUserMetadata', updateUserMetadata),
  route('PUT', `${USER}/metadata`, 'ReplaceUserMetadata', replaceUserMetadata),
  route('POST', `${USER}/ban`, 'BanUser', banUser),
  route('POST', `${USER}/unban`, 'UnbanUser', unbanUser),
  route('POST', `${USER}/lock`, 'LockUser', lockUser),
  route('POST', `${USER}/unlock`, 'UnlockUser', unlockUser),
  route('POST', `${USER}/verify_password`, 'VerifyPassword', verifyPassword),
  route('POST', `${USER}/remove_password`, 'RemoveUserPassword', removePassword),
  route(
    'GET',
    `${USER}/organization_memberships`,
    'UsersGetOrganizationMemberships',
    getUserMemberships,
  ),
  route(
    'GET',
    `${USER}/organization_invitations`,
    'UsersGetOrganizationInvitations',
    getUserInvitations,
  ),
];
