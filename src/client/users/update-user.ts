import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { UpdateUserParams } from './update-user-params.js';
import type { UserMetadataParams } from './user-metadata.js';
import type { UserRecordApi } from './user-record-api.js';
import type { User } from './user.js';

interface UpdateOperations {
  updateFields(userId: string, params: UpdateUserParams): Promise<User>;
  replaceMetadata(userId: string, params: UserMetadataParams): Promise<User>;
}

/** The operations behind `users.updateUser`. */
export const updateUserRoutes = routes<UpdateOperations>()({
  updateFields: 'PATCH /users/{userId}',
  replaceMetadata: 'PUT /users/{userId}/metadata',
});

/**
 * `users.updateUser`, which is no plain row: since version 2026-05-12 of the API metadata is
 * replaced by an operation of its own.
 *
 * @param send What makes the calls.
 */
export function bindUpdateUser(send: Send): UserRecordApi['updateUser'] {
  const { updateFields, replaceMetadata } = bind(updateUserRoutes, send);
  return async (userId, params) => {
    const given: UpdateUserParams = params ?? {};
    const { publicMetadata, privateMetadata, unsafeMetadata, ...fields } = given;
    const metadata = { publicMetadata, privateMetadata, unsafeMetadata };
    if (!hasContent(metadata)) return updateFields(userId, fields);
    if (hasContent(fields)) await updateFields(userId, fields);
    return replaceMetadata(userId, metadata);
  };
}

function hasContent(params: object): boolean {
  return Object.values(params).some((value) => value !== undefined);
}
