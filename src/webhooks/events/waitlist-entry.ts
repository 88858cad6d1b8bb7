/** An entry of the waitlist. Times are Unix times in milliseconds. Source: schema WaitlistEntry. */
export interface WaitlistEntryJSON {
  readonly object: 'waitlist_entry';
  readonly id: string;
  readonly email_address: string;
  readonly status: 'pending' | 'invited' | 'rejected' | 'completed';
  readonly is_locked?: boolean;
  readonly created_at: number;
  readonly updated_at: number;
  readonly invitation?: InvitationJSON | null;
}

/** An invitation to the application. Times are Unix times in milliseconds. Source: schema Invitation. */
export interface InvitationJSON {
  readonly object: 'invitation';
  readonly id: string;
  readonly email_address: string;
  readonly public_metadata: Readonly<Record<string, unknown>>;
  readonly revoked?: boolean;
  readonly status: 'pending' | 'accepted' | 'revoked' | 'expired';
  readonly url?: string;
  readonly expires_at?: number | null;
  readonly created_at: number;
  readonly updated_at: number;
}
