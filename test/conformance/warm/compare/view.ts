import type { Authentication } from '../../../../src/engine/authentication.js';
import { authView } from '../../compare/auth-view.js';
import type { RequestStateLike } from '../../compare/observation.js';
import { fieldsOf } from '../../../engine/auth/signed.js';

/** What auth objects of all kinds have; asked for by name, as a getter would not be listed. */
const FIELDS = [
  'tokenType',
  'isAuthenticated',
  'userId',
  'sessionId',
  'sessionStatus',
  'sessionClaims',
  'actor',
  'orgId',
  'orgRole',
  'orgSlug',
  'orgPermissions',
  'factorVerificationAge',
  'id',
  'subject',
  'name',
  'claims',
  'scopes',
  'clientId',
  'machineId',
] as const;

/** All that anybody sees of an answer, as text. */
export function viewOf(state: RequestStateLike, authentication?: Authentication): string {
  const pending = { treatPendingAsSignedOut: false };
  return JSON.stringify({
    ...fieldsOf(state),
    headers: [...state.headers],
    auth: authView(() => state.toAuth()),
    authFields: fieldsByName(state.toAuth(pending)),
    authOfPending: authView(() => state.toAuth(pending)),
    responseHeaders: authentication?.responseHeaders,
    unavailable: authentication && unavailableOf(authentication),
    debug: authentication?.toJSON(),
  });
}

/** The same of something that was thrown. */
export function viewOfError(error: unknown): string {
  return `thrown: ${String(error)}`;
}

function fieldsByName(auth: object | null): object {
  return auth === null
    ? {}
    : Object.fromEntries(FIELDS.map((name) => [name, Reflect.get(auth, name)]));
}

function unavailableOf({ outcome }: Authentication): string | undefined {
  return outcome.status === 'signed-in' ? undefined : outcome.unavailable?.hint;
}

/**
 * Spoils all that an answer has handed out, as a careless or hostile handler can: the next one about
 * the same token must not show it.
 */
export function spoil(state: RequestStateLike): void {
  state.headers.set('x-spoilt', 'yes');
  for (const options of [undefined, { treatPendingAsSignedOut: false }]) {
    const auth = state.toAuth(options);
    if (auth === null) continue;
    for (const name of FIELDS) spoilValue(Reflect.get(auth, name), 0);
    spoilValue(auth, 0);
  }
}

const DEEPEST = 6;

function spoilValue(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  for (const name of Object.keys(value)) {
    spoilValue(Reflect.get(value, name), depth + 1);
    // Says no where it is frozen, and does not throw.
    Reflect.set(value, name, 'spoilt');
  }
  Reflect.set(value, 'spoilt', 'yes');
}
