import type { ClerkOptions, RedirectOptions } from 'clerk-nestjs';
import { LocalInstance } from 'clerk-nestjs/testing';

/** A live instance beside the development instance of the tests. */
const LIVE = `pk_live_${Buffer.from('clerk.example.com$').toString('base64')}`;

export const instance = new LocalInstance();

/** The public origin of the application, as a proxy names it. */
export const ORIGIN = 'https://app.example';

/** One call of `redirectToSignIn()` or `redirectToSignUp()`, and all that its answer follows from. */
export interface RedirectScenario {
  readonly name: string;
  readonly method: 'redirectToSignIn' | 'redirectToSignUp';
  readonly options: ClerkOptions;
  /** What is given as the argument; undefined: nothing. */
  readonly argument: RedirectOptions | undefined;
  readonly isPending: boolean;
}

const METHODS = ['redirectToSignIn', 'redirectToSignUp'] as const;

const KEYS = { development: instance.publishableKey, production: LIVE };

const SIGN_INS = [
  undefined,
  'https://app.example/sign-in',
  'https://accounts.other.example/in?theme=dark&redirect_url=old',
  '/sign-in',
  '/de/sign-in?theme=dark',
];

const SIGN_UPS = [undefined, 'https://accounts.other.example/up?plan=pro', '/sign-up'];

const ARGUMENTS: readonly (RedirectOptions | undefined)[] = [
  undefined,
  { returnBackUrl: null },
  { returnBackUrl: 'https://back.example/there?a=1#part' },
  { returnBackUrl: new URL('https://app.example/home') },
  { returnBackUrl: '/back?tab=2' },
  { returnBackUrl: '?page=2' },
];

/** Primaries: neither other hosts nor the way back change where the pages are. */
function primaries(): RedirectScenario[] {
  return METHODS.flatMap((method) =>
    Object.entries(KEYS).flatMap(([kind, publishableKey]) =>
      SIGN_INS.flatMap((signInUrl) =>
        SIGN_UPS.flatMap((signUpUrl) =>
          ARGUMENTS.flatMap((argument) =>
            [false, true].map((isPending) => ({
              name: nameOf([method, kind, signInUrl, signUpUrl, argument, isPending]),
              method,
              options: { publishableKey, ...given({ signInUrl, signUpUrl }) },
              argument,
              isPending,
            })),
          ),
        ),
      ),
    ),
  );
}

/** Satellites: their sign-in page is on the primary, or, wrongly or not, on their own origin. */
function satellites(): RedirectScenario[] {
  const signIns = ['https://primary.example/sign-in?x=1', 'https://app.example/sign-in'];
  return METHODS.flatMap((method) =>
    Object.entries(KEYS).flatMap(([kind, publishableKey]) =>
      [...signIns, ...(kind === 'production' ? [undefined] : [])].flatMap((signInUrl) =>
        ARGUMENTS.flatMap((argument) =>
          [false, true].map((isPending) => ({
            name: nameOf(['satellite', method, kind, signInUrl, argument, isPending]),
            method,
            options: {
              publishableKey,
              isSatellite: true,
              domain: 'app.example',
              ...given({ signInUrl }),
            },
            argument,
            isPending,
          })),
        ),
      ),
    ),
  );
}

/** Every combination once. */
export const SCENARIOS: readonly RedirectScenario[] = [...primaries(), ...satellites()];

function given(pages: { signInUrl?: string | undefined; signUpUrl?: string | undefined }) {
  const { signInUrl, signUpUrl } = pages;
  return { ...(signInUrl && { signInUrl }), ...(signUpUrl && { signUpUrl }) };
}

function nameOf(parts: readonly unknown[]): string {
  return parts.map((part) => JSON.stringify(part) ?? 'none').join(' ');
}
