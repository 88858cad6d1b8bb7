export type {
  CreateInvitationParams,
  GetInvitationListParams,
  InvitationApi,
} from './invitation-api.js';
export type { Invitation, InvitationStatus } from './invitation.js';
