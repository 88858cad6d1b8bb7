/** A kind of token, or several, as the option `acceptsToken` takes them. */
export type AcceptsToken = string | readonly string[];

/** The options that are data; keys come with {@link ScenarioKeys}. */
export interface ScenarioOptions {
  readonly publishableKey?: string;
  readonly apiVersion?: string;
  readonly audience?: string | readonly string[];
  readonly authorizedParties?: readonly string[];
  readonly clockSkewInMs?: number;
  readonly headerType?: string | readonly string[];
  readonly domain?: string;
  readonly isSatellite?: boolean;
  readonly proxyUrl?: string;
  readonly satelliteAutoSync?: boolean;
  readonly signInUrl?: string;
  readonly signUpUrl?: string;
  readonly afterSignInUrl?: string;
  readonly afterSignUpUrl?: string;
  readonly organizationSyncOptions?: {
    readonly organizationPatterns?: readonly string[];
    readonly personalAccountPatterns?: readonly string[];
  };
  readonly acceptsToken?: AcceptsToken;
  readonly skipJwksCache?: boolean;
  readonly jwksCacheTtlInMs?: number;
}

/** Which keys the application holds. Their texts are made anew for each side of a comparison. */
export interface ScenarioKeys {
  readonly secretKey?: 'sk_test_' | 'sk_live_';
  readonly machineSecretKey: boolean;
  readonly jwtKey?: 'own' | 'in one line' | 'bare' | 'foreign' | 'broken';
}

/** What the application is asked. */
export interface ScenarioRequest {
  readonly method: string;
  /** Where the server thinks it is: scheme and authority, no slash at the end. */
  readonly origin: string;
  /** Path and query, as they stand in a request line. */
  readonly target: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What the Backend API answers to one kind of question. */
export interface ApiAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** How the Backend API behaves: one answer a kind of question, however often it is asked. */
export interface ScenarioApi {
  readonly jwks: 'published' | 'empty' | 'of another instance';
  readonly handshakePayload: ApiAnswer;
  readonly refresh: ApiAnswer;
  readonly apiKey: ApiAnswer;
  readonly m2mToken: ApiAnswer;
  readonly oauthToken: ApiAnswer;
}

/**
 * How the options reach the engine: all with the function's call; with the client, as far as it
 * takes them; or with the client's call.
 */
export type Placement = 'function' | 'client' | 'call';

/** One case: it depends on its seed and number only. */
export interface Scenario {
  readonly seed: number;
  readonly number: number;
  readonly placement: Placement;
  readonly options: ScenarioOptions;
  /** With a placement of `call`: what the client was made with, and the call overrides. */
  readonly clientOptions: ScenarioOptions;
  readonly keys: ScenarioKeys;
  readonly request: ScenarioRequest;
  readonly api: ScenarioApi;
}
