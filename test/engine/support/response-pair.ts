import { createClerkClient } from '@clerk/backend';
import { createBackendApiClient } from '../../../src/client/index.js';
import { authenticate } from '../../../src/engine/authenticate.js';
import { RequestFacts } from '../../../src/engine/facts/request-facts.js';
import { PemKeySource } from '../../../src/engine/keys/pem-key-source.js';
import { createInstance, type Instance } from '../../../src/engine/instance.js';
import { type InstanceType, parsePublishableKey } from '../../../src/engine/publishable-key.js';
import { createBackend } from '../../../src/request/create-backend.js';
import { local, NOW, policyWith, publishableKeyOf } from './engine.js';
import { type RequestParts, requestSource } from './request-source.js';

process.env['CLERK_TELEMETRY_DISABLED'] = '1';

/** What either engine answers a request, as far as a browser or an application sees it. */
export interface Reply {
  readonly status: string;
  readonly reason: string | null;
  /** The session token that was believed. */
  readonly token: string | null;
  readonly headers: Readonly<Record<string, readonly string[]>>;
}

const COMPARED = [
  'location',
  'cache-control',
  'access-control-allow-origin',
  'access-control-allow-credentials',
];

const BROKEN_HANDSHAKE: Reply = {
  status: 'thrown because of the handshake token',
  reason: null,
  token: null,
  headers: {},
};

/** What both engines are set up with. */
export interface PairOptions {
  readonly type: InstanceType;
  /** The Backend API's address. */
  readonly apiUrl: string;
  readonly secretKey?: string;
  readonly proxyUrl?: string;
}

/** Our engine with the client behind it, and the vendor's, set up alike. */
export class ResponsePair {
  readonly #instance: Instance;
  readonly #vendor;

  constructor({ type, apiUrl, secretKey = 'sk_test_unused', proxyUrl }: PairOptions) {
    const access = { publishableKey: publishableKeyOf(type), secretKey, apiUrl };
    const publishableKey = parsePublishableKey(access.publishableKey);
    if (!publishableKey) throw new Error('the fixture is not a publishable key');
    const keys = new PemKeySource(local.jwtKey);
    const backend = createBackend(createBackendApiClient(access));
    this.#instance = createInstance({
      publishableKey,
      keys,
      backend,
      deployment: { proxyUrl },
    });
    this.#vendor = createClerkClient({ ...access, jwtKey: local.jwtKey, proxyUrl });
  }

  /** What the instance's cookies end in. */
  get cookieSuffix(): string {
    return this.#instance.cookieSuffix;
  }

  /** What our engine answers. */
  async ours(request: RequestParts): Promise<Reply> {
    try {
      const facts = new RequestFacts(requestSource(request), this.#instance, NOW);
      const instance = this.#instance;
      const { outcome } = await authenticate({ facts, instance, policy: policyWith() });
      const isSignedIn = outcome.status === 'signed-in';
      return {
        status: outcome.status,
        reason: isSignedIn ? null : outcome.reason,
        token: isSignedIn && outcome.tokenType === 'session_token' ? outcome.token.text : null,
        headers: compared(new Headers(outcome.headers.map(([name, value]) => [name, value]))),
      };
    } catch (error) {
      return brokenHandshake(error, 'The handshake token is not');
    }
  }

  /** What the vendor's answers; its clock must have been set. */
  async theirs({ method, target = '/', headers = {} }: RequestParts): Promise<Reply> {
    const sent = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    );
    const request = new Request(`http://localhost:3000${target}`, { method, headers: sent });
    try {
      const state = await this.#vendor.authenticateRequest(request);
      return {
        status: state.status,
        reason: state.reason,
        token: state.isAuthenticated ? state.token : null,
        headers: compared(state.headers),
      };
    } catch (error) {
      return brokenHandshake(error, 'Clerk: Handshake token verification failed');
    }
  }
}

function compared(headers: Headers): Reply['headers'] {
  const values = COMPARED.map((name): [string, string[]] => {
    const value = headers.get(name);
    return [name, value === null ? [] : [value]];
  });
  return Object.fromEntries([...values, ['set-cookie', headers.getSetCookie()]]);
}

/** By its words: an error of either engine may come from another realm. */
function brokenHandshake(error: unknown, beginning: string): Reply {
  const isObject = typeof error === 'object' && error !== null;
  const text = isObject && 'message' in error ? String(error.message) : '';
  if (text.startsWith(beginning)) return BROKEN_HANDSHAKE;
  throw error;
}
