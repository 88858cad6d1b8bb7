import type { WebhookEventType } from '../../webhooks/events/webhook-event.js';
import type { Directory } from '../directory.js';
import type { OrganizationInvitationRecord } from '../records/invitation-record.js';
import type { UserRecord } from '../records/user-record.js';
import type { StoreChange } from '../store-changes.js';
import { deletedJson } from '../wire/deleted-json.js';
import { organizationInvitationJson } from '../wire/invitation-json.js';
import { membershipJson } from '../wire/membership-json.js';
import { organizationJson } from '../wire/organization-json.js';
import { permissionJson, roleJson } from '../wire/role-json.js';
import { sessionContent } from './session-content.js';
import { userJson } from '../wire/user-json.js';

/** What an event is called and what it is about. */
export interface EventContent {
  readonly type: WebhookEventType;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * The event of a change; undefined for a change of which Clerk sends none.
 *
 * @param now Unix time in milliseconds.
 */
export function eventContent(
  change: StoreChange,
  directory: Directory,
  now: number,
): EventContent | undefined {
  switch (change.kind) {
    case 'user':
      return recordContent('user', change, (user) => userJson(user, now), deletedUserJson);
    case 'organization':
      return recordContent('organization', change, organizationJsonOf, (organization) =>
        deletedJson('organization', organization),
      );
    case 'membership': {
      const write = (membership: Parameters<typeof membershipJson>[1]) =>
        membershipJson(directory, membership);
      return recordContent('organizationMembership', change, write, write);
    }
    case 'organization-invitation':
      return invitationContent(change, (invitation) =>
        organizationInvitationJson(directory, invitation, now),
      );
    case 'role':
      return recordContent(
        'role',
        change,
        (role) => roleJson(directory, role),
        ({ id }) => deletedJson('role', { id }),
      );
    case 'permission':
      return recordContent('permission', change, permissionJson, ({ id }) =>
        deletedJson('permission', { id }),
      );
    case 'session':
      return sessionContent(change, directory, now);
    default:
      return change satisfies never;
  }
}

interface Change<Row> {
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

type Write<Row> = (row: Row) => EventContent['data'];

type Subject = 'user' | 'organization' | 'organizationMembership' | 'role' | 'permission';

/** What is created, updated and deleted. */
function recordContent<Row>(
  subject: Subject,
  { before, after }: Change<Row>,
  write: Write<Row>,
  writeDeleted: Write<Row>,
): EventContent | undefined {
  if (after) return { type: `${subject}.${before ? 'updated' : 'created'}`, data: write(after) };
  return before && { type: `${subject}.deleted`, data: writeDeleted(before) };
}

// An invitation that is forgotten to make room, or with its organization, is no event.
function invitationContent(
  { before, after }: Change<OrganizationInvitationRecord>,
  write: Write<OrganizationInvitationRecord>,
): EventContent | undefined {
  if (!after) return undefined;
  if (!before) return { type: 'organizationInvitation.created', data: write(after) };
  return after.isRevoked && !before.isRevoked
    ? { type: 'organizationInvitation.revoked', data: write(after) }
    : undefined;
}

function organizationJsonOf(organization: Parameters<typeof organizationJson>[0]) {
  return organizationJson(organization);
}

function deletedUserJson({ id, externalId }: UserRecord): EventContent['data'] {
  return {
    ...deletedJson('user', { id }),
    ...(externalId !== null && { external_id: externalId }),
  };
}
