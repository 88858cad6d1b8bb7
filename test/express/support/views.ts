import { authView } from '../../conformance/compare/auth-view.js';
import type { Functions } from './packages.js';

/** Either package's `getAuth`, as untyped code calls it. */
type GetAuth = (request: object, options?: object) => object;

const KINDS = [
  undefined,
  'any',
  'session_token',
  'api_key',
  'm2m_token',
  'oauth_token',
  ['session_token', 'api_key'],
  ['m2m_token', 'oauth_token'],
  ['session_token', 'api_key', 'm2m_token', 'oauth_token'],
];

const PENDING = [undefined, true, false];

/** Every form of the options of `getAuth()`. */
export const FORMS: readonly (object | undefined)[] = [
  undefined,
  {},
  ...KINDS.flatMap((acceptsToken) =>
    PENDING.map((treatPendingAsSignedOut) => ({ acceptsToken, treatPendingAsSignedOut })),
  ),
];

/** What a handler sees of who calls, by each form of `getAuth()` and by `req.auth()`; JSON. */
export function viewsOf({ getAuth }: Pick<Functions, 'getAuth'>, request: object): object {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- forms that types tell apart
  const ask = getAuth as GetAuth;
  const views = FORMS.map((form) => [
    JSON.stringify(form) ?? 'nothing',
    authView(() => ask(request, form)),
  ]);
  return {
    ...Object.fromEntries(views),
    'req.auth()': authView(() => ownAuth(request)),
    'req.auth() of pending': authView(() => ownAuth(request, { treatPendingAsSignedOut: false })),
  };
}

/** What most handlers ask for; JSON. */
export function sessionOf({ getAuth }: Pick<Functions, 'getAuth'>, request: object): object {
  return {
    session: authView(() => getAuth(request)),
    any: authView(() => getAuth(request, { acceptsToken: 'any' })),
    own: authView(() => ownAuth(request)),
  };
}

function ownAuth(request: object, options?: object): object {
  const auth: unknown = Reflect.get(request, 'auth');
  if (typeof auth !== 'function') throw new TypeError('There is no req.auth.');
  const object: object = Reflect.apply(auth, undefined, [options]);
  return object;
}
