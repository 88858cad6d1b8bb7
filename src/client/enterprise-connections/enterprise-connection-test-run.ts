import { oneOr, optionalListOf } from '../nested.js';
import { given, shape } from '../shape.js';

/** The states of a test run. */
export type EnterpriseConnectionTestRunStatus = 'pending' | 'success' | 'failed';

/** What a test run read of a user at the identity provider. */
export interface EnterpriseConnectionTestRunUserInfo {
  /** What the mapping found as the email address. */
  readonly emailAddress?: string;
  /** What the mapping found as the first name. */
  readonly firstName?: string;
  /** What the mapping found as the last name. */
  readonly lastName?: string;
  /** The user's id at the provider. */
  readonly userId?: string;
}

/** Something that happened in a test run. */
export interface EnterpriseConnectionTestRunLog {
  /** How bad it is: `error`, … */
  readonly level: string;
  /** What it is, for code. */
  readonly code?: string;
  /** What it is, in a few words. */
  readonly shortMessage?: string;
  /** What it is, for people to read. */
  readonly message: string;
}

/** What was exchanged in a test run by SAML. */
export interface EnterpriseConnectionTestRunSaml {
  /** What was asked of the provider. */
  readonly samlRequest?: string;
  /** What the provider answered. */
  readonly samlResponse?: string;
  /** What was given along, and came back with the answer. */
  readonly relayState?: string;
}

/** What was exchanged in a test run by OpenID Connect. */
export interface EnterpriseConnectionTestRunOauth {
  /** Good for signing in: never log it. */
  readonly idToken?: string;
  /** Good for calls: never log it. */
  readonly accessToken?: string;
  /** What the provider says of the user. */
  readonly userInfo?: string;
}

/** A try of an enterprise connection. Source: schema EnterpriseConnectionTestRun. */
export interface EnterpriseConnectionTestRun {
  /** The id of this one try. */
  readonly id: string;
  /** `pending` until the provider has answered. */
  readonly status: EnterpriseConnectionTestRunStatus;
  /** Whether `saml` or `oauth` says what was exchanged. */
  readonly connectionType: 'saml' | 'oauth';
  /** What was read of the user; null before the provider has answered. */
  readonly parsedUserInfo: EnterpriseConnectionTestRunUserInfo | null;
  /** What happened, in its order. */
  readonly logs?: EnterpriseConnectionTestRunLog[];
  /** What was exchanged, where it is a SAML connection. */
  readonly saml: EnterpriseConnectionTestRunSaml | null;
  /** What was exchanged, where it is an OpenID Connect connection. */
  readonly oauth: EnterpriseConnectionTestRunOauth | null;
  /** A Unix time in milliseconds. */
  readonly createdAt: number;
}

/** Where to begin a test run. Source: schema EnterpriseConnectionTestRunResponse. */
export interface EnterpriseConnectionTestRunStart {
  /** To be opened in a browser soon. */
  readonly url: string;
}

const readUserInfo = shape<EnterpriseConnectionTestRunUserInfo>({
  emailAddress: given,
  firstName: given,
  lastName: given,
  userId: given,
});

const readLog = shape<EnterpriseConnectionTestRunLog>({
  level: given,
  code: given,
  shortMessage: given,
  message: given,
});

const readSaml = shape<EnterpriseConnectionTestRunSaml>({
  samlRequest: given,
  samlResponse: given,
  relayState: given,
});

const readOauth = shape<EnterpriseConnectionTestRunOauth>({
  idToken: given,
  accessToken: given,
  userInfo: given,
});

/** Reads a test run, which has no `object`. */
export const readEnterpriseConnectionTestRun = shape<EnterpriseConnectionTestRun>({
  id: given,
  status: given,
  connectionType: given,
  parsedUserInfo: oneOr(readUserInfo, null),
  logs: optionalListOf(readLog),
  saml: oneOr(readSaml, null),
  oauth: oneOr(readOauth, null),
  createdAt: given,
});
