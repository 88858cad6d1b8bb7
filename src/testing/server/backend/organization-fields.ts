import type { Directory } from '../../directory.js';
import { flag, integer, matching, metadata, required, text, time, word } from '../field.js';

const slug = matching(
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  'may have lowercase letters, digits and single dashes only',
);

const common = {
  slug,
  max_allowed_memberships: integer(0),
  created_at: time,
  role_set_key: text,
};

/** The parameters of `CreateOrganization`. */
export const newOrganizationFields = {
  ...common,
  name: required(word),
  created_by: word,
  public_metadata: metadata,
  private_metadata: metadata,
};

/** The parameters of `UpdateOrganization`. */
export const organizationChangeFields = { ...common, name: word, admin_delete_enabled: flag };

/** Whether a slug is another organization's. */
export function isSlugTaken(directory: Directory, wanted: string, own?: string): boolean {
  return (
    directory.organizations.find(({ id, slug: had }) => had === wanted && id !== own) !== undefined
  );
}

/** A slug that nobody has, made from a name. */
export function slugFor(directory: Directory, name: string): string {
  const plain =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'organization';
  let candidate = plain;
  for (let number = 2; isSlugTaken(directory, candidate); number += 1)
    candidate = `${plain}-${number}`;
  return candidate;
}
