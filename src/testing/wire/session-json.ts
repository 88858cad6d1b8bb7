import type { LocalSession } from '../local-user.js';

const DAY_IN_MS = 86_400_000;
// Clerk's defaults for a new instance.
const EXPIRES_AFTER_DAYS = 7;
const ABANDONED_AFTER_DAYS = 30;

/** A session as the Backend API sends it. Source: `Session` in the Backend API's OpenAPI document. */
export function sessionJson(session: LocalSession): Record<string, unknown> {
  return {
    object: 'session',
    id: session.id,
    user_id: session.user.id,
    client_id: session.clientId,
    actor: null,
    status: session.status,
    last_active_organization_id: session.membership?.organization.id ?? null,
    last_active_at: session.updatedAt,
    expire_at: session.createdAt + EXPIRES_AFTER_DAYS * DAY_IN_MS,
    abandon_at: session.createdAt + ABANDONED_AFTER_DAYS * DAY_IN_MS,
    updated_at: session.updatedAt,
    created_at: session.createdAt,
    tasks: null,
  };
}
