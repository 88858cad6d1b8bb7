import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { eachOf } from '../each-of.js';
import type { PaginatedResourceResponse } from '../page.js';
import { routes } from '../routes.js';
import type { M2MToken } from './m2m-token.js';
import type {
  CreateM2MTokenParams,
  GetM2MTokenListParams,
  RevokeM2MTokenParams,
  VerifyM2MTokenParams,
} from './m2m-token-params.js';
import type { VerifyM2MJwt } from './verify-m2m-jwt.js';

/**
 * Operations on machine-to-machine tokens. Their paths have no API version. Every method rejects
 * with a `ClerkApiError` when its call fails, and with a `ClerkConfigurationError` when there is no
 * key to ask with.
 */
export interface M2MTokenApi {
  /**
   * Lists the tokens of a machine, newest first. Asked by a machine, its own.
   *
   * Source: GET /m2m_tokens.
   *
   * @param queryParams Whose, and which page of them.
   */
  list(queryParams: GetM2MTokenListParams): Promise<PaginatedResourceResponse<M2MToken[]>>;

  /**
   * Lists the tokens of a machine one after the other, page by page.
   *
   * Source: GET /m2m_tokens.
   *
   * @param queryParams Whose; `limit` is the size of a page.
   */
  each(queryParams: GetM2MTokenListParams): AsyncIterableIterator<M2MToken>;

  /**
   * Makes a token of the machine that asks; the instance's secret key is no machine's. The answer
   * brings the token itself in `token`.
   *
   * Source: POST /m2m_tokens.
   *
   * @param params What to put in, and how long it lives.
   */
  createToken(params?: CreateM2MTokenParams): Promise<M2MToken>;

  /**
   * Revokes an opaque token. Asked by a machine, one of its own.
   *
   * Source: POST /m2m_tokens/{m2m_token_id}/revoke.
   *
   * @param params Which one, and why.
   */
  revokeToken(params: RevokeM2MTokenParams): Promise<M2MToken>;

  /**
   * Verifies a token. An opaque one that is unknown, revoked or expired is an error answer; asked
   * by a machine, so is one that is not meant for that machine. One that is a JWT is verified by
   * the instance's public key, without asking about it, so it is not known whom it is meant for:
   * look at its `scopes`.
   *
   * Source: POST /m2m_tokens/verify.
   *
   * @param params The token, and who asks.
   * @throws {MachineTokenVerificationError} When a JWT is no good.
   */
  verify(params: VerifyM2MTokenParams): Promise<M2MToken>;
}

/** The operations behind {@link M2MTokenApi}. */
export const m2mTokenRoutes = routes<M2MTokenApi>({ version: 'absent', caller: 'machine' })({
  list: 'GET /m2m_tokens',
  createToken: 'POST /m2m_tokens',
  revokeToken: 'POST /m2m_tokens/{m2mTokenId}/revoke',
  verify: 'POST /m2m_tokens/verify',
});

/**
 * @param send What makes the calls.
 * @param verifyJwt What verifies tokens that are JWTs; without it the API is asked about those, too.
 */
export function bindM2MTokenApi(send: Send, verifyJwt?: VerifyM2MJwt): M2MTokenApi {
  const { list, createToken, revokeToken, verify } = bind(m2mTokenRoutes, send);
  return {
    list,
    each: (queryParams) => eachOf(list, queryParams),
    createToken: async (params) => {
      const { claims = null, secondsUntilExpiration = null, ...others } = { ...params };
      const { tokenFormat = 'opaque' } = others;
      return createToken({ ...others, claims, secondsUntilExpiration, tokenFormat });
    },
    revokeToken: async (params) => {
      const { revocationReason = null, ...token } = { ...params };
      return revokeToken({ ...token, revocationReason });
    },
    verify: async (params) => verifyJwt?.(params.token) ?? verify(params),
  };
}
