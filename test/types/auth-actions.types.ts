/**
 * Checked by `tsc -p test/tsconfig.json`, never run: each `@ts-expect-error` fails the build when
 * the mistake below it starts to compile.
 */
import {
  type AuthActions,
  type AuthenticatedMachineObject,
  ClerkModule,
  type ProtectRule,
  type RequestAuth,
  type SessionAuthObject,
  type SignedInAuthObject,
  type WithActions,
} from 'clerk-nestjs';
import { exactly } from './exactly.js';

export function forms({ protect }: AuthActions): void {
  exactly<SignedInAuthObject>()(protect());
  exactly<SignedInAuthObject>()(protect({}));
  exactly<SignedInAuthObject>()(protect({ role: 'org:admin' }));
  exactly<SignedInAuthObject>()(protect({ permission: 'org:articles:manage' }));
  exactly<SignedInAuthObject>()(protect({ feature: 'org:articles' }));
  exactly<SignedInAuthObject>()(protect({ plan: 'user:pro' }));
  exactly<SignedInAuthObject>()(protect({ reverification: 'strict' }));
  exactly<SignedInAuthObject>()(protect({ role: 'org:admin', unauthorizedUrl: '/no' }));
  exactly<SignedInAuthObject>()(protect({ role: 'org:admin' }, { unauthenticatedUrl: '/in' }));
  exactly<SignedInAuthObject>()(protect((has) => has({ role: 'org:admin' })));
  exactly<SignedInAuthObject>()(protect((has) => has({ plan: 'pro' }), { unauthorizedUrl: '/no' }));
  exactly<SignedInAuthObject>()(protect({ unauthenticatedUrl: '/in', unauthorizedUrl: '/no' }));
}

export function tokens({ protect }: AuthActions): string {
  exactly<SignedInAuthObject>()(protect({ token: 'session_token' }));
  exactly<AuthenticatedMachineObject<'api_key'>>()(protect({ token: 'api_key' }));
  exactly<AuthenticatedMachineObject<'m2m_token'>>()(protect({ token: ['m2m_token'] }));
  exactly<SignedInAuthObject | AuthenticatedMachineObject<'oauth_token'>>()(
    protect({ token: ['session_token', 'oauth_token'], unauthenticatedUrl: '/in' }),
  );
  exactly<SignedInAuthObject | AuthenticatedMachineObject>()(protect({ token: 'any' }));
  // @ts-expect-error -- a program has no session
  void protect({ token: 'api_key' }).sessionId;
  const { scopes } = protect({ token: 'api_key' });
  return scopes.join(' ');
}

export function isWhereAuthIs(auth: RequestAuth, object: WithActions<SessionAuthObject>): string[] {
  exactly<SignedInAuthObject>()(auth.protect());
  exactly<SignedInAuthObject>()(auth().protect());
  return [auth.protect().userId, object.protect().userId, object.protect().sessionId];
}

export function redirects(auth: AuthActions): string {
  exactly<never>()(auth.redirectToSignUp({ returnBackUrl: new URL('https://app.example') }));
  exactly<never>()(auth.redirectToSignUp({ returnBackUrl: null }));
  return auth.redirectToSignIn({ returnBackUrl: '/' });
}

export function mistakes(auth: AuthActions): unknown[] {
  return [
    // @ts-expect-error -- may not be set
    auth.protect({ role: process.env.ADMIN_ROLE }),
    // @ts-expect-error -- misspelt
    auth.protect({ roles: 'org:admin' }),
    // @ts-expect-error -- no such option
    auth.protect({ role: 'org:admin' }, { unauthorisedUrl: '/no' }),
    // @ts-expect-error -- an async function says nothing yet
    auth.protect(async (has) => has({ role: 'org:admin' })),
    // @ts-expect-error -- nor does one that says nothing
    auth.protect((has) => void has({ role: 'org:admin' })),
    // @ts-expect-error -- no kind of token
    auth.protect({ token: 'session' }),
    // @ts-expect-error -- a text is no demand
    auth.protect('org:admin'),
    // @ts-expect-error -- a promise is no demand
    auth.protect(Promise.resolve({ role: 'org:admin' })),
    // @ts-expect-error -- a program has no role
    auth.protect({ role: 'org:admin', token: 'api_key' }),
    // @ts-expect-error -- no URL
    auth.redirectToSignIn({ returnBackUrl: 1 }),
  ];
}

export function rules(): ProtectRule[] {
  ClerkModule.forRoot({ protect: (auth, { url }) => void (url === '/admin' && auth.protect()) });
  ClerkModule.forRoot(() => ({}), { protect: ['/admin(.*)', /^\/reports/] });
  ClerkModule.forRootAsync({ useFactory: () => ({}), protect: { except: '/' } });
  // @ts-expect-error -- misspelt
  ClerkModule.forRoot({ protect: { exclude: ['/'] } });
  // @ts-expect-error -- a boolean could be meant either way
  ClerkModule.forRoot({ protect: (auth) => auth.isAuthenticated });
  // @ts-expect-error -- may not be set
  ClerkModule.forRoot({ protect: [process.env.PROTECTED] });
  return ['/admin', /./, ['/admin'], { except: [/^\/$/] }, (auth) => auth.protect()];
}
