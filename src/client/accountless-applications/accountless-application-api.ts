import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { AccountlessApplication } from './accountless-application.js';

/** Who asks for an application without an owner. */
export interface AccountlessApplicationParams {
  /** Headers of the request that set it off; they are sent along, but for `Authorization` and `Content-Type`. */
  readonly requestHeaders?: Headers;
  /** What set it off. */
  readonly source?: string;
}

/**
 * Operations on applications that nobody owns yet, for development before there is an account. They
 * need no secret key, and may change. Every method rejects with a `ClerkApiError` when its call fails.
 */
export interface AccountlessApplicationApi {
  /**
   * Creates such an application.
   *
   * Source: POST /accountless_applications, which the specification doesn't have.
   *
   * @param params What the keyless mode of a framework sends along.
   */
  createAccountlessApplication(
    params?: AccountlessApplicationParams,
  ): Promise<AccountlessApplication>;

  /**
   * Says that a developer has seen how to make the application theirs.
   *
   * Source: POST /accountless_applications/complete, which the specification doesn't have.
   *
   * @param params What the keyless mode of a framework sends along.
   */
  completeAccountlessApplicationOnboarding(
    params?: AccountlessApplicationParams,
  ): Promise<AccountlessApplication>;
}

/** The operations of {@link AccountlessApplicationApi}. */
export const accountlessApplicationRoutes = routes<AccountlessApplicationApi>({
  caller: 'anyone',
})(
  {
    createAccountlessApplication: 'POST /accountless_applications',
    completeAccountlessApplicationOnboarding: 'POST /accountless_applications/complete',
  },
  {
    createAccountlessApplication: { params: 'query' },
    completeAccountlessApplicationOnboarding: { params: 'query' },
  },
);

/** @param send What makes the calls. */
export function bindAccountlessApplicationApi(send: Send): AccountlessApplicationApi {
  const ask =
    (name: keyof AccountlessApplicationApi) =>
    // `Headers` can't be a parameter of the call: it would become part of the query.
    async ({ requestHeaders, source }: AccountlessApplicationParams = {}) => {
      const headers = Object.fromEntries(requestHeaders?.entries() ?? []);
      // They are a visitor's, who has no say in which version of the API is asked.
      delete headers['clerk-api-version'];
      const api = bind(accountlessApplicationRoutes, (call) => send({ ...call, headers }));
      return api[name]({ source });
    };
  return {
    createAccountlessApplication: ask('createAccountlessApplication'),
    completeAccountlessApplicationOnboarding: ask('completeAccountlessApplicationOnboarding'),
  };
}
