import type { AuthActions } from 'clerk-nestjs';

/** The ways of calling `auth.protect()`, by the name that the tests know them by. */
export const FORMS = {
  nothing: (auth: AuthActions) => auth.protect(),
  'no-demand': (auth: AuthActions) => auth.protect({}),
  role: (auth: AuthActions) => auth.protect({ role: 'org:admin' }),
  permission: (auth: AuthActions) => auth.protect({ permission: 'org:articles:manage' }),
  feature: (auth: AuthActions) => auth.protect({ feature: 'org:articles' }),
  plan: (auth: AuthActions) => auth.protect({ plan: 'org:pro' }),
  reverification: (auth: AuthActions) => auth.protect({ reverification: 'strict' }),
  function: (auth: AuthActions) => auth.protect((has) => has({ role: 'org:admin' })),
  welcome: (auth: AuthActions) => auth.protect({ unauthenticatedUrl: '/welcome' }),
  'no-admin': (auth: AuthActions) =>
    auth.protect({ role: 'org:admin', unauthorizedUrl: '/no-admin?why=role' }),
  'both-beside': (auth: AuthActions) =>
    auth.protect({
      role: 'org:admin',
      unauthenticatedUrl: '/welcome',
      unauthorizedUrl: 'https://help.example/no-admin',
    }),
  'both-after': (auth: AuthActions) =>
    auth.protect(
      { role: 'org:admin' },
      { unauthenticatedUrl: 'https://other.example/welcome', unauthorizedUrl: '/no-admin' },
    ),
  'function-urls': (auth: AuthActions) =>
    auth.protect((has) => has({ role: 'org:admin' }), {
      unauthenticatedUrl: '/welcome',
      unauthorizedUrl: '/no-admin',
    }),
  'function-of-nobody': (auth: AuthActions) => auth.protect(() => true),
  'first-wins': (auth: AuthActions) =>
    auth.protect(
      { role: 'org:admin', unauthorizedUrl: '/first', unauthenticatedUrl: '/first-welcome' },
      { unauthorizedUrl: '/second', unauthenticatedUrl: '/second-welcome' },
    ),
} as const;

/** The name of one of the {@link FORMS}. */
export type Form = keyof typeof FORMS;

/** What a handler does: it lets a form decide, and shows who was let on. */
export function actOn(form: string, auth: AuthActions): { userId: string } {
  if (!isForm(form)) throw new Error(`The tests know no form ${form}.`);
  const { userId } = FORMS[form](auth);
  return { userId };
}

function isForm(name: string): name is Form {
  return Object.hasOwn(FORMS, name);
}
