import { fieldsOf } from '../../engine/auth/signed.js';
import { authView } from './auth-view.js';

/** As much of a `RequestState` as both packages have. */
export interface RequestStateLike {
  readonly status: string;
  readonly reason: string | null;
  readonly message: string | null;
  readonly headers: Headers;
  readonly token: string | null;
  readonly tokenType: string | null;
  readonly isAuthenticated: boolean;
  readonly isSignedIn: boolean;
  readonly publishableKey: string;
  readonly proxyUrl?: string;
  readonly domain: string;
  readonly isSatellite: boolean;
  readonly signInUrl: string;
  readonly signUpUrl: string;
  readonly afterSignInUrl: string;
  readonly afterSignUpUrl: string;
  toAuth(options?: { treatPendingAsSignedOut?: boolean }): object | null;
}

/** Runs one side: JSON without message texts, or null when it throws; and a few words. */
export async function observe(run: () => Promise<RequestStateLike>): Promise<{
  readonly outcome: Readonly<Record<string, unknown>> | null;
  readonly verdict: string;
}> {
  try {
    const state = await run();
    const outcome: Record<string, unknown> = JSON.parse(JSON.stringify(described(state)));
    return { outcome, verdict: verdictOf(state) };
  } catch (error) {
    return { outcome: null, verdict: `thrown: ${beginningOf(error)}` };
  }
}

/** Of a machine's token the kind goes along: the same reason has other causes there. */
function verdictOf({ reason, status, tokenType }: RequestStateLike): string {
  const verdict = reason ?? status;
  return tokenType === 'session_token' ? verdict : `${tokenType}: ${verdict}`;
}

function described(state: RequestStateLike): object {
  return {
    ...fieldsOf(state),
    // The text is ours; that there is one is the vendor's.
    message: state.message === null ? null : 'a text',
    headers: headersOf(state.headers),
    auth: authView(() => state.toAuth()),
    authOfPending: authView(() => state.toAuth({ treatPendingAsSignedOut: false })),
  };
}

/** All but the texts for people. */
function headersOf(headers: Headers): string[] {
  return [...headers]
    .filter(([name]) => name !== 'x-clerk-auth-message')
    .map(([name, value]) => `${name}: ${value}`);
}

/** By its shape: an error may come from another realm. */
function beginningOf(error: unknown): string {
  const isError = typeof error === 'object' && error !== null && 'message' in error;
  const text = isError ? String(error.message) : String(error);
  return (
    text
      .split(/["(\n]|: Invalid JWT/)[0]
      ?.slice(0, 72)
      .trim() ?? ''
  );
}
