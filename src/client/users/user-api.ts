import type { Send } from '../api-call.js';
import { bindUserAccessApi } from './user-access-api.js';
import type { UserAccessApi } from './user-access-api.js';
import { bindUserAccountApi } from './user-account-api.js';
import type { UserAccountApi } from './user-account-api.js';
import { bindUserDeviceApi } from './user-device-api.js';
import type { UserDeviceApi } from './user-device-api.js';
import { bindUserFactorApi } from './user-factor-api.js';
import type { UserFactorApi } from './user-factor-api.js';
import { bindUserIdentifierApi } from './user-identifier-api.js';
import type { UserIdentifierApi } from './user-identifier-api.js';
import { bindUserOrganizationApi } from './user-organization-api.js';
import type { UserOrganizationApi } from './user-organization-api.js';
import { bindUserPasswordApi } from './user-password-api.js';
import type { UserPasswordApi } from './user-password-api.js';
import { bindUserRecordApi } from './user-record-api.js';
import type { UserRecordApi } from './user-record-api.js';

/** Operations on users. Every method rejects with a `ClerkApiError` when its call fails. */
export interface UserApi
  extends
    UserRecordApi,
    UserAccessApi,
    UserPasswordApi,
    UserFactorApi,
    UserIdentifierApi,
    UserAccountApi,
    UserDeviceApi,
    UserOrganizationApi {}

/** @param send What makes the calls. */
export function bindUserApi(send: Send): UserApi {
  return {
    ...bindUserRecordApi(send),
    ...bindUserAccessApi(send),
    ...bindUserPasswordApi(send),
    ...bindUserFactorApi(send),
    ...bindUserIdentifierApi(send),
    ...bindUserAccountApi(send),
    ...bindUserDeviceApi(send),
    ...bindUserOrganizationApi(send),
  };
}
