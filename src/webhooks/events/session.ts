import type { UserJSON } from './user.js';

/** A session with its user. Source: schema SessionEventPayload. */
export interface SessionWebhookEventJSON extends SessionJSON {
  /** Null, says the vendor's type, when there is none any more. */
  readonly user: UserJSON | null;
}

/** A session. Times are Unix times in milliseconds. Source: schema Session. */
export interface SessionJSON {
  readonly object: 'session';
  readonly id: string;
  readonly user_id: string;
  readonly client_id: string;
  readonly actor?: Readonly<Record<string, unknown>> | null;
  readonly status:
    'active' | 'revoked' | 'ended' | 'expired' | 'removed' | 'abandoned' | 'replaced';
  readonly last_active_organization_id?: string | null;
  readonly last_active_at: number;
  readonly latest_activity?: SessionActivityJSON | null;
  readonly expire_at: number;
  readonly abandon_at: number;
  readonly updated_at: number;
  readonly created_at: number;
}

/** From where a session was used last. Source: schema SessionActivityResponse. */
export interface SessionActivityJSON {
  readonly object: string;
  readonly id: string;
  readonly device_type?: string;
  readonly is_mobile: boolean;
  readonly browser_name?: string;
  readonly browser_version?: string;
  readonly ip_address?: string;
  readonly city?: string;
  readonly country?: string;
}
