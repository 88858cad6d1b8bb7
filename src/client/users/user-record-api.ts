import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import type { DeletedObject } from '../deleted-object.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { CreateUserParams } from './create-user-params.js';
import { bindUserLists } from './user-lists.js';
import { bindUpdateUser } from './update-user.js';
import type { UpdateUserParams } from './update-user-params.js';
import type { UserCountParams, UserEachParams, UserListParams } from './user-list-params.js';
import type { UserMetadataParams } from './user-metadata.js';
import type { User } from './user.js';

/** A picture to upload. */
export interface ProfileImageParams {
  /** The picture's bytes; a `File` brings its name along. */
  readonly file: Blob | File;
}

/** The part of `users` that is about the users themselves. */
export interface UserRecordApi {
  /**
   * Lists users, the newest first, and counts them. That takes two calls: {@link each} makes one a
   * page.
   *
   * Source: GET /users, GET /users/count.
   *
   * @param params Which users, and which page of them.
   */
  getUserList(params?: UserListParams): Promise<PaginatedResourceResponse<User[]>>;

  /**
   * Goes through all users, page by page, the newest first. A user who is deleted meanwhile, or no
   * longer fits the filters, shifts those behind into a page that was read already: where the loop
   * does that itself, collect the ids first.
   *
   * Source: GET /users.
   *
   * @param params Which users; `limit` is the size of a page.
   * @throws {ClerkConfigurationError} For `startingAfter`, while iterating.
   * @example
   * ```ts
   * const ids: string[] = [];
   * for await (const { id } of clerk.users.each({ query: 'test-' })) ids.push(id);
   * for (const id of ids) await clerk.users.deleteUser(id);
   * ```
   */
  each(params?: UserEachParams): AsyncIterableIterator<User>;

  /**
   * Counts users.
   *
   * Source: GET /users/count.
   *
   * @param params Which users.
   */
  getCount(params?: UserCountParams): Promise<number>;

  /**
   * Reads one user.
   *
   * Source: GET /users/{user_id}.
   *
   * @param userId The user's id (`user_…`).
   */
  getUser(userId: string): Promise<User>;

  /**
   * Makes a user. The email addresses and phone numbers count as verified unless the parameters say
   * otherwise.
   *
   * Source: POST /users.
   *
   * @param params The user.
   */
  createUser(params: CreateUserParams): Promise<User>;

  /**
   * Changes a user. Metadata among the parameters is replaced by a second call, and the answer is
   * that one's.
   *
   * Source: PATCH /users/{user_id}, PUT /users/{user_id}/metadata.
   *
   * @param userId The user's id (`user_…`).
   * @param params What to change.
   */
  updateUser(userId: string, params?: UpdateUserParams): Promise<User>;

  /**
   * Merges metadata into a user's, at every depth; null takes a key away.
   *
   * Source: PATCH /users/{user_id}/metadata.
   *
   * @param userId The user's id (`user_…`).
   * @param params What to merge.
   */
  updateUserMetadata(userId: string, params: UserMetadataParams): Promise<User>;

  /**
   * Replaces a user's metadata: a kind that is given is what it was given as, one that is left out
   * stays.
   *
   * Source: PUT /users/{user_id}/metadata.
   *
   * @param userId The user's id (`user_…`).
   * @param params What to replace.
   */
  replaceUserMetadata(userId: string, params: UserMetadataParams): Promise<User>;

  /**
   * Uploads a user's picture.
   *
   * Source: POST /users/{user_id}/profile_image, as `multipart/form-data`.
   *
   * @param userId The user's id (`user_…`).
   * @param params The picture.
   */
  updateUserProfileImage(userId: string, params: ProfileImageParams): Promise<User>;

  /**
   * Takes a user's picture away; a generated one appears in its place.
   *
   * Source: DELETE /users/{user_id}/profile_image.
   *
   * @param userId The user's id (`user_…`).
   */
  deleteUserProfileImage(userId: string): Promise<User>;

  /**
   * Deletes a user.
   *
   * Source: DELETE /users/{user_id}.
   *
   * @param userId The user's id (`user_…`).
   * @returns What {@link DeletedObject} says. The type has a user's members because the vendor's has
   * them; but for the id none is there.
   */
  deleteUser(userId: string): Promise<DeletedObject & User>;
}

/** The operations of {@link UserRecordApi} that only forward. */
export const userRecordRoutes = routes<UserRecordApi>()(
  {
    getCount: 'GET /users/count',
    getUser: 'GET /users/{userId}',
    createUser: 'POST /users',
    updateUserMetadata: 'PATCH /users/{userId}/metadata',
    replaceUserMetadata: 'PUT /users/{userId}/metadata',
    updateUserProfileImage: 'POST /users/{userId}/profile_image',
    deleteUserProfileImage: 'DELETE /users/{userId}/profile_image',
    deleteUser: 'DELETE /users/{userId}',
  },
  { updateUserProfileImage: { params: 'form' } },
);

/** @param send What makes the calls. */
export function bindUserRecordApi(send: Send): UserRecordApi {
  return {
    ...bind(userRecordRoutes, send),
    ...bindUserLists(send),
    updateUser: bindUpdateUser(send),
  };
}
