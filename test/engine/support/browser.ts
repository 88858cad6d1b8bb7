import type {
  Backend,
  BackendAnswer,
  BackendFailure,
  MachineAnswer,
  RefreshRequest,
} from '../../../src/engine/evidence/backend.js';
import { type Outcome, locationOf } from '../../../src/engine/outcome.js';
import { local, NOW_IN_SECONDS } from './engine.js';
import { cookieHeader, type RequestParts } from './request-source.js';

/** What a browser asks, and what it holds. */
export interface BrowserParts {
  readonly method?: string;
  readonly target?: string;
  /** What the answer is for; default a page. */
  readonly destination?: string;
  readonly cookies?: Readonly<Record<string, string | undefined>>;
  /** More headers, by lower-case name. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** Where the application is, for its browsers. */
export const APP = 'http://localhost:3000';

/** A request as a browser makes it: a GET for a page of {@link APP}, unless it says otherwise. */
export function browserRequest(browser: BrowserParts = {}): RequestParts {
  const { method, target, destination = 'document', cookies = {}, headers } = browser;
  return {
    method,
    target,
    headers: {
      host: 'localhost:3000',
      'sec-fetch-dest': destination,
      cookie: cookieHeader(cookies) || undefined,
      ...headers,
    },
  };
}

/** A token of ada's whose minute was over an hour ago. */
export const EXPIRED = local.mint({
  user: 'ada',
  claims: { iat: NOW_IN_SECONDS - 3_660, nbf: NOW_IN_SECONDS - 3_670, exp: NOW_IN_SECONDS - 3_600 },
});

/** The cookies of a browser that was signed in once, with this session token. */
export function sessionCookies(session: string): Record<string, string> {
  return { __session: session, __client_uat: '1', __clerk_db_jwt: 'dvb_1' };
}

/** The value of every header of that name that an outcome asks for. */
export function headersOf({ headers }: Outcome, wanted: string): string[] {
  return headers.filter(([name]) => name === wanted).map(([, value]) => value);
}

/** Where an outcome sends the browser; fails where it stays. */
export function destinationOf(outcome: Outcome): URL {
  const location = locationOf(outcome);
  if (location === undefined) throw new Error(`nowhere: the request is ${outcome.status}`);
  return new URL(location);
}

/** Cookie directives that Clerk sends. */
export function answeredWith(...directives: string[]): BackendAnswer {
  return { ok: true, directives };
}

/** A Backend API that nobody can reach. */
export const OUT_OF_REACH: BackendFailure = {
  ok: false,
  status: 0,
  code: 'fetch-error',
  message: 'The Backend API is out of reach.',
  unavailable: { cause: new Error('ECONNREFUSED'), hint: 'The Backend API is out of reach.' },
};

/** A Backend API that answers everything alike and remembers what it was asked. */
export class RecordingBackend implements Backend {
  readonly nonces: string[] = [];
  readonly refreshes: RefreshRequest[] = [];

  constructor(private readonly answer: BackendAnswer) {}

  redeemNonce(nonce: string): Promise<BackendAnswer> {
    this.nonces.push(nonce);
    return Promise.resolve(this.answer);
  }

  refreshSession(request: RefreshRequest): Promise<BackendAnswer> {
    this.refreshes.push(request);
    return Promise.resolve(this.answer);
  }

  verifyMachineToken(): Promise<MachineAnswer> {
    return Promise.resolve(this.answer.ok ? { ok: true, resource: undefined } : this.answer);
  }
}
