import { authView } from '../../compare/auth-view.js';

interface AuthOptions {
  readonly acceptsToken?: 'any' | 'api_key' | 'm2m_token' | 'oauth_token' | readonly string[];
  readonly treatPendingAsSignedOut?: boolean;
}

/** Either package's `getAuth`, as far as both have it. */
export type GetAuth = (request: object, options?: AuthOptions) => object;

/** The auth objects that a handler can ask for, each by how it is asked for. */
const VIEWS = {
  any: { acceptsToken: 'any' },
  anyOfPending: { acceptsToken: 'any', treatPendingAsSignedOut: false },
  session: undefined,
  sessionOfPending: { treatPendingAsSignedOut: false },
  apiKey: { acceptsToken: 'api_key' },
  m2mToken: { acceptsToken: 'm2m_token' },
  oauthToken: { acceptsToken: 'oauth_token' },
  several: { acceptsToken: ['session_token', 'api_key'] },
} satisfies Readonly<Record<string, AuthOptions | undefined>>;

/** All that a handler sees of who calls; JSON. */
export async function seenBy(getAuth: GetAuth, request: object): Promise<object> {
  const views = Object.entries(VIEWS).map(([name, options]) => [
    name,
    authView(() => getAuth(request, options)),
  ]);
  return {
    ...Object.fromEntries(views),
    auth: authView(() => ownAuth(request)),
    authOfPending: authView(() => ownAuth(request, { treatPendingAsSignedOut: false })),
    // Of a pending session, too.
    token: await tokenOf(getAuth(request, VIEWS.anyOfPending)),
  };
}

/** What `req.auth()` gives. */
function ownAuth(request: object, options?: AuthOptions): object {
  if (!('auth' in request) || typeof request.auth !== 'function') return { auth: 'is missing' };
  return request.auth(options);
}

async function tokenOf(auth: object): Promise<unknown> {
  if (!('getToken' in auth) || typeof auth.getToken !== 'function') return 'no getToken';
  const token: unknown = await auth.getToken();
  return token;
}
