import { QUESTIONS } from './questions.js';

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
    auth: authOf(() => state.toAuth()),
    authOfPending: authOf(() => state.toAuth({ treatPendingAsSignedOut: false })),
  };
}

/** All but the texts for people. */
function headersOf(headers: Headers): string[] {
  return [...headers]
    .filter(([name]) => name !== 'x-clerk-auth-message')
    .map(([name, value]) => `${name}: ${value}`);
}

function authOf(make: () => object | null): unknown {
  try {
    const auth = make();
    return auth && { ...fieldsOf(auth), has: answersOf(auth) };
  } catch {
    // Whether it throws is compared, not the words.
    return 'thrown';
  }
}

function answersOf(auth: object): string | undefined {
  if (!('has' in auth) || typeof auth.has !== 'function') return undefined;
  const { has } = auth;
  return QUESTIONS.map((question) => (has(question) ? '1' : '0')).join('');
}

/** Without methods. */
function fieldsOf(value: object): object {
  const entries = Object.entries(value).filter(([, field]) => typeof field !== 'function');
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
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
