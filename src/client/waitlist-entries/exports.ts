export type {
  WaitlistEntryApi,
  WaitlistEntryCreateParams,
  WaitlistEntryInviteParams,
  WaitlistEntryListParams,
} from './waitlist-entry-api.js';
export type { WaitlistEntry, WaitlistEntryStatus } from './waitlist-entry.js';
