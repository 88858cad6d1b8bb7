import type { ClerkMiddlewareOptions } from 'clerk-nestjs';
import type { SiteSetup } from './site.js';

/** One way of configuring an application, the same for both packages. */
export interface Setup {
  /** @param options Lead to the instance. */
  readonly site: (options: ClerkMiddlewareOptions) => SiteSetup;
  /** Which environment variables there are: those of the instance, or others. */
  readonly environment?: 'of the instance' | Readonly<Record<string, string>>;
}

/** Every form that options are given in. */
export const SETUPS: Readonly<Record<string, Setup>> = {
  'options as an object': {
    site: (options) => ({ middleware: options, requireAuth: options }),
  },
  'the environment': { site: () => ({}), environment: 'of the instance' },
  'options as a function': {
    site: (options) => ({ middleware: () => options, requireAuth: options }),
  },
  'options as an async function': {
    site: (options) => ({ middleware: async () => options, requireAuth: options }),
  },
  'a function that goes by the request': {
    site: ({ signInUrl, ...options }) => ({
      middleware: ({ url }) => ({ ...options, signInUrl, debug: url === '/debug' }),
      requireAuth: options,
    }),
  },
  'a path to sign in at': {
    site: (options) => ({
      middleware: options,
      requireAuth: { ...options, signInUrl: '/login?from=here' },
    }),
  },
  'a URL to sign in at': {
    site: (options) => ({
      middleware: options,
      requireAuth: { ...options, signInUrl: 'https://accounts.example/sign-in#/' },
    }),
  },
  'a page whose address has letters of its own': {
    site: (options) => ({
      middleware: options,
      requireAuth: { ...options, signInUrl: 'https://accounts.example/登录?für=ä b' },
    }),
  },
  'the variable for where to sign in': {
    site: (options) => nowhere(options),
    environment: { CLERK_SIGN_IN_URL: '/enter' },
  },
  'an option and the variable for where to sign in': {
    site: (options) => ({
      middleware: options,
      requireAuth: { ...options, signInUrl: '/login' },
    }),
    environment: { CLERK_SIGN_IN_URL: '/enter' },
  },
  'nowhere to sign in': {
    site: (options) => nowhere(options),
  },
  'demands on tokens': {
    site: (options) => {
      const strict = {
        ...options,
        audience: ['https://api.example'],
        authorizedParties: ['http://localhost:3001'],
      };
      return { middleware: strict, requireAuth: strict };
    },
  },
};

/** Without an own page to sign in at. */
function nowhere(options: ClerkMiddlewareOptions): SiteSetup {
  const without = { ...options, signInUrl: undefined };
  return { middleware: without, requireAuth: without };
}
