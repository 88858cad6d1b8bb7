/** Checked by `tsc -p test/tsconfig.json`, never run. */
import type {
  RequestAuth,
  SessionAuthObject,
  SignedInAuthObject,
  WithActions,
  WithAuth,
} from 'clerk-nestjs';
import type { Request } from 'express';
import { exactly } from './exactly.js';

export function fields(auth: RequestAuth): string | undefined {
  exactly<string | null>()(auth.userId);
  exactly<WithActions<SessionAuthObject>>()(auth());
  exactly<WithActions<SessionAuthObject>>()(auth({ treatPendingAsSignedOut: false }));
  exactly<Record<string, unknown>>()(auth.toJSON());
  // @ts-expect-error -- no option of an auth object
  auth({ acceptsToken: 'api_key' });
  if (!auth.userId) return undefined;
  exactly<string>()(auth.userId);
  exactly<string>()(auth.sessionId);
  const signedIn: SignedInAuthObject = auth;
  return signedIn.userId;
}

export function called(request: WithAuth<Request>): string | undefined {
  const auth = request.auth();
  if (!auth.isAuthenticated) return request.path;
  exactly<WithActions<SignedInAuthObject>>()(auth);
  exactly<string | null>()(request.auth.userId);
  return auth.userId;
}
