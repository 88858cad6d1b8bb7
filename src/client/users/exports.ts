export type { CreateUserParams, IdentificationStatus } from './create-user-params.js';
export type { EmailAddress } from './email-address.js';
export type { EnterpriseAccount, EnterpriseAccountConnection } from './enterprise-account.js';
export type { ExternalAccount } from './external-account.js';
export type { IdentificationLink } from './identification-link.js';
export type {
  AttemptVerificationParams,
  IdentifierVerification,
} from './identifier-verification.js';
export type { OauthAccessToken } from './oauth-access-token.js';
export type { OAuthProvider } from './oauth-provider.js';
export type { PasswordHasher, UserPasswordHashingParams } from './password-hashing.js';
export type { PhoneNumber } from './phone-number.js';
export type { TrustedDevice } from './trusted-device.js';
export type { UpdateUserParams } from './update-user-params.js';
export type { UserAccessApi, UserIdsParams } from './user-access-api.js';
export type { DeleteUserExternalAccountParams, UserAccountApi } from './user-account-api.js';
export type { UserApi } from './user-api.js';
export type {
  GetTrustedDeviceListParams,
  RevokeTrustedDeviceParams,
  UserDeviceApi,
} from './user-device-api.js';
export type {
  DeleteUserPasskeyParams,
  UserFactorApi,
  UserID,
  VerifiedTOTP,
  VerifyTOTPParams,
} from './user-factor-api.js';
export type {
  DeleteWeb3WalletParams,
  ReplacementStatus,
  ReplaceUserEmailAddressParams,
  ReplaceUserPhoneNumberParams,
  UserIdentifierApi,
} from './user-identifier-api.js';
export type {
  UserCountParams,
  UserEachParams,
  UserListParams,
  UserOrder,
} from './user-list-params.js';
export type {
  PrivateMetadata,
  PublicMetadata,
  UnsafeMetadata,
  UserMetadataParams,
} from './user-metadata.js';
export type {
  GetUserOrganizationInvitationListParams,
  GetUserOrganizationMembershipListParams,
  UserOrganizationApi,
} from './user-organization-api.js';
export type {
  RemovePasswordParams,
  SetPasswordCompromisedParams,
  UserPasswordApi,
  VerifyPasswordParams,
} from './user-password-api.js';
export type { ProfileImageParams, UserRecordApi } from './user-record-api.js';
export type { User } from './user.js';
export type { Verification, VerificationStatus } from './verification.js';
export type { Web3Wallet } from './web3-wallet.js';
