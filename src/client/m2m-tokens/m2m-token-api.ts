import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { M2MToken } from './m2m-token.js';

/** Which token to verify, and as whom. */
export interface VerifyM2MTokenParams {
  /** The token itself (`mt_…`). No error shows it. */
  readonly token: string;
  /**
   * The secret key of the machine that asks, for this call. Without one the client's
   * `machineSecretKey` counts, and without that its `secretKey`.
   */
  readonly machineSecretKey?: string;
}

/** Operations on machine-to-machine tokens. Every method rejects with a `ClerkApiError` when its call fails. */
export interface M2MTokenApi {
  /**
   * Verifies an opaque token. One that is unknown, revoked or expired is an error answer; asked by
   * a machine, so is one that is not meant for that machine.
   *
   * Source: POST /m2m_tokens/verify, which has no API version in its path.
   *
   * @throws {ClerkConfigurationError} When there is no key to ask with.
   */
  verify(params: VerifyM2MTokenParams): Promise<M2MToken>;
}

/** The operations of {@link M2MTokenApi}. */
export const m2mTokenRoutes = routes<M2MTokenApi>({ version: 'absent', caller: 'machine' })({
  verify: 'POST /m2m_tokens/verify',
});

/** @param send What makes the calls. */
export function bindM2MTokenApi(send: Send): M2MTokenApi {
  return bind(m2mTokenRoutes, send);
}
