import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { eachInOne } from '../each-of.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { TrustedDevice } from './trusted-device.js';

/** Whose trusted devices to list. */
export interface GetTrustedDeviceListParams {
  /** The user's id (`user_…`). */
  readonly userId: string;
}

/** A trusted device to revoke. */
export interface RevokeTrustedDeviceParams {
  /** The user's id (`user_…`). */
  readonly userId: string;
  /** Which of the user's devices: its id. */
  readonly trustedDeviceId: string;
}

/** The part of `users` that is about trusted devices. */
export interface UserDeviceApi {
  /**
   * Lists the active trusted devices of a user, all of them at once.
   *
   * Source: GET /users/{user_id}/trusted_devices.
   *
   * @param params Whose.
   */
  getTrustedDeviceList(
    params: GetTrustedDeviceListParams,
  ): Promise<PaginatedResourceResponse<TrustedDevice[]>>;

  /**
   * Goes through the active trusted devices of a user.
   *
   * Source: GET /users/{user_id}/trusted_devices.
   *
   * @param params Whose.
   */
  eachTrustedDevice(params: GetTrustedDeviceListParams): AsyncIterableIterator<TrustedDevice>;

  /**
   * Revokes a trusted device: nobody can sign in with it any more.
   *
   * Source: DELETE /users/{user_id}/trusted_devices/{trusted_device_id}.
   *
   * @param params Which one.
   */
  revokeTrustedDevice(params: RevokeTrustedDeviceParams): Promise<TrustedDevice>;
}

/** The operations of {@link UserDeviceApi}. */
export const userDeviceRoutes = routes<UserDeviceApi>()({
  getTrustedDeviceList: 'GET /users/{userId}/trusted_devices',
  revokeTrustedDevice: 'DELETE /users/{userId}/trusted_devices/{trustedDeviceId}',
});

/** @param send What makes the calls. */
export function bindUserDeviceApi(send: Send): UserDeviceApi {
  const forwards = bind(userDeviceRoutes, send);
  return {
    ...forwards,
    eachTrustedDevice: (params) => eachInOne(forwards.getTrustedDeviceList, params),
  };
}
