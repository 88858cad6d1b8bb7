import { All, Controller, Param, Req } from '@nestjs/common';
import {
  type AuthActions,
  type AuthObject,
  type AcceptedTokens,
  type WithAuth,
} from 'clerk-nestjs';

/** The kinds of token that `auth.protect()` is told to take, by the name of a route. */
export const KINDS = {
  session: undefined,
  sessions: 'session_token',
  'api-key': 'api_key',
  m2m: 'm2m_token',
  oauth: 'oauth_token',
  'list-of-one': ['api_key'],
  machines: ['api_key', 'm2m_token', 'oauth_token'],
  both: ['session_token', 'api_key'],
  any: 'any',
} as const satisfies Record<string, AcceptedTokens | undefined>;

/** A route of {@link TokenFormsController}. */
export type Kind = keyof typeof KINDS;

/** One route for each choice of kinds: alone, beside a demand, and behind it. */
@Controller()
export class TokenFormsController {
  @All('alone/:kind')
  alone(@Req() { auth }: WithAuth<object>, @Param('kind') kind: Kind) {
    const token = KINDS[kind];
    return shown(token ? auth.protect({ token }) : auth.protect());
  }

  @All('urls/:kind')
  urls(@Req() { auth }: WithAuth<object>, @Param('kind') kind: Kind) {
    const urls = { unauthenticatedUrl: '/welcome', unauthorizedUrl: '/no-admin' };
    const token = KINDS[kind];
    return shown(token ? auth.protect({ token, ...urls }) : auth.protect(urls));
  }

  /** The token stands behind; the types know it there too. */
  @All('admin/:kind')
  admin(@Req() { auth }: WithAuth<object>, @Param('kind') kind: Kind) {
    const token = KINDS[kind] ?? 'session_token';
    return shown(auth.protect({ role: 'org:admin' }, { token, unauthorizedUrl: '/no-admin' }));
  }

  @All('function/:kind')
  function_(@Req() { auth }: WithAuth<object>, @Param('kind') kind: Kind) {
    return shown(auth.protect(() => true, { token: KINDS[kind] ?? 'session_token' }));
  }
}

/** Which object it is that was returned. */
function shown(auth: AuthObject & Partial<AuthActions>) {
  const { tokenType, isAuthenticated } = auth;
  const who = 'subject' in auth ? auth.subject : 'userId' in auth ? auth.userId : null;
  return { tokenType, isAuthenticated, who };
}
