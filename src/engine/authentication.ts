import { inspect } from 'node:util';
import { ClerkConfigurationError } from '../clerk-configuration-error.js';
import {
  type AuthObject,
  type AuthObjectDebugData,
  type FetchToken,
  resolvePending,
} from './auth/index.js';
import type { NowOrLater } from '../now-or-later.js';
import type { Evidence } from './evidence/evidence.js';
import { askBackend, type MachineVerification } from './evidence/verify-machine-token.js';
import { toAuthObject } from './to-auth-object.js';
import type { RequestFacts } from './facts/request-facts.js';
import type { Instance } from './instance.js';
import type { HeaderList, Outcome } from './outcome.js';
import type { PageOptions } from './pages.js';
import type { Policy } from './policy.js';
import { stateHeaders } from './state-headers.js';
import { decide } from './rules/decide.js';
import {
  type AcceptedTokens,
  coversTokenTypes,
  isSameChoice,
  mergeAccepted,
} from './token-type.js';

/** How an auth object treats a session that still has tasks to do. */
export interface PendingSessionOptions {
  /** Whether a session whose status is `pending` counts as signed out. Default: true. */
  treatPendingAsSignedOut?: boolean;
}

/** How an auth object is made. */
export interface AuthOptions extends PendingSessionOptions {
  /** The kinds of token that count. Default: those that the request was authenticated for. */
  acceptsToken?: AcceptedTokens;
}

/** What has been found out about a request so far. It grows when other kinds are asked for. */
export interface Knowledge {
  /** The kinds of token that the request has been authenticated for. */
  readonly kinds: readonly AcceptedTokens[];
  readonly evidence: Evidence;
}

/** What an {@link Authentication} is made of. */
export interface AuthenticationParts {
  readonly facts: RequestFacts;
  readonly instance: Instance;
  readonly policy: Policy;
  readonly outcome: Outcome;
  readonly knowledge: Knowledge;
  /** Makes tokens of templates, for the auth object's `getToken()`. */
  readonly fetchToken: FetchToken;
  /** Where browsers are sent to. Default: the account portal's pages. */
  readonly pages?: PageOptions;
  /** Whether no response header is to tell of it. */
  readonly isSilent?: boolean;
}

/** A request's outcome, together with the auth object that applications see of it. */
export class Authentication {
  readonly #parts: AuthenticationParts;
  #auth: AuthObject | undefined;
  /** Those for other kinds of token than its own. */
  #others: Map<string, AuthObject> | undefined;

  constructor(parts: AuthenticationParts) {
    this.#parts = parts;
  }

  /** What the request said. */
  get facts(): RequestFacts {
    return this.#parts.facts;
  }

  /** What the engine made of it. */
  get outcome(): Outcome {
    return this.#parts.outcome;
  }

  /** The response headers that it asks for. */
  get responseHeaders(): HeaderList {
    return this.#parts.isSilent ? [] : stateHeaders(this.outcome);
  }

  /** What there is to know of the instance that it was authenticated against. */
  get instance(): Pick<Instance, 'publishableKey' | 'instanceType' | 'frontendApi' | 'deployment'> {
    return this.#parts.instance;
  }

  /** The pages of the application. */
  get pages(): PageOptions {
    return this.#parts.pages ?? {};
  }

  /** The kinds of token that it was authenticated for. */
  get acceptsToken(): AcceptedTokens {
    return this.#parts.policy.acceptsToken;
  }

  /**
   * The auth object; one and the same for each way of asking that changes nothing.
   *
   * @throws ClerkConfigurationError when it is asked about a kind of token that nobody has verified:
   * "signed out" would be a guess.
   */
  toAuth({ treatPendingAsSignedOut, acceptsToken }: AuthOptions = {}): AuthObject {
    const kinds = acceptsToken ?? this.acceptsToken;
    const auth = this.#isOwn(kinds) ? this.#ownAuth() : this.#authFor(kinds);
    return auth.tokenType === 'session_token'
      ? resolvePending(auth, treatPendingAsSignedOut)
      : auth;
  }

  /**
   * Asks Clerk about the opaque token of a program, unless it has been asked for this very request.
   *
   * @returns What came of it; nothing where the token is none that Clerk could be asked about.
   */
  askAgain(): NowOrLater<MachineVerification | undefined> {
    const { facts, outcome, policy, instance } = this.#parts;
    const token = facts.machineToken;
    if (token?.format !== 'opaque' || outcome.status !== 'signed-in') return undefined;
    if (outcome.tokenType === 'session_token') return undefined;
    return outcome.isRemembered
      ? askBackend(token, policy, instance.backend, true)
      : { valid: true, identity: outcome.identity };
  }

  /** What a log or an answer shows when it is given this object: no token, no cookie. */
  toJSON(): AuthObjectDebugData {
    return debugData(this.outcome);
  }

  /** The same for `console.log` and Nest's logger. */
  [inspect.custom](): AuthObjectDebugData {
    return this.toJSON();
  }

  /**
   * What the engine makes of the request where these kinds of token count.
   *
   * @throws ClerkConfigurationError as {@link toAuth}.
   */
  outcomeFor(acceptsToken: AcceptedTokens): Outcome {
    return this.#isOwn(acceptsToken) ? this.outcome : this.#decideFor(acceptsToken);
  }

  /** Whether the outcome holds for these kinds as it is. */
  #isOwn(acceptsToken: AcceptedTokens): boolean {
    const { outcome, acceptsToken: own } = this;
    // Who is signed in by a token of this kind would be if only that kind were taken.
    if (outcome.status === 'signed-in' && outcome.tokenType === acceptsToken) return true;
    return isSameChoice(acceptsToken, own);
  }

  #ownAuth(): AuthObject {
    this.#auth ??= this.#build(this.outcome);
    return this.#auth;
  }

  #authFor(acceptsToken: AcceptedTokens): AuthObject {
    this.#others ??= new Map();
    const kinds = JSON.stringify(acceptsToken);
    const known = this.#others.get(kinds) ?? this.#build(this.#decideFor(acceptsToken));
    this.#others.set(kinds, known);
    return known;
  }

  #build(outcome: Outcome): AuthObject {
    const { fetchToken } = this.#parts;
    return toAuthObject(outcome, { fetchToken, debug: () => debugData(outcome) });
  }

  /** Decides again by what is known: everything that could be asked has been. */
  #decideFor(acceptsToken: AcceptedTokens): Outcome {
    const { facts, instance, policy, knowledge } = this.#parts;
    const verified = mergeAccepted(knowledge.kinds);
    if (coversTokenTypes(verified, acceptsToken)) {
      const { evidence } = knowledge;
      const step = decide({ facts, instance, policy: { ...policy, acceptsToken }, evidence });
      if ('status' in step) return step;
    }
    throw notVerified(acceptsToken, verified);
  }
}

function notVerified(asked: AcceptedTokens, verified: AcceptedTokens): ClerkConfigurationError {
  return new ClerkConfigurationError(
    `Asked for ${list(asked)}, but this request was authenticated for ${list(verified)} only. ` +
      'Put @AcceptsToken() on the handler, or name the kind in the option acceptsToken of ClerkModule.forRoot().',
  );
}

function list(kinds: AcceptedTokens): string {
  return [kinds].flat().join(', ') || 'no kind of token';
}

/** An allowlist: nothing gets into debug output that was not put here on purpose. */
function debugData(outcome: Outcome): AuthObjectDebugData {
  return outcome.status === 'signed-in'
    ? { status: outcome.status, reason: null, message: null }
    : { status: outcome.status, reason: outcome.reason, message: outcome.message };
}
