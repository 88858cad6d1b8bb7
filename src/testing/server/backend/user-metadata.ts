import { userJson } from '../../wire/user-json.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withUser } from './existing.js';
import { withChangedMetadata } from './metadata-changes.js';
import type { MetadataChange } from './metadata-changes.js';

/** `PATCH /v1/users/{user_id}/metadata` */
export const updateUserMetadata = changing('merge');

/** `PUT /v1/users/{user_id}/metadata` */
export const replaceUserMetadata = changing('replace');

function changing(change: MetadataChange): (call: Call<'user_id'>) => Reply {
  return withUser(({ instance, body }, user) => {
    const old = {
      public_metadata: user.publicMetadata,
      private_metadata: user.privateMetadata,
      unsafe_metadata: user.unsafeMetadata,
    };
    return withChangedMetadata(change, body, old, (changed) => {
      const now = instance.now();
      const kept = instance.store.directory.users.put({
        ...user,
        publicMetadata: changed.public_metadata,
        privateMetadata: changed.private_metadata,
        unsafeMetadata: changed.unsafe_metadata,
        updatedAt: now,
      });
      return json(200, userJson(kept, now));
    });
  });
}
