import { randomHex } from './ids.js';
import type { Issuing } from './issuing.js';
import { freshToken } from './machine-token.js';
import type { ApiKeyRequest, CreatedToken } from './machine-token-requests.js';

/**
 * Makes an API key of a user's or an organization's.
 *
 * @throws UnknownLocalSubjectError naming the users and organizations there are.
 */
export function issueApiKey(request: ApiKeyRequest, { store, now }: Issuing): CreatedToken {
  const { secondsUntilExpiration } = request;
  return store.apiKeys.add({
    id: `ak_${randomHex(16)}`,
    subject: store.getSubjectId(request.subject),
    name: request.name ?? 'Test key',
    description: request.description ?? null,
    scopes: request.scopes ?? [],
    claims: request.claims ?? null,
    createdBy: request.createdBy ?? null,
    expiration: secondsUntilExpiration === undefined ? null : now + secondsUntilExpiration * 1000,
    ...freshToken(now),
  });
}
