import { organizationJson } from '../../wire/organization-json.js';
import { json } from '../reply.js';
import type { Reply } from '../reply.js';
import type { Call } from '../route.js';
import { withOrganization } from './existing.js';
import { withChangedMetadata } from './metadata-changes.js';
import type { MetadataChange } from './metadata-changes.js';

/** `PATCH /v1/organizations/{organization_id}/metadata` */
export const mergeOrganizationMetadata = changing('merge');

/** `PUT /v1/organizations/{organization_id}/metadata` */
export const replaceOrganizationMetadata = changing('replace');

function changing(change: MetadataChange): (call: Call<'organization_id'>) => Reply {
  return withOrganization(({ instance, body }, organization) => {
    const { publicMetadata, privateMetadata } = organization;
    const old = { public_metadata: publicMetadata, private_metadata: privateMetadata };
    return withChangedMetadata(change, body, old, (changed) => {
      const kept = instance.store.directory.organizations.put({
        ...organization,
        publicMetadata: changed.public_metadata,
        privateMetadata: changed.private_metadata,
        updatedAt: instance.now(),
      });
      return json(200, organizationJson(kept));
    });
  });
}
