import type { Send } from '../api-call.js';
import { bind } from '../bind.js';
import { routes } from '../routes.js';
import type { SessionApi } from './session-api.js';
import type { Token } from './token.js';

interface TokenOperations {
  createToken(sessionId: string, params: TokenParams): Promise<Token>;
  createTemplateToken(sessionId: string, template: string, params: TokenParams): Promise<Token>;
}

interface TokenParams {
  /** How long it lives, in seconds. */
  readonly expiresInSeconds: number | undefined;
}

/** The two operations behind `sessions.getToken`. */
export const tokenRoutes = routes<TokenOperations>()({
  createToken: 'POST /sessions/{sessionId}/tokens',
  createTemplateToken: 'POST /sessions/{sessionId}/tokens/{template}',
});

/**
 * `sessions.getToken`, which is no plain row: a template makes it another operation.
 *
 * @param send What makes the calls.
 */
export function bindGetToken(send: Send): SessionApi['getToken'] {
  const { createToken, createTemplateToken } = bind(tokenRoutes, send);
  return async (sessionId, template, expiresInSeconds) =>
    // An empty name means no template, as in the vendor's SDK.
    template
      ? createTemplateToken(sessionId, template, { expiresInSeconds })
      : createToken(sessionId, { expiresInSeconds });
}
